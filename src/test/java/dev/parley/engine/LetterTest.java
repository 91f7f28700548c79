package dev.parley.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.coaching.notebook.NotebookLetter;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.Fact;
import dev.parley.conversation.Happened;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Choice;
import dev.parley.platform.Narrow;
import dev.parley.platform.Outgoing;
import dev.parley.store.Queued;
import dev.parley.store.Row;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters are said to one person in private, once, or not at all. */
class LetterTest {

    private static final ConversationId CIRCLE = new ConversationId("here", "circle:one");
    private static final String KEY = "circle:one/word";
    private static final RoomId PRIVATE = new RoomId(FakePlatform.NAME, "with Ada");

    @TempDir
    Path folder;

    private House house;
    private PersonId ada;

    @BeforeEach
    void open() {
        house = new House(folder, EngineTest.plan(), EngineTest.START.minus(Duration.ofDays(2)), 100);
        ada = introduce(FakePlatform.NAME, "Ada");
        happens(0, new Event.CoHosted(ada));
        house.store.write(writing -> {
            writing.enrol(CIRCLE, Set.of(ada));
            return true;
        });
    }

    @AfterEach
    void close() {
        house.close();
    }

    private PersonId introduce(String platform, String name) {
        return house.store
                .write(writing -> writing.introduce("here", platform, name, name))
                .id();
    }

    private void happens(long version, Event event) {
        house.store.write(
                writing -> writing.append(CIRCLE, version, List.of(new Happened(house.clock.instant(), event)), true));
    }

    private void write(PersonId person) {
        write(person, "gardens");
    }

    private void write(PersonId person, String about) {
        write(KEY, person, about);
    }

    private void write(String key, PersonId person, String about) {
        write(key, person, about, house.clock.instant());
    }

    private void write(String key, PersonId person, String about, Instant due) {
        Instant until = due.plus(Duration.ofHours(1));
        Effect letter = new Effect.Letter(key, person, new NotebookLetter.HowDidItGo(about), due, until);
        house.store.write(writing -> {
            writing.enqueue(CIRCLE, List.of(new Queued(Lanes.of(letter), due, until, letter)));
            return true;
        });
    }

    private void carriedOut() {
        house.engine.stir();
        house.settle();
    }

    private Row.State state() {
        return house.store
                .read(reading -> reading.row("here", KEY))
                .orElseThrow()
                .state();
    }

    private List<Fact> facts() {
        return house.store.read(reading -> reading.events(CIRCLE, 0).stream()
                .map(stored -> stored.happened().event())
                .toList());
    }

    @Test
    void aLetterStandsInThePrivateRoom() {
        write(ada);
        carriedOut();

        Outgoing letter = house.platform.posted.getLast();
        assertThat(letter.room()).isEqualTo(PRIVATE);
        assertThat(letter.text()).isEqualTo("About gardens");
        assertThat(letter.choices()).containsExactly(new Choice("circle.yes", "Yes", Choice.Style.MAIN));
        assertThat(state()).isEqualTo(Row.State.DONE);
        MessageId message = house.platform.find(letter).orElseThrow();
        assertThat(facts()).endsWith(new Event.Standing(KEY, message));
    }

    @Test
    void aPrivateRoomIsOpenedOnce() {
        write(ada);
        carriedOut();
        house.kill();
        house.start();
        write("circle:one/another", ada, "slugs");
        carriedOut();

        assertThat(house.platform.posted).extracting(Outgoing::room).containsExactly(PRIVATE, PRIVATE);
        assertThat(house.platform.opened).containsExactly(house.account("Ada"));
    }

    @Test
    void aPrivateRoomInWhichNothingCanBeSaidIsOpenedAgainTheNextTime() {
        house.platform.forbidden = true;
        write(ada);
        carriedOut();
        assertThat(state()).isEqualTo(Row.State.PARKED);

        house.platform.forbidden = false;
        write("circle:one/another", ada, "slugs");
        carriedOut();

        assertThat(house.platform.posted).hasSize(1);
        assertThat(house.platform.opened).hasSize(2);
    }

