package dev.parley.platform.discord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.requests.GatewayIntent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who hears what through the gateway, and in which troubles. */
class GatewayTest {
    private final LocalDiscord discord = LocalDiscord.start();
    private final Guild guild = discord.guild("Teachers");
    private final Channel room = guild.channel("aledchat");
    private final User ana = guild.member("Ana");

    @AfterEach
    void stops() {
        discord.close();
    }

    private static String heard(JdaClient client) throws InterruptedException {
        return client.next(MessageReceivedEvent.class).getMessage().getContentRaw();
    }

    @Test
    void wordsComeOnlyWithTheIntentOrWhenTheyAreForTheBot() throws InterruptedException {
        discord.messageContent(false);
        try (JdaClient client = new JdaClient(
                discord,
                EnumSet.of(
                        GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES, GatewayIntent.SCHEDULED_EVENTS))) {
            ana.says(room, "not for the bot");
            ana.says(room, discord.bot().mention() + " for the bot");
            ana.dm("in private");
            assertThat(heard(client)).isEmpty();
            assertThat(heard(client)).endsWith("for the bot");
            assertThat(heard(client)).isEqualTo("in private");
        }
        assertThat(discord.violations()).isEmpty();
    }

    @Test
    void anIntentThatWasNotGrantedEndsTheSession() {
        discord.messageContent(false);
        assertThatThrownBy(() -> JdaClient.usual(discord)).hasMessageContaining("intents");
    }

    @Test
    void aBotHearsOnlyWhatItCanSee() throws InterruptedException {
        try (JdaClient client = JdaClient.usual(discord)) {
            room.deniesBot(Permission.VIEW_CHANNEL);
            ana.says(room, "hidden");
            room.leavesBotAlone();
            ana.says(room, "seen");
            assertThat(heard(client)).isEqualTo("seen");
        }
    }

    @Test
    void eventsComeTwiceAndConnectionsBreakFromASeed() throws InterruptedException {
        try (JdaClient client = JdaClient.usual(discord)) {
            discord.faults(Faults.from(3).doubling(0.3).dropping(0.2));
            for (int index = 0; index < 20; index++) {
                ana.says(room, "m" + index);
            }
            discord.faultless();
            ana.says(room, "last");
            List<String> all = new ArrayList<>();
            do {
                all.add(heard(client));
            } while (!all.getLast().equals("last"));
            assertThat(all.stream().distinct()).hasSize(21);
            assertThat(all).hasSizeGreaterThan(21);
            assertThat(discord.resumes()).isPositive();
        }
    }

    @Test
    void aShardHearsOnlyItsGuilds() throws InterruptedException {
        List<Guild> guilds = new ArrayList<>(List.of(guild));
        while (guilds.stream().map(one -> (one.id() >> 22) % 2).distinct().count() < 2) {
            Thread.sleep(1);
            guilds.add(discord.guild("Guild " + guilds.size()));
        }
        Guild other = guilds.getLast();
        Channel elsewhere = other.channel("elsewhere");
        other.joined(ana);
        try (JdaClient client = new JdaClient(
                discord,
                EnumSet.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.MESSAGE_CONTENT, GatewayIntent.SCHEDULED_EVENTS),
                (int) ((other.id() >> 22) % 2),
                2)) {
            ana.says(room, "not here");
            ana.says(elsewhere, "here");
            assertThat(heard(client)).isEqualTo("here");
        }
    }

    @Test
    void twoSessionsHearTheSame() throws InterruptedException {
        try (JdaClient one = JdaClient.usual(discord);
                JdaClient other = JdaClient.usual(discord)) {
            ana.says(room, "to both");
            assertThat(heard(one)).isEqualTo(heard(other));
            await().untilAsserted(() -> assertThat(discord.listeners()).isEqualTo(2));
        }
    }

    @Test
    void hearsAfterAnOutageWhatWasSaidMeanwhile() throws InterruptedException {
        try (JdaClient client = JdaClient.usual(discord)) {
            discord.off();
            ana.says(room, "into the silence");
            await().until(() -> client.jda.getStatus() != JDA.Status.CONNECTED);
            discord.on();
            assertThat(heard(client)).isEqualTo("into the silence");
        }
    }

    @Test
    void anInteractionThatNobodyAcknowledgesIsAViolation() throws InterruptedException {
        try (JdaClient client = JdaClient.usual(discord)) {
            client.jda
                    .updateCommands()
                    .addCommands(Commands.slash("where", "Where"))
                    .complete();
            Interaction asks = ana.runs(room, "/where");
            SlashCommandInteractionEvent late = client.next(SlashCommandInteractionEvent.class);
            assertThatThrownBy(asks::reply).hasMessageContaining("did not respond");
            assertThat(discord.violations()).singleElement().asString().contains("3 seconds");
            assertThatThrownBy(() -> late.reply("Here").complete()).hasMessageContaining("10062");
        }
    }

    @Test
    void anInteractionLivesForFifteenMinutes() throws InterruptedException {
        try (JdaClient client = JdaClient.usual(discord)) {
            client.jda
                    .updateCommands()
                    .addCommands(Commands.slash("where", "Where"))
                    .complete();
            Interaction asks = ana.runs(room, "/where");
            SlashCommandInteractionEvent event = client.next(SlashCommandInteractionEvent.class);
            event.reply("Here").setEphemeral(true).complete();
            assertThat(asks.acknowledged()).isLessThan(Duration.ofSeconds(3));
            asks.expires();
            assertThatThrownBy(() -> event.getHook().sendMessage("Still here").complete())
                    .hasMessageContaining("50027");
        }
    }

    @Test
    void aFloodIsHeardWholeAndInOrder() throws InterruptedException {
        try (JdaClient client = JdaClient.usual(discord)) {
            Flood flood = discord.flood(room);
            for (int index = 0; index < 2000; index++) {
                flood.says(ana, "m" + index);
            }
            List<MessageRecord> said = flood.pours(0);
            for (MessageRecord message : said) {
                assertThat(heard(client)).isEqualTo(message.content());
            }
            assertThat(room.history()).hasSize(2000);
        }
    }
}
