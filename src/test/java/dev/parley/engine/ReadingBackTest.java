package dev.parley.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Event;
import dev.parley.conversation.Happened;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.platform.Caller;
import dev.parley.platform.Incoming;
import dev.parley.platform.Occasion;
import dev.parley.store.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a platform delivers late, twice or not at all, and what it refuses for a while. */
class ReadingBackTest {

    @TempDir
    Path folder;

    private House house;

    @BeforeEach
    void open() {
        house = new House(folder, EngineTest.plan(), EngineTest.START.minus(Duration.ofDays(2)), 100);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Instant minute(double number) {
        Instant then = EngineTest.START.plusMillis((long) (number * 60_000));
        house.until(then);
        return then;
    }

    private List<String> heard() {
        return house.engine.facilitator().mine(house.account("Ida"), House.ROOM).stream()
                .map(mine -> mine.text())
                .toList();
    }

    private static MessageId message(String id) {
        return new MessageId(House.ROOM, id);
    }

    @Test
    void whatWasSaidEditedAndDeletedWhileWeWereAwayIsHeardWhenWeAreBack() {
        minute(4);
        MessageId edited = house.say("Ida", "A1: firts");
        MessageId deleted = house.say("Ida", "A1: better not");
        house.kill();
        house.platform.said(edited, house.account("Ida"), "Ida", "A1: first", Place.ROOM, house.clock.instant());
        house.platform.unsaid(deleted);
        house.away(Duration.ofSeconds(20));
        house.platform.said(
                message("missed"), house.account("Ida"), "Ida", "A1: missed", Place.ROOM, house.clock.instant());
        house.start();
        house.platform.unreachable = 1;

        house.engine.facilitator().returned(FakePlatform.NAME);

        await().untilAsserted(() -> assertThat(heard()).containsExactly("A1: first", "A1: missed"));
    }

    @Test
    void whatNobodyDeliveredIsInTheRecap() {
        minute(4);
        house.platform.said(
                message("missed"), house.account("Ida"), "Ida", "A1: never told", Place.ROOM, house.clock.instant());
        minute(22);

        assertThat(String.join("\n", house.standing())).contains("never told");
    }

    @Test
    void theRunningChatIsReadBackHoweverManyArePlanned() {
        minute(4);
        plannedLater(60);
        house.platform.said(
                message("missed"), house.account("Ida"), "Ida", "A1: missed", Place.ROOM, house.clock.instant());

        house.engine.facilitator().returned(FakePlatform.NAME);

        await().untilAsserted(() -> assertThat(heard()).containsExactly("A1: missed"));
    }

    @Test
    void theLastRecapIsFoundHoweverManyArePlanned() {
        minute(4);
        minute(60 * 26);
        plannedLater(60);

        assertThat(house.engine
                        .facilitator()
                        .recap(new Caller(house.account("Ida"), "Ida"), House.ROOM)
                        .orElse("none"))
                .contains("First steps");
    }

    private void plannedLater(int chats) {
        Happened planned = new Happened(house.clock.instant(), new Event.Planned(EngineTest.plan()));
        house.store.write(writing -> {
            for (int number = 1; number <= chats; number++) {
                writing.append(new ConversationId("here", "later/" + number), 0, List.of(planned), true);
            }
            return true;
        });
    }

    @Test
    void whatIsDeletedWhileTheHistoryIsReadForTheRecapIsNotInIt() {
        minute(4);
        house.say("Ida", "A1: small steps");
        house.platform.said(
                message("missed"), house.account("Ida"), "Ida", "A1: never told", Place.ROOM, house.clock.instant());
        house.platform.meanwhile = () -> {
            house.platform.meanwhile = () -> {};
            house.engine
                    .facilitator()
                    .hear(house.platform.unsaid(message("missed")))
                    .toCompletableFuture()
                    .join();
        };
        minute(22);

        assertThat(house.standing()).anyMatch(post -> post.contains("small steps"));
        assertThat(house.platform.posted).noneMatch(post -> post.text().contains("never told"));
    }

    @Test
    void aDeletionThatOvertakesItsMessageCounts() {
        Instant said = minute(4);
        house.delete(message("one"));

        hear("one", "A1: taken back at once", said, said);

        assertThat(heard()).isEmpty();
    }

    @Test
    void whatIsDeliveredLateDoesNotUndoWhatIsNewer() {
        Instant said = minute(4);
        hear("one", "A1: newest", said, said.plusSeconds(9));
        hear("one", "A1: oldest", said, said);

        assertThat(heard()).containsExactly("A1: newest");
    }

    @Test
    void whatWasTakenOffTheRecordIsNotHeardAgain() {
        Instant said = minute(4);
        hear("one", "A1: a secret", said, said);
        hear("one", "off the record: a secret", said, said.plusSeconds(5));
        hear("one", "A1: a secret", said, said);
        assertThat(heard()).isEmpty();
        house.kill();
        house.start();
        hear("one", "A1: a secret", said, said);
        assertThat(heard()).isEmpty();

        hear("one", "A1: no secret any more", said, said.plusSeconds(50));
        assertThat(heard()).containsExactly("A1: no secret any more");
    }

    private void hear(String id, String text, Instant at, Instant revised) {
        house.engine
                .facilitator()
                .hear(new Incoming.Said(message(id), house.account("Ida"), "Ida", text, Place.ROOM, at, revised))
                .toCompletableFuture()
                .join();
    }

    @Test
    void whoTalksWhileThereIsNoChatIsNotKnownToUs() {
        house.say("Ida", "Anybody here?");

        List<Person> known = house.store.read(reading -> reading.people("here"));
        assertThat(known).isEmpty();
    }

    @Test
    void thePlatformsOwnEventFollowsTheChat() {
        assertThat(states()).containsExactly(Occasion.State.PLANNED);
        minute(1);
        assertThat(states()).containsExactly(Occasion.State.RUNNING);
        house.kill();
        house.start();
        minute(22);
        assertThat(states()).containsExactly(Occasion.State.OVER);
    }

    private List<Occasion.State> states() {
        return house.platform.occasions.values().stream().map(Occasion::state).toList();
    }

    @Test
    void whatWasRefusedIsTriedAgainOnceItIsAllowed() {
        house.platform.forbidden = true;
        minute(4);
        assertThat(house.standing()).isEmpty();
        house.platform.forbidden = false;

        house.engine.facilitator().mended(House.ROOM);

        await().untilAsserted(() -> {
            house.settle();
            assertThat(house.standing()).anyMatch(post -> post.contains("What do you try first?"));
        });
    }
}
