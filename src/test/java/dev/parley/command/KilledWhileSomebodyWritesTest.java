package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.platform.discord.local.Channel;
import dev.parley.platform.discord.local.Guild;
import dev.parley.platform.discord.local.LocalDiscord;
import dev.parley.platform.discord.local.MessageRecord;
import dev.parley.platform.discord.local.User;
import dev.parley.platform.slack.local.Message;
import dev.parley.platform.slack.local.Person;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real process is killed, and somebody goes on writing to it in private. */
class KilledWhileSomebodyWritesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern THOUGHT = Pattern.compile("thought \\d+ of \\w+");

    @TempDir
    Path folder;

    /** Waits until the recap's page holds these thoughts and no other. */
    private static void keeps(ParleyProcess parley, String... thoughts) throws Exception {
        Guest reader = new Guest(parley.site());
        String day = Files.readString(parley.settings()).replaceAll("(?s).*from: ([-\\d]+)}.*", "$1");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(thoughts(
                                reader.get("/recap/quick/" + day + ".json").body()))
                        .containsExactlyInAnyOrder(thoughts));
    }

    private static List<String> thoughts(String text) {
        return THOUGHT.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    @Test
    void onDiscord() throws Exception {
        try (LocalDiscord discord = LocalDiscord.start()) {
            Guild guild = discord.guild("Teachers");
            Channel channel = guild.channel("lounge");
            User hanna = guild.member("Hanna");
            User ana = guild.member("Ana");
            ParleyProcess parley = new ParleyProcess(folder, "30m").onDiscord(discord, channel, hanna, "30m");
            parley.start();
            await().atMost(PATIENCE).until(() -> discord.listeners() == 1);
            hanna.runs(channel, "/chat start").reply();
            await().atMost(PATIENCE)
                    .until(() -> channel.saidByBot().stream()
                            .anyMatch(message -> message.content().contains("Welcome to the quick chat.")));
            MessageRecord stays = ana.dm("A1: thought 1 of Ana");
            MessageRecord changes = ana.dm("A1: thought 2 of Ana");
            MessageRecord goes = ana.dm("A1: thought 3 of Ana");
            List.of(stays, changes, goes).forEach(KilledWhileSomebodyWritesTest::isReceived);
            ana.dm("thought 4 of Ana");
            await().atMost(PATIENCE).until(() -> questions(ana) == 1);

            parley.kill();
            ana.edits(changes, "A1: thought 5 of Ana");
            ana.deletes(goes);
            MessageRecord missed = ana.dm("A1: thought 6 of Ana");
            parley.start();

            isReceived(missed);
            keeps(parley, "thought 1 of Ana", "thought 5 of Ana", "thought 6 of Ana");
            assertThat(questions(ana)).isEqualTo(1);
            assertThat(parley.stop()).isIn(0, 143);
            assertThat(discord.violations()).isEmpty();
        }
    }

    private static void isReceived(MessageRecord message) {
        await().atMost(PATIENCE).until(() -> message.reactions().containsKey("✅"));
    }

    /** How often somebody was asked what something is for. */
    private static long questions(User user) {
        return user.inbox().stream()
                .filter(message -> message.buttons().contains("Not for the chat"))
                .count();
    }

    @Test
    void onSlack() throws Exception {
        try (OnSlack there = new OnSlack(folder)) {
            there.slack.retriesAfter(Duration.ofHours(1));
            Person hanna = there.workspace.person("Hanna");
            Person ana = there.workspace.person("Ana");
            ParleyProcess parley = new ParleyProcess(folder, "30m")
                    .onSlack(there, "sockets", hanna, "30m", Instant.now().plus(Duration.ofHours(1)));
            parley.start();
            await().atMost(PATIENCE).until(() -> there.slack.sockets() > 0);
            hanna.runs(there.channel, "/parley start").reply();
            await().atMost(PATIENCE)
                    .until(() -> there.channel.fromBot().stream()
                            .anyMatch(message -> message.shown().contains("Welcome to the quick chat.")));
            Message stays = ana.dm("A1: thought 1 of Ana");
            Message changes = ana.dm("A1: thought 2 of Ana");
            Message goes = ana.dm("A1: thought 3 of Ana");
            List.of(stays, changes, goes).forEach(KilledWhileSomebodyWritesTest::isReceived);
            ana.dm("thought 4 of Ana");
            await().atMost(PATIENCE).until(() -> questions(ana) == 1);

            parley.kill();
            ana.edits(changes, "A1: thought 5 of Ana");
            ana.deletes(goes);
            Message missed = ana.dm("A1: thought 6 of Ana");
            parley.start();

            isReceived(missed);
            keeps(parley, "thought 1 of Ana", "thought 5 of Ana", "thought 6 of Ana");
            assertThat(questions(ana)).isEqualTo(1);
            assertThat(parley.stop()).isIn(0, 143);
        }
    }

    private static void isReceived(Message message) {
        await().atMost(PATIENCE).until(() -> message.reactions().containsKey("white_check_mark"));
    }

    private static long questions(Person person) {
        return person.inbox().stream()
                .filter(message -> message.buttons().contains("Not for the chat"))
                .count();
    }
}
