package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every platform must do on which one can speak with one person alone, and go on with what was said there. */
public abstract class PrivateRoomContract extends PlatformContract {
    private static final Choice YES = new Choice("rhythm.7f3a:2026-11-24~1.yes", "That suits me", Choice.Style.MAIN);
    private static final Choice LATER = new Choice("rhythm.7f3a:2026-11-24~1.later", "Later", Choice.Style.OTHER, true);
    private static final Choice STOP =
            new Choice("x".repeat(Choice.LONGEST), "Stop " + "!".repeat(90), Choice.Style.ENDING);

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

    @Test
    void nobodyElsewhereHasAPrivateRoom() {
        assertThatThrownBy(() -> platform.privately(new Account("elsewhere", "somebody")))
                .isInstanceOf(Refused.class);
    }
}
