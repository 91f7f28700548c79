package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What every platform must do on which one can speak with one person alone, and go on with what was said there. */
public abstract class PrivateRoomContract extends PlatformContract {
    private static final Choice YES = new Choice("rhythm.7f3a:2026-11-24~1.yes", "That suits me", Choice.Style.MAIN);
    private static final Choice LATER = new Choice("rhythm.7f3a:2026-11-24~1.later", "Later", Choice.Style.OTHER, true);
    private static final Choice STOP =
            new Choice("x".repeat(Choice.LONGEST), "Stop " + "!".repeat(90), Choice.Style.ENDING);

    protected final FakeCoaching coaching = new FakeCoaching();

    {
        facilitator.coaching = Optional.of(coaching);
    }

    /** Nobody takes private messages any more. */
    protected abstract void closePrivateMessages();

    /** The mark on the button of a message in the private room of somebody. */
    protected abstract String markOnButton(Account account, String label);

    private Outgoing letter(String key, String text, Choice... choices) {
        return Outgoing.of(key, platform.privately(somebody()), new Note(text, List.of(choices)));
    }

    @Test
    void aPrivateRoomIsOnePersonsAlone() throws Exception {
        RoomId room = platform.privately(somebody());
        platform.post(letter("p/1", "How did it go?"));

        assertThat(toldTo(somebody())).containsExactly("How did it go?");
        assertThat(toldTo(somebodyElse())).isEmpty();
        assertThat(seenByAll()).isEmpty();
        assertThat(platform.privately(somebody())).isEqualTo(room);
        assertThat(platform.privately(somebodyElse())).isNotEqualTo(room);
        assertThat(room.platform()).isEqualTo(platform.name());
    }

    @Test
    void aLetterIsPostedOnceAndFoundByItsKey() throws Exception {
        MessageId first = platform.post(letter("p/1", "How did it go?"));

        assertThat(platform.post(letter("p/1", "How did it go?"))).isEqualTo(first);
        assertThat(first.room()).isEqualTo(platform.privately(somebody()));
        assertThat(platform.find(letter("p/1", "How did it go?"))).contains(first);
        assertThat(platform.find(letter("p/2", "What comes next?"))).isEmpty();
        assertThat(toldTo(somebody())).containsExactly("How did it go?");
    }

    @Test
    void aLetterIsFoundAgainByWhoDidNotPostIt() throws Exception {
        Outgoing letter = letter("p/1", "How did it go?", YES, LATER);
        MessageId first = platform.post(letter);
        try (Platform after = another()) {
            after.start(facilitator);

            assertThat(after.find(letter)).contains(first);
            assertThat(after.find(letter("p/2", "How did it go, then?", STOP))).isEmpty();
        }
        assertThat(toldTo(somebody())).hasSize(1);
    }

    /** Another process of ours, not started. */
    protected abstract Platform another() throws Exception;

    @Test
    void aLetterIsEditedAndRemovedInItsPlace() throws Exception {
        MessageId letter = platform.post(letter("p/1", "How did it go?", YES));
        platform.post(letter("p/2", "And next?"));

        platform.edit(letter, letter("p/1#2", "How was it?", LATER));
        assertThat(toldTo(somebody())).containsExactly("How was it?", "And next?");
        assertThat(markOnButton(somebody(), "Later")).isEqualTo(LATER.mark());

        platform.edit(letter, letter("p/1#3", "How was it, then?"));
        assertThat(markOnButton(somebody(), "Later")).isEqualTo(LATER.mark());

        platform.remove(letter);
        platform.remove(letter);
        assertThat(toldTo(somebody())).containsExactly("And next?");
    }

    @Test
    void choicesAreButtonsThatCarryTheirMeaning() throws Exception {
        platform.post(letter("p/1", "How did it go?", YES, LATER, STOP));

        assertThat(markOnButton(somebody(), "That suits me")).isEqualTo("coaching..rhythm.7f3a:2026-11-24~1.yes");
        assertThat(markOnButton(somebody(), "Later")).isEqualTo(LATER.mark());
        assertThat(toldTo(somebody())).containsExactly("How did it go?");
    }