    @Test
    void aLetterWhoseAnswerWasLostIsNotPostedAgain() {
        house.platform.diesAfterPosting = true;
        write(ada);
        carriedOut();
        house.until(house.clock.instant().plus(Duration.ofMinutes(1)));

        assertThat(house.platform.posted).hasSize(1);
        assertThat(state()).isEqualTo(Row.State.DONE);
    }

    @Test
    void whatCannotBeSaidNowIsSaidLater() {
        house.platform.unreachable = 1;
        write(ada);
        carriedOut();
        house.until(house.clock.instant().plus(Duration.ofMinutes(1)));

        assertThat(house.platform.posted).hasSize(1);
        assertThat(state()).isEqualTo(Row.State.DONE);
    }

    @Test
    void strangersWaitForTheirPrivateRoomsInTheOrderOfTheirTimeHoweverLongThatTakes() {
        house.platform.openings = 0;
        writeToStranger("Cy", 3);
        writeToStranger("Bo", 1);
        writeToStranger("Di", 2);
        for (int round = 0; round < 40; round++) {
            passes();
        }
        assertThat(house.platform.posted).isEmpty();

        for (int round = 0; round < 3; round++) {
            house.platform.openings = 1;
            passes();
            assertThat(house.platform.posted).hasSize(round + 1);
        }

        assertThat(house.platform.posted)
                .extracting(Outgoing::text)
                .containsExactly("About Bo", "About Di", "About Cy");
        assertThat(house.platform.sought)
                .as("nothing was sent, so nothing was in doubt")
                .isZero();
    }

    @Test
    void whoComesLaterStandsBehindThoseWhoWait() {
        house.platform.openings = 0;
        writeToStranger("Bo", 1);
        carriedOut();
        house.platform.openings = 1;
        writeToStranger("Cy", 2);
        carriedOut();
        assertThat(house.platform.posted).isEmpty();

        passes();
        assertThat(house.platform.posted).extracting(Outgoing::text).containsExactly("About Bo");
    }

    @Test
    void whoWaitsGoesOnWaitingAfterARestart() {
        house.platform.openings = 0;
        writeToStranger("Cy", 2);
        writeToStranger("Bo", 1);
        carriedOut();
        house.kill();
        house.start();
        house.platform.openings = 1;
        passes();
        house.platform.openings = 1;
        passes();

        assertThat(house.platform.posted).extracting(Outgoing::text).containsExactly("About Bo", "About Cy");
    }

    @Test
    void whoWaitsForAPlatformThatIsGoneDoesNotWaitForEver() {
        house.platform.openings = 0;
        PersonId bo = introduce(FakePlatform.NAME, "Bo");
        write(bo);
        carriedOut();
        house.kill();
        house.platforms.clear();
        house.start();
        carriedOut();

        assertThat(state()).isEqualTo(Row.State.PARKED);
    }

    @Test
    void whoIsKnownDoesNotStandBehindStrangers() {
        write(ada);
        carriedOut();
        house.platform.openings = 0;
        writeToStranger("Bo", 1);
        carriedOut();
        write("circle:one/another", ada, "slugs");
        carriedOut();

        assertThat(house.platform.posted).extracting(Outgoing::text).containsExactly("About gardens", "About slugs");
    }

    /** Some are on their way at once and may overtake each other, but nobody else. */
    @Test
    void lettersThatWaitToBePostedKeepTheirOrder() {
        int all = 3 * Narrow.LETTERS.atOnce();
        house.platform.letters = 0;
        for (int second = all; second > 0; second--) {
            writeToStranger("S" + second, second);
        }
        carriedOut();
        assertThat(house.platform.posted).isEmpty();
        for (int pass = 0; pass < all && house.platform.posted.size() < all; pass++) {
            house.platform.letters = 3;
            passes();
        }

        List<Integer> order = house.platform.posted.stream()
                .map(letter -> Integer.valueOf(letter.text().substring("About S".length())))
                .toList();
        assertThat(order).hasSize(all).doesNotHaveDuplicates();
        for (int place = 1; place <= all; place++) {
            assertThat(order.get(place - 1)).as("in " + order).isLessThan(place + Narrow.LETTERS.atOnce());
        }
        assertThat(house.platform.opened).hasSize(all);
    }

