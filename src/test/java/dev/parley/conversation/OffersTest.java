package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever is almost alone in a room of a chat is told where the others are. */
class OffersTest {

    private static final RoomId LOUNGE = new RoomId("test", "lounge");
    private static final RoomId ATTIC = new RoomId("test", "attic");

    private final Played chat = new Played(Played.plan(4, Duration.ofHours(1), List.of(Played.ROOM, LOUNGE, ATTIC)));

    private void say(RoomId room, String... people) {
        for (String who : people) {
            MessageId message = new MessageId(room, who + chat.words.size());
            chat.say(message, who, "A1: I begin with what " + who + " said to me last week", Place.ROOM);
        }
    }

    private List<Event.Offered> offered() {
        return chat.happened.stream()
                .map(Happened::event)
                .filter(Event.Offered.class::isInstance)
                .map(Event.Offered.class::cast)
                .toList();
    }

    private void minute(int minute) {
        chat.until(Played.START.plus(Duration.ofMinutes(minute)));
    }

    @Test
    void aRoomWithHardlyAnybodyIsOfferedTheOneWhereMostAre() {
        chat.attendance = new Attendance(-1, false);
        minute(5);
        say(Played.ROOM, "Ana", "Bo", "Cem");
        say(LOUNGE, "Dara", "Eli", "Fay", "Gus");
        say(ATTIC, "Hal", "Hal", "Ida");
        minute(7);
        assertThat(offered()).as("while the first question has its time").isEmpty();

        minute(59);
        assertThat(offered()).containsExactly(new Event.Offered(ATTIC, LOUNGE));
        assertThat(chat.effects)
                .filteredOn(effect -> effect instanceof Effect.Post post && post.content() instanceof Content.Elsewhere)
                .extracting(effect -> ((Effect.Post) effect).room())
                .containsExactly(ATTIC);
    }

    @Test
    void whereAllAreFewNobodyIsSentAway() {
        chat.attendance = new Attendance(-1, false);
        minute(5);
        say(Played.ROOM, "Ana", "Bo");
        say(LOUNGE, "Dara");
        minute(59);
        assertThat(offered()).isEmpty();
    }

    @Test
    void whoReadsAndIsSilentIsThereWhereThePlatformTells() {
        minute(5);
        say(Played.ROOM, "Ana");
        say(LOUNGE, "Dara", "Eli", "Fay");
        say(ATTIC, "Hal", "Ida", "Jon");
        minute(59);
        assertThat(offered()).isEmpty();
    }
}
