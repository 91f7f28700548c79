package dev.parley.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.conversation.MessageId;
import dev.parley.platform.Allowance;
import dev.parley.platform.Incoming;
import dev.parley.platform.Mark;
import dev.parley.platform.Outgoing;
import dev.parley.platform.SlidingBudget;
import dev.parley.platform.Unlimited;
import dev.parley.platform.Unreachable;
import dev.parley.platform.discord.local.Channel;
import dev.parley.platform.discord.local.Faults;
import dev.parley.platform.discord.local.MessageRecord;
import dev.parley.voice.Prompts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TroublesTest {
    private final Community community = new Community();

    @AfterEach
    void stop() {
        community.close();
    }

    /** As the outbox does it: again until it is done, looking first. */
    private MessageId postUntilDone(Outgoing post) {
        boolean again = false;
        while (true) {
            try {
                Optional<MessageId> standing = again ? community.platform.find(post) : Optional.empty();
                return standing.orElseGet(() -> community.platform.post(post));
            } catch (Unreachable later) {
                again = true;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyPostStandsOnceAndInOrderWhateverHappens(long seed) {
        community.start();
        community.discord.faults(Faults.from(seed)
                .limiting(0.03)
                .failing(0.1)
                .badGateways(0.1)
                .losingAnswers(0.15)
                .dropping(0.02)
                .doubling(0.1));
        List<String> said = new ArrayList<>();
        for (int at = 1; at <= 25; at++) {
            String text = "Post number " + at;
            said.add(text);
            postUntilDone(at % 5 == 0 ? community.question("k" + at, text) : community.saying("k" + at, text));
        }
        community.discord.faultless();

        assertThat(community.seen()).as("seed %s", seed).containsExactlyElementsOf(said);
        assertThat(community.channel.threads()).hasSize(5);
        assertThat(community.discord.violations()).isEmpty();
    }

    @Test
    void whatIsSaidTwiceAndThroughBrokenConnectionsIsAllHeard() {
        community.start();
        community.discord.faults(Faults.from(5).dropping(0.02).doubling(0.3));
        List<MessageId> said = new ArrayList<>();
        for (int at = 0; at < 100; at++) {
            said.add(community.id(community.ana.says(community.channel, "Word " + at)));
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> community.facilitator.heard.stream()
                        .map(one -> ((Incoming.Said) one).message())
                        .distinct()
                        .toList()
                        .equals(said));
        community.discord.faultless();
    }

    @Test
    void underDiscordsLimitsNothingIsAnswered429() throws Exception {
        Map<String, DiscordSettings.Room> rooms = new HashMap<>();
        List<Channel> channels = new ArrayList<>();
        for (int at = 0; at < 60; at++) {
            Channel channel = community.guild.channel("room-" + at);
            channels.add(channel);
            rooms.put(Long.toString(channel.id()), new DiscordSettings.Room(false));
        }
        DiscordSettings usual = community.settings(DiscordSettings.Shards.ONE);
        DiscordSettings settings = new DiscordSettings(
                usual.token(),
                usual.api(),
                usual.gateway(),
                usual.shards(),
                true,
                Optional.empty(),
                Set.of(),
                Set.of(),
                rooms);
        Allowance fifty = new Allowance(50, Duration.ofSeconds(1), Duration.ofMillis(200));
        try (DiscordPlatform platform = new DiscordPlatform(
                        settings,
                        Prompts.of("discord", "commands"),
                        SlidingBudget.alone(fifty, System::nanoTime),
                        Unlimited.LEAVE,
                        InstantSource.system());
                var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            community.discord.limited(true);
            platform.start(community.facilitator);
            await().until(() -> community.discord.listeners() == 1);
            List<Future<?>> all = new ArrayList<>();
            for (Channel channel : channels) {
                all.add(workers.submit(() -> threePosts(platform, channel)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(channels)
                .allSatisfy(channel -> assertThat(channel.history())
                        .extracting(MessageRecord::content)
                        .containsExactly("One", "Two", "Three"));
        assertThat(community.discord.requests().limited()).isZero();
        assertThat(community.discord.requests().busiestSecond()).isLessThanOrEqualTo(50);
    }

    private static void threePosts(DiscordPlatform platform, Channel channel) {
        var room = new dev.parley.conversation.RoomId("discord", Long.toString(channel.id()));
        for (String text : List.of("One", "Two", "Three")) {
            platform.post(new Outgoing(text, room, text, Optional.empty(), Outgoing.Tone.PLAIN));
        }
    }

    @Test
    void aRoomThatWaitsHoldsUpNoOther() throws Exception {
        community.start();
        Channel other = community.guild.channel("quiet");
        MessageRecord quiet = community.ana.says(other, "Hello");
        community.discord.limited(true);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> busy = workers.submit(() -> {
                for (int at = 0; at < 7; at++) {
                    community.platform.post(community.saying("k" + at, "Post " + at));
                }
            });
            await().until(() -> community.seen().size() == 5);
            community.platform.receipt(
                    new MessageId(
                            new dev.parley.conversation.RoomId("discord", Long.toString(other.id())), "" + quiet.id()),
                    Mark.FILED);
            assertThat(busy.isDone()).isFalse();
            assertThat(quiet.reactions()).containsKey("✅");
            busy.get();
        }
        assertThat(community.seen()).hasSize(7);
    }
}
