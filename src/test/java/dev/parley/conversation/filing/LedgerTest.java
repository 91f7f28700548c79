package dev.parley.conversation.filing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Filing;
import dev.parley.conversation.Kind;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Place;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Said;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The ledger of a live chat")
class LedgerTest {
    private static final RoomId ROOM = new RoomId("test", "room");
    private static final Instant START = Instant.parse("2026-11-23T20:00:00Z");

    private final TreeMap<Integer, Asked> asked = new TreeMap<>();
    private final TreeMap<Integer, String> script = new TreeMap<>();
    private final Ledger ledger = new Ledger();
    private final Known known = new Known() {
        @Override
        public SortedMap<Integer, Asked> asked() {
            return asked;
        }

        @Override
        public SortedMap<Integer, String> script() {
            return script;
        }

        @Override
        public boolean moderates(PersonId person) {
            return person.value().equals("host");
        }

        @Override
        public Optional<Instant> introductionsSince() {
            return Optional.of(START);
        }

        @Override
        public Optional<Instant> closingSince() {
            return Optional.empty();
        }
    };

    LedgerTest() {
        script.put(1, "What did you bring?");
        script.put(2, "What will you take home from here?");
        script.put(3, "Who should hear of it?");
        put(1, "bot1");
        put(2, "bot2");
    }

    private void put(int number, String post) {
        asked.put(
                number, new Asked(number, script.get(number), START.plusSeconds(60L * number), Set.of(message(post))));
    }

    private static MessageId message(String id) {
        return new MessageId(ROOM, id);
    }

    private static Said said(String id, String author, String text, int second) {
        return new Said(message(id), new PersonId(author), text, Place.ROOM, START.plusSeconds(second));
    }

    private Filing say(Said said) {
        Filing filing = ledger.file(said, known);
        ledger.note(said, filing);
        return filing;
    }

    @Test
    void keepsAnAnswerToAQuestionNotAskedYet() {
        assertThat(say(said("1", "ada", "A3: my sister should", 200))).isEqualTo(Filing.answer(3, true));
    }

    @Test
    void filesAnAnswerUnderTheLabelOfAQuestion() {
        assertThat(say(said("1", "ada", "Q2: I will take seeds with me", 200))).isEqualTo(Filing.answer(2, true));
    }

    @Test
    void seesAQuestionThatAHostSaysAgain() {
        Filing filing = say(said("1", "host", "Q2: What will you take home from here?", 200));

        assertThat(filing.kind()).isEqualTo(Kind.QUESTION);
        assertThat(filing.questions()).containsExactly(2);
    }

    @Test
    void followsWhereAPersonRefiledTheFirstPart() {
        Said first = said("1", "ada", "A1 (1/2) seeds and a cake", 130);
        say(first);
        ledger.note(first, Filing.answer(2, true));

        assertThat(say(said("2", "ada", "2/2 and my neighbour", 140)).questions())
                .containsExactly(2);
    }

    @Test
    void replacesWhatAnEditReplaces() {
        say(said("1", "ada", "A1: seeds, as every year", 130));
        Filing edited = say(said("1", "ada", "A2: seeds, as every year", 150));

        assertThat(edited).isEqualTo(Filing.answer(2, true));
        assertThat(ledger.of(message("1"))).contains(edited);
        assertThat(ledger.replacedBy(message("1"))).isEmpty();
    }

    @Test
    void knowsRepeatsAndForgetsWhatIsGone() {
        say(said("1", "ada", "A1: seeds from my own garden", 130));
        Filing again = say(said("2", "ada", "A1: seeds from my own garden", 150));

        assertThat(again.repeatOf()).contains(message("1"));
        assertThat(ledger.repeatsOf(message("1"))).containsExactly(message("2"));

        ledger.forget(message("1"));

        assertThat(ledger.of(message("1"))).isEmpty();
        assertThat(ledger.file(said("3", "ada", "A1: seeds from my own garden", 170), known)
                        .repeatOf())
                .contains(message("2"));
    }

    @Test
    void doesNotTakeTheSameWordsOfTwoPeopleForARepeat() {
        say(said("1", "ada", "A1: seeds from my own garden", 130));

        assertThat(say(said("2", "bo", "A1: seeds from my own garden", 150)).repeatOf())
                .isEmpty();
    }

    @Test
    void countsACorrectedRepostInsteadOfTheFirst() {
        say(said("1", "ada", "A1: a jar of honey for everybody", 130));
        Filing corrected = say(said("2", "ada", "A2: a jar of honey for everybody", 150));

        assertThat(corrected).isEqualTo(Filing.answer(2, true));
        assertThat(ledger.replacedBy(message("1"))).contains(message("2"));
    }

    @Test
    void filesWhatALabelSentAfterwardsIsMeantFor() {
        say(said("1", "ada", "A1: seeds", 130));
        say(said("2", "bo", "A1: cake", 131));
        say(said("3", "cy", "A1: tea", 132));
        say(said("4", "ada", "The recipe for that cake", 150));
        Said label = said("5", "ada", "forgot: A2", 160);

        assertThat(ledger.refiles(label, known)).contains(new Ledger.Refiled(message("4"), Filing.answer(2, true)));
    }

    @Test
    void filesByTheTimeAtWhichItWasSaid() {
        say(said("1", "ada", "A1 1/2 seeds", 65));
        say(said("3", "ada", "A2 honey", 180));

        assertThat(say(said("2", "ada", "2/2 and bulbs", 80)).questions()).containsExactly(1);
    }
}