    @Test
    void whoWaitsTooLongIsNotWrittenToAnyMore() {
        house.platform.openings = 0;
        write(ada);
        carriedOut();
        house.away(Duration.ofHours(2));
        carriedOut();

        assertThat(state()).isEqualTo(Row.State.LAPSED);
    }

    private void writeToStranger(String name, int seconds) {
        PersonId person = introduce(FakePlatform.NAME, name);
        write("circle:one/to " + name, person, name, house.clock.instant().minusSeconds(100 - seconds));
    }

    /** So much time passes as it takes until somebody who waits may try again. */
    private void passes() {
        house.away(FakePlatform.A_WHILE);
        carriedOut();
    }

    @Test
    void whatCannotBePrivateIsSaidNowhere() {
        house.platform.closed.add(house.account("Ada"));
        write(ada);
        carriedOut();

        assertThat(house.platform.posted).isEmpty();
        assertThat(house.platform.whispers).isEmpty();
        assertThat(state()).isEqualTo(Row.State.PARKED);
    }

    @Test
    void whatIsRefusedOnOneAccountGoesToTheNext() {
        house.kill();
        FakePlatform other = new FakePlatform("other");
        house.platforms.add(other);
        house.platforms.add(new FakePlatform("third"));
        house.start();
        house.store.write(writing -> writing.introduce("here", "other", "Bo", "Bo"));
        PersonId bo = introduce("other", "Bo");
        house.platform.closed.add(house.account("Bo"));

        write(bo);
        carriedOut();

        assertThat(house.platform.posted).isEmpty();
        assertThat(other.posted).extracting(Outgoing::text).containsExactly("About gardens");
    }

    @Test
    void aLetterThatHasNothingToSayAnyMoreLapses() {
        write(ada, "");
        carriedOut();

        assertThat(house.platform.posted).isEmpty();
        assertThat(state()).isEqualTo(Row.State.LAPSED);
        assertThat(facts()).endsWith(new Event.Lapsed(KEY));
    }

    @Test
    void aLetterThatIsTooLateLapses() {
        write(ada);
        house.away(Duration.ofHours(2));
        carriedOut();

        assertThat(house.platform.posted).isEmpty();
        assertThat(facts()).endsWith(new Event.Lapsed(KEY));
    }

    @Test
    void aStoryIsWokenInItsOwnWay() {
        happens(1, new Event.Paused());
        Instant ends = house.clock.instant().plus(Duration.ofHours(1));
        Effect wake = Effect.Wake.of(CIRCLE, ends);
        house.store.write(writing -> {
            writing.enqueue(CIRCLE, List.of(new Queued(Lanes.of(wake), ends, Instant.MAX, wake)));
            return true;
        });
        house.until(ends);

        assertThat(facts()).endsWith(new Event.Ended());
    }

    @Test
    void whoIsErasedLeavesTheirStories() {
        happens(1, new Event.CoHosted(introduce(FakePlatform.NAME, "Bo")));
        house.engine.erase(ada).toCompletableFuture().join();

        assertThat(facts()).endsWith(new Event.Forgotten(ada));
        assertThat(house.store.<List<ConversationId>>read(reading -> reading.memberships("here", ada)))
                .isEmpty();
    }

    @Test
    void aStoryOfNobodyElseGoesWithThem() {
        house.engine.erase(ada).toCompletableFuture().join();

        assertThat(facts()).isEmpty();
    }
}
