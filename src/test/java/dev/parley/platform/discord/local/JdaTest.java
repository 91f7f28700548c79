package dev.parley.platform.discord.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** JDA logs in to the local Discord and lives with it. */
class JdaTest {
    private final LocalDiscord discord = LocalDiscord.start();
    private final Guild guild = discord.guild("Teachers");
    private final Channel room = guild.channel("aledchat");
    private final User ana = guild.member("Ana");
    private JdaClient client;

    @BeforeEach
    void logsIn() throws InterruptedException {
        client = JdaClient.usual(discord);
    }

    @AfterEach
    void leavesNothingWrong() {
        client.close();
        discord.close();
        assertThat(discord.violations()).isEmpty();
    }

    private TextChannel channel() {
        return client.jda.getTextChannelById(room.id());
    }

    @Test
    void postsAndHears() throws InterruptedException {
        channel().sendMessage("Welcome!").setNonce("one").complete();
        channel().sendMessage("Welcome!").setNonce("one").complete();
        ana.says(room, "A1: good");

        assertThat(room.history())
                .extracting(MessageRecord::toString)
                .containsExactly("Parley: Welcome!", "Ana: A1: good");
        assertThat(client.next(MessageReceivedEvent.class).getMessage().getContentRaw())
                .isEqualTo("Welcome!");
        Message heard = client.next(MessageReceivedEvent.class).getMessage();
        assertThat(heard.getContentRaw()).isEqualTo("A1: good");
        assertThat(heard.getMember().getEffectiveName()).isEqualTo("Ana");
        assertThat(channel().getHistory().retrievePast(10).complete())
                .extracting(Message::getContentRaw)
                .isEqualTo(List.of("A1: good", "Welcome!"));
    }
}