    @Test
    void tenChoicesFit() throws Exception {
        Choice[] ten = new Choice[10];
        for (int at = 0; at < ten.length; at++) {
            ten[at] = new Choice("day." + at, "Day " + at, Choice.Style.OTHER);
        }
        platform.post(letter("p/1", "When do you meet?", ten));

        assertThat(markOnButton(somebody(), "Day 9")).isEqualTo(ten[9].mark());
    }

    @Test
    void whereNoPrivateMessagesAreTakenThereAreNone() throws Exception {
        closePrivateMessages();

        assertThatThrownBy(() -> platform.post(letter("p/1", "How did it go?"))).isInstanceOf(Refused.class);
        assertThat(toldTo(somebody())).isEmpty();
        assertThat(seenByAll()).isEmpty();
    }

    /**
     * Something that somebody wrote in their private room.
     *
     * @param edits changes it
     * @param deletes takes it away
     * @param received whether it shows that it is kept
     */
    public record Written(MessageId message, Consumer<String> edits, Runnable deletes, BooleanSupplier received) {}

    /** Somebody writes in their private room. */
    protected abstract Written writes(Account by, String text);

    private Written kept(Account by, String text) {
        Written written = writes(by, text);
        Awaitility.await().until(written.received()::getAsBoolean);
        return written;
    }

    private PrivateGap gap(Instant spokenOf, Written... known) {
        Set<MessageId> messages = Stream.of(known).map(Written::message).collect(Collectors.toSet());
        RoomId room = platform.privately(somebody());
        return new PrivateGap(somebody(), room, Instant.now().minusSeconds(60), spokenOf, messages);
    }

    @Test
    void whatHappensInPrivateWhileNobodyListensIsHeardAfterwards() throws Exception {
        coaching.asked.add(somebody());
        platform.post(letter("p/1", "How did it go?"));
        Written kept = kept(somebody(), "Well");
        Written changed = kept(somebody(), "Not so weel");
        Written gone = kept(somebody(), "Better not said");
        PrivateGap gap = gap(Instant.now(), kept, changed, gone);
        platform.close();
        changed.edits().accept("Not so well");
        gone.deletes().run();
        Written missed = writes(somebody(), "Somebody laughed");
        Written corrected = writes(somebody(), "and so did the otehrs");
        corrected.edits().accept("and so did the others");
        Written unsaid = writes(somebody(), "never mind");
        unsaid.deletes().run();

        try (Platform after = another()) {
            after.start(facilitator);
            after.catchUp(gap);
            after.catchUp(gap);
        }

        assertThat(coaching.kept)
                .containsOnly(
                        Map.entry(kept.message(), "Well"),
                        Map.entry(changed.message(), "Not so well"),
                        Map.entry(missed.message(), "Somebody laughed"),
                        Map.entry(corrected.message(), "and so did the others"));
        assertThat(coaching.said.stream().map(Incoming.Said::message))
                .filteredOn(message -> message.equals(kept.message()) || message.equals(missed.message()))
                .containsExactly(kept.message(), missed.message());
        assertThat(missed.received().getAsBoolean()).isTrue();
        assertThat(corrected.received().getAsBoolean()).isTrue();
        assertThat(toldTo(somebody())).containsExactly("How did it go?");
    }

    @Test
    void whatWasAnsweredIsNotAnsweredAgainAndWhatIsLongAgoIsNotSpokenOf() throws Exception {
        platform.privately(somebody());
        writes(somebody(), "Is anybody there?");
        Awaitility.await().until(() -> toldTo(somebody()).size() == 1);
        platform.close();
        writes(somebody(), "Or now?");

        try (Platform after = another()) {
            after.start(facilitator);
            after.catchUp(gap(Instant.now().plusSeconds(5)));
            assertThat(toldTo(somebody())).hasSize(1);
        }
        try (Platform after = another()) {
            after.start(facilitator);
            after.catchUp(gap(Instant.now().minusSeconds(60)));
            after.catchUp(gap(Instant.now().minusSeconds(60)));
            assertThat(toldTo(somebody())).hasSize(2);
        }
        assertThat(coaching.said).isEmpty();
    }

    @Test
    void nobodyElsewhereHasAPrivateRoom() {
        assertThatThrownBy(() -> platform.privately(new Account("elsewhere", "somebody")))
                .isInstanceOf(Refused.class);
    }
}
