package dev.parley.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.platform.FakeFacilitator;
import dev.parley.platform.Incoming;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.platform.discord.local.Guild;
import dev.parley.platform.discord.local.MessageRecord;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionTest {
    private final Community community = new Community();

    @AfterEach
    void stop() {
        community.close();
    }

    private void assertThatItHears(String words) {
        community.ana.says(community.channel, words);
        await().until(() -> community.facilitator.heard.stream()
                .anyMatch(
                        one -> one instanceof Incoming.Said said && said.text().equals(words)));
    }

    @Test
    void anUnknownTokenIsSaidInPlainWords() {
        community.discord.revokesToken();

        assertThatThrownBy(() -> community.platform.start(community.facilitator))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("token");
    }

    @Test
    void aTokenThatIsRevokedStopsEverythingAndSaysSo() {
        community.start();
        community.discord.revokesToken();

        await().untilAsserted(() -> assertThatThrownBy(() -> community.platform.post(community.saying("k", "Anybody?")))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("token"));
        assertThat(community.platform.check(community.room)).anyMatch(trouble -> trouble.contains("token"));
        int asked = community.discord.requests().count();
        assertThatThrownBy(() -> community.platform.post(community.saying("k", "Anybody?")))
                .isInstanceOf(Unreachable.class);
        assertThat(community.discord.requests().count()).isEqualTo(asked);
    }

    @Test
    void withoutTheContentOfMessagesItStartsAgainWithoutAndSaysSo() {
        community.discord.messageContent(false);
        community.platform.start(community.facilitator);
        await().atMost(Duration.ofSeconds(30)).until(() -> community.discord.listeners() == 1);

        assertThat(community.platform.check(community.room))
                .anyMatch(trouble -> trouble.contains("Message Content Intent"));
        community.ana.says(community.channel, "Not for the bot");
        MessageRecord call =
                community.ana.says(community.channel, "<@" + community.discord.applicationId() + "> A1: for the bot");
        await().until(() -> !community.facilitator.heard.isEmpty());
        assertThat(community.facilitator.heard).singleElement().satisfies(one -> {
            assertThat(((Incoming.Said) one).message()).isEqualTo(community.id(call));
            assertThat(((Incoming.Said) one).text()).isEqualTo("A1: for the bot");
        });
    }

    @Test
    void aDiscordThatIsDownIsWaitedFor() {
        community.discord.off();
        community.platform.start(community.facilitator);
        assertThatThrownBy(() -> community.platform.post(community.saying("k", "Anybody?")))
                .isInstanceOf(Unreachable.class);
        assertThat(community.platform.check(community.room)).hasSize(1);

        community.discord.on();

        await().atMost(Duration.ofSeconds(30)).until(() -> community.discord.listeners() == 1);
        assertThatItHears("There you are");
        assertThat(community.platform.post(community.saying("k", "Here"))).isNotNull();
    }

    @Test
    void anOutageIsSurvived() {
        community.start();
        community.discord.off();
        assertThatThrownBy(() -> community.platform.post(community.saying("k", "Anybody?")))
                .isInstanceOf(Unreachable.class);
        community.discord.on();

        await().atMost(Duration.ofSeconds(60)).until(() -> community.discord.listeners() == 1);
        assertThatItHears("Back again");
        community.platform.post(community.saying("k", "Here"));
        assertThat(community.seen()).contains("Here");
    }

    @Test
    void shardsDivideTheServersAndAnyInstancePostsAnywhere() {
        FakeFacilitator other = new FakeFacilitator();
        long shard = (community.guild.id() >> 22) % 2;
        DiscordSettings.Shards its = new DiscordSettings.Shards(2, (int) shard, (int) shard);
        DiscordSettings.Shards others = new DiscordSettings.Shards(2, 1 - (int) shard, 1 - (int) shard);
        try (DiscordPlatform listens = Community.platform(community.settings(its));
                DiscordPlatform elsewhere = Community.platform(community.settings(others))) {
            listens.start(community.facilitator);
            elsewhere.start(other);
            await().atMost(Duration.ofSeconds(20)).until(() -> community.discord.listeners() == 2);

            elsewhere.post(community.question("k", "Posted from elsewhere"));
            assertThat(elsewhere.check(community.room)).isEmpty();
            assertThatItHears("Heard once");
            assertThat(other.heard).isEmpty();
            assertThat(community.seen()).contains("Posted from elsewhere");
        }
    }

    @Test
    void aServerThatInvitesTheBotLaterIsHeard() {
        Guild guild = community.guild;
        guild.throwsBotOut();
        community.platform.start(community.facilitator);
        await().until(() -> community.discord.listeners() == 1);
        assertThat(community.platform.check(community.room)).hasSize(1);
        assertThatThrownBy(() -> community.platform.post(community.saying("k", "Anybody?")))
                .isInstanceOf(Refused.class);
        community.facilitator.mended.clear();

        guild.invitesBot();

        await().until(() -> community.facilitator.mended.contains(community.room));
        assertThatItHears("Welcome");
        assertThat(community.platform.check(community.room)).isEmpty();
    }

    @Test
    void theTokenIsInNoText() {
        assertThat(community.settings(DiscordSettings.Shards.ONE).toString()).doesNotContain(community.discord.token());
        assertThat(Optional.of(community.settings(DiscordSettings.Shards.ONE)).toString())
                .contains("shards");
    }
}
