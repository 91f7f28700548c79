package dev.parley.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.PrivateGap;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose private rooms are read back on behalf of a chat. */
class ReadingPrivatelyTest {

    @TempDir
    Path folder;

    private House house;

    @BeforeEach
    void open() {
        house = new House(folder, EngineTest.plan(), EngineTest.START.minus(Duration.ofDays(2)), 100);
        house.until(EngineTest.START.plus(Duration.ofMinutes(4)));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private RoomId writes(String name) {
        RoomId room = new RoomId(FakePlatform.NAME, "with " + name);
        house.engine.facilitator().writesIn(house.account(name), room);
        return room;
    }

    private void returned() {
        house.engine.facilitator().returned(FakePlatform.NAME);
    }

    @Test
    void whoTakesPartAndWroteInPrivateOnceIsReadBackWhoSpokeLastFirst() {
        house.say("Ida", "A1: small steps");
        house.until(EngineTest.START.plus(Duration.ofMinutes(5)));
        house.say("Jon", "A1: a list");
        house.say("Kim", "A1: a walk");
        RoomId ida = writes("Ida");
        RoomId jon = writes("Jon");

        returned();

        await().until(() -> house.platform.caughtUp.size() == 2);
        assertThat(house.platform.caughtUp).extracting(PrivateGap::room).containsExactly(jon, ida);
        PrivateGap gap = house.platform.caughtUp.getFirst();
        assertThat(gap.with()).isEqualTo(house.account("Jon"));
        assertThat(gap.from()).isEqualTo(EngineTest.START.minus(Routing.CLOCKS_DIFFER));
        assertThat(gap.spokenOf()).isEqualTo(house.clock.instant().minus(Duration.ofHours(1)));
        assertThat(house.platform.opened).isEmpty();
    }

    @Test
    void whereSomebodyWritesIsKnownAfterARestart() {
        house.say("Ida", "A1: small steps");
        RoomId ida = writes("Ida");
        house.kill();
        house.start();

        returned();

        await().until(() -> house.platform.caughtUp.size() == 1);
        assertThat(house.platform.caughtUp.getFirst().room()).isEqualTo(ida);
    }

    @Test
    void whatCannotBeReadIsReadLaterAndWhatIsRefusedHoldsUpNobody() {
        house.say("Ida", "A1: small steps");
        house.say("Jon", "A1: a list");
        writes("Ida");
        writes("Jon");
        house.platform.unreachable = 1;

        returned();

        await().until(() -> house.platform.caughtUp.size() == 2);
        house.platform.caughtUp.clear();
        house.platform.forbidden = true;
        returned();
        house.platform.forbidden = false;
        returned();
        await().until(() -> house.platform.caughtUp.size() >= 2);
    }

    @Test
    void ofWhoIsNotKnownNothingIsRemembered() {
        writes("Nobody");

        assertThat(house.store.<Boolean>read(reading ->
                        reading.byAccount("here", FakePlatform.NAME, "Nobody").isPresent()))
                .isFalse();
    }

    @Test
    void whoWasNamedTwiceIsReadBackOnce() {
        MessageId one = new MessageId(new RoomId("fake", "x"), "1");
        Awaited chat = new Awaited(new PersonId("ida"), EngineTest.START, EngineTest.START.minusSeconds(60), Set.of());
        Awaited asked = new Awaited(
                new PersonId("ida"), EngineTest.START.plusSeconds(60), EngineTest.START.minusSeconds(600), Set.of(one));

        assertThat(chat.and(asked)).isEqualTo(asked);
    }
}
