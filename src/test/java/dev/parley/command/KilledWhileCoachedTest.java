package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.engine.HandClock;
import dev.parley.platform.discord.local.Channel;
import dev.parley.platform.discord.local.Guild;
import dev.parley.platform.discord.local.LocalDiscord;
import dev.parley.platform.discord.local.MessageRecord;
import dev.parley.platform.discord.local.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real process is killed again and again while two people are coached on Discord: each is told everything once and in order, and what
 * they write while nobody listens is heard afterwards. Another seed is tried with {@code -Dseed=…}.
 */
class KilledWhileCoachedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant BEGIN = Instant.parse("2027-03-15T16:00:00Z");

    @TempDir
    Path folder;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random chance = new Random(seed);
    private final HandClock clock = new HandClock(BEGIN);
    private final LocalDiscord discord = LocalDiscord.start();
    private final Guild guild = discord.guild("Teachers");
    private final Channel channel = guild.channel("lounge");
    private final User hanna = guild.member("Hanna");
    private final User ana = guild.member("Ana");
    private final User bo = guild.member("Bo");
    private ParleyProcess parley;

    @AfterEach
    void leave() throws InterruptedException {
        parley.kill();
        discord.close();
    }

    @Test
    void everybodyIsToldEverythingOnce() throws Exception {
        System.out.println("Kills from seed " + seed);
        discord.clock(clock);
        at(BEGIN);
        parley = new ParleyProcess(folder, "1m")
                .onDiscord(discord, channel, hanna, "1m")
                .by(folder.resolve("clock"));
        Files.copy(
                Path.of("prompts", "impact-cycle.md"), folder.resolve("prompts").resolve("impact-cycle.md"));
        starts();

        MessageRecord proposal = ana.runs(channel, "/coaching partner", Map.of("with", bo, "cycle", "impact"))
                .reply();
        presses(ana, proposal, "Coach");
        await().atMost(PATIENCE).until(() -> proposal.buttons().contains("I agree"));
        presses(ana, proposal, "I agree");
        presses(bo, letter(bo, 1, "would like to work with you"), "I agree");
        letter(bo, 2, "has begun");
        letter(ana, 1, "has begun");
        diesAt(BEGIN, Duration.ZERO);
        MessageRecord when = ana.runs(channel, "/coaching meet", Map.of("when", "today 17:00, 45 minutes"))
                .reply();
        presses(ana, when, "Keep it");

        diesAt(BEGIN.plus(Duration.ofMinutes(115)), Duration.ofMillis(chance.nextInt(1_500)));
        letter(ana, 2, "Looking back");
        letter(bo, 3, "Looking back");
        answers(ana, 3, "That neither of us looked at the clock", "Looking at it");
        answers(bo, 4, "A question that I had brought", "Looking at it");
        answers(ana, 4, "That it takes time", "Looking ahead");
        answers(bo, 5, "That I talk too much", "Looking ahead");
        answers(ana, 5, "Wait", "Thank you");
        answers(bo, 6, "Ask", "Thank you");
        presses(ana, letter(ana, 5, "Thank you"), "Share what I see looking back");
        presses(bo, letter(bo, 6, "Thank you"), "Share what I see looking back");
        letter(ana, 6, "A question that I had brought");
        letter(bo, 7, "neither of us looked at the clock");

        diesAt(clock.instant().plus(Duration.ofHours(1)), Duration.ofMillis(chance.nextInt(1_500)));
        assertThat(letters(ana)).as("seed %s", seed).hasSize(6);
        assertThat(letters(bo)).as("seed %s", seed).hasSize(7);
        assertThat(channel.saidByBot()).isEmpty();
        assertThat(discord.violations()).isEmpty();
    }

    private void starts() throws IOException {
        parley.start();
        await().atMost(PATIENCE).until(() -> discord.listeners() == 1);
    }

    /** It is killed a moment after it is this late, and comes again. */
    private void diesAt(Instant time, Duration moment) throws IOException, InterruptedException {
        at(time);
        Thread.sleep(moment);
        parley.kill();
        starts();
    }

    private void at(Instant time) throws IOException {
        clock.set(time);
        Path next = Files.writeString(folder.resolve("clock.next"), time.toString());
        Files.move(next, folder.resolve("clock"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Somebody writes an answer while it is there, while it is away, or right before it goes; the pause after it is over, and more is asked. */
    private void answers(User person, int letters, String words, String next) throws Exception {
        Callable<MessageRecord> writes = () -> person.dm(words);
        MessageRecord written;
        if (chance.nextInt(3) == 0) {
            parley.kill();
            written = writes.call();
            starts();
        } else {
            written = writes.call();
            if (chance.nextInt(4) == 0) {
                Thread.sleep(chance.nextInt(200));
                parley.kill();
                starts();
            }
        }
        await("\"" + words + "\" is heard, seed " + seed)
                .atMost(PATIENCE)
                .until(() -> written.reactions().containsKey("✅"));
        at(clock.instant().plus(Duration.ofSeconds(30)));
        letter(person, letters, next);
    }

    private static void presses(User person, MessageRecord message, String label) {
        person.pressesLabel(message, label).acknowledged();
    }

    /** The letter that somebody got as this one, which has these words in it. */
    private MessageRecord letter(User person, int number, String words) {
        await("letter %s to %s, \"%s\", seed %s".formatted(number, person.name(), words, seed))
                .atMost(PATIENCE)
                .until(() -> letters(person).size() >= number || timePasses());
        assertThat(letters(person)).as("seed %s", seed).hasSize(number);
        assertThat(letters(person).getLast().content()).contains(words);
        return letters(person).getLast();
    }

    /** What waits for a platform waits by the clock. */
    private boolean timePasses() throws IOException {
        at(clock.instant().plusSeconds(1));
        return false;
    }

    private List<MessageRecord> letters(User person) {
        return person.inbox().stream()
                .filter(message -> message.author().equals(discord.bot()))
                .toList();
    }
}
