package dev.parley.evening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.engine.HandClock;
import dev.parley.engine.coaching.Item;
import dev.parley.platform.Order.Kind;
import dev.parley.platform.discord.local.MessageRecord;
import dev.parley.platform.slack.SlackSettings.Mode;
import dev.parley.platform.slack.local.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody answers in private, changes an answer and takes one back, while Parley is not there or has lost its connection. */
class UnreadInPrivateTest {
    private static final Instant MORNING = Instant.parse("2027-03-01T08:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(MORNING);

    /**
     * What somebody does on their platform whether or not anybody listens.
     *
     * @param says writes in private
     * @param received whether something shows that it is kept
     */
    private record Alone(Seat seat, Function<String, Object> says, Predicate<Object> received) {}

    private record Written(Object stays, Object changes, Object goes) {}

    private static Alone onDiscord(DiscordSeat seat) {
        return new Alone(
                seat,
                seat.user()::dm,
                written -> ((MessageRecord) written).reactions().containsKey("✅"));
    }

    private static Alone onSlack(SlackSeat seat) {
        return new Alone(
                seat,
                seat.person()::dm,
                written -> ((Message) written).reactions().containsKey("white_check_mark"));
    }

    @Test
    void onDiscordWhenTheConnectionIsLost() {
        try (Lounge lounge = new Lounge(folder.resolve("lounge"), clock);
                Town town = new Town(folder.resolve("town"), clock, lounge.platform())) {
            lounge.hears();
            DiscordSeat ana = new DiscordSeat(lounge, lounge.ana);
            DiscordSeat bo = new DiscordSeat(lounge, lounge.bo);
            Written written = asked(town, ana, bo, () -> ana.proposes(bo, "impact"));

            lounge.discord.invalidatesSessions(false);
            Object missed = meanwhile(onDiscord(ana), written);

            isHeard(town, onDiscord(ana), missed);
        }
    }

    @Test
    void onDiscordWhenParleyIsNotThere() {
        try (Lounge lounge = new Lounge(folder.resolve("lounge"), clock)) {
            DiscordSeat ana = new DiscordSeat(lounge, lounge.ana);
            DiscordSeat bo = new DiscordSeat(lounge, lounge.bo);
            Written written;
            try (Town town = new Town(folder.resolve("town"), clock, lounge.platform())) {
                lounge.hears();
                written = asked(town, ana, bo, () -> ana.proposes(bo, "impact"));
            }
            Object missed = meanwhile(onDiscord(ana), written);
            try (Town town = new Town(folder.resolve("town"), clock, lounge.platform())) {
                isHeard(town, onDiscord(ana), missed);
            }
            assertThat(lounge.discord.violations()).isEmpty();
        }
    }

    @Test
    void onSlackWhenTheConnectionIsLost() {
        try (Staffroom staffroom = new Staffroom(folder.resolve("staffroom"), Mode.SOCKET, clock);
                Town town = new Town(folder.resolve("town"), clock, staffroom.platform())) {
            staffroom.slack.retriesAfter(Duration.ofHours(1));
            staffroom.hears();
            SlackSeat ana = new SlackSeat(staffroom, staffroom.ana);
            SlackSeat bo = new SlackSeat(staffroom, staffroom.bo);
            Written written = asked(town, ana, bo, () -> ana.proposes(bo, "impact"));

            staffroom.slack.dropsSockets();
            Object missed = meanwhile(onSlack(ana), written);

            isHeard(town, onSlack(ana), missed);
        }
    }

    @Test
    void onSlackWhenParleyIsNotThere() {
        try (Staffroom staffroom = new Staffroom(folder.resolve("staffroom"), Mode.SOCKET, clock)) {
            staffroom.slack.retriesAfter(Duration.ofHours(1));
            SlackSeat ana = new SlackSeat(staffroom, staffroom.ana);
            SlackSeat bo = new SlackSeat(staffroom, staffroom.bo);
            Written written;
            try (Town town = new Town(folder.resolve("town"), clock, staffroom.platform())) {
                staffroom.hears();
                written = asked(town, ana, bo, () -> ana.proposes(bo, "impact"));
            }
            Object missed = meanwhile(onSlack(ana), written);
            try (Town town = new Town(folder.resolve("town"), clock, staffroom.platform())) {
                isHeard(town, onSlack(ana), missed);
            }
        }
    }

    /** The two have met and are asked about it, and Ana has answered in three parts. */
    private Written asked(Town town, Seat ana, Seat bo, Supplier<Told> proposal) {
        ana.presses(proposal.get(), "Coach");
        town.settle();
        ana.presses(ana.orders(Kind.OVERVIEW, ""), "I agree");
        pass(town, Duration.ofMinutes(1));
        bo.presses(letter(bo, "would like to work with you"), "I agree");
        pass(town, Duration.ofMinutes(1));
        ana.presses(ana.orders(Kind.MEET, "today 11am, 45 minutes"), "Keep it");
        pass(town, Duration.ofHours(4));
        letter(ana, "Looking back.");
        Written written = new Written(
                ana.writes("Everybody had a reason to speak"),
                ana.writes("We laughed when the bell rang"),
                ana.writes("this belongs into another window"));
        town.settle();
        return written;
    }

    private Object meanwhile(Alone ana, Written written) {
        clock.set(clock.instant().plusSeconds(5));
        ana.seat().edits(written.changes(), "We laughed when somebody knocked");
        ana.seat().deletes(written.goes());
        clock.set(clock.instant().plusSeconds(5));
        Object missed = ana.says().apply("and then it was quiet");
        clock.set(clock.instant().plus(Duration.ofMinutes(90)));
        return missed;
    }

    private void isHeard(Town town, Alone ana, Object missed) {
        await().atMost(PATIENCE).until(() -> ana.received().test(missed));
        await().atMost(PATIENCE)
                .until(() -> !journal(town, ana.seat()).toString().contains("another window"));
        town.settle();

        assertThat(journal(town, ana.seat())).containsExactly("""
                        Everybody had a reason to speak
                        We laughed when somebody knocked
                        and then it was quiet""");
        pass(town, Duration.ofMinutes(1));
        assertThat(ana.seat().letters())
                .extracting(letter -> Transcript.plain(letter.text()))
                .filteredOn(letter -> letter.contains("Looking "))
                .hasSize(2);
        letter(ana.seat(), "Looking at it.");
    }

    private static List<String> journal(Town town, Seat who) {
        return town.coaching.journals().journal(who.account()).orElseThrow().items().stream()
                .map(Item::words)
                .collect(Collectors.toList());
    }

    private static Told letter(Seat who, String words) {
        return who.letters().stream()
                .filter(letter -> Transcript.plain(letter.text()).contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(who.name() + " was never told: " + words));
    }

    private static void pass(Town town, Duration time) {
        town.until(town.now().plus(time), () -> {});
    }
}
