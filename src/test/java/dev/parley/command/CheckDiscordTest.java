package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.platform.discord.local.Channel;
import dev.parley.platform.discord.local.Permission;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./parley check} finds out by asking Discord. */
class CheckDiscordTest {

    @TempDir
    Path folder;

    private OnDiscord there;
    private final Checking checking = new Checking();

    @BeforeEach
    void start() throws IOException {
        there = new OnDiscord(folder);
    }

    @AfterEach
    void stop() {
        assertThat(there.discord.violations()).isEmpty();
        there.close();
    }

    @Test
    void allIsWell() throws IOException {
        assertThat(checking.only("discord", there.settings())).isZero();
        assertThat(checking.out()).isEqualTo("""
                Discord: the bot is parley (ID)
                  Invite it to a server that you manage:
                  https://discord.com/oauth2/authorize?client_id=ID&scope=bot+applications.commands&permissions=PERMISSIONS
                  It may read along.
                  The room lounge: all is well there

                All is well.
                """.replace("ID", Long.toString(there.discord.applicationId()))
                .replace("PERMISSIONS", permissions()));
        assertThat(checking.err()).isEmpty();
        assertThat(there.discord.identifies()).isZero();
    }

    private String permissions() {
        return checking.out().replaceAll("(?s).*permissions=(\\d+).*", "$1");
    }

    @Test
    void aPlainCheckAsksDiscordAsWell() throws IOException {
        assertThat(checking.all(there.settings())).isZero();
        assertThat(checking.out())
                .contains("Evening (evening) in lounge on Discord, UTC")
                .contains("Discord: the bot is parley")
                .endsWith("\nAll is well.\n");
    }

    @Test
    void eachLackingPermissionIsToldByItsRoom() throws IOException {
        there.channel.deniesBot(Permission.PIN_MESSAGES, Permission.ADD_REACTIONS);
        assertThat(checking.only("discord", there.settings())).isEqualTo(1);
        assertThat(checking.out())
                .contains("The room lounge: not yet well\n  - ")
                .contains("lacks the permission *Add Reactions* in #lounge")
                .contains("lacks the permission *Pin Messages* in #lounge")
                .endsWith("\nNot all is well.\n");
    }

    @Test
    void aBotThatWasNotInvited() throws IOException {
        there.guild.throwsBotOut();
        assertThat(checking.only("discord", there.settings())).isEqualTo(1);
        assertThat(checking.out()).contains("Invite it to the server with the link");
    }

    @Test
    void theContentOfMessages() throws IOException {
        there.discord.messageContent(false);
        assertThat(checking.only("discord", there.settings())).isEqualTo(1);
        assertThat(checking.out()).contains("It may not read along yet.").contains("Message Content Intent");

        checking.forget();
        assertThat(checking.only("discord", there.settings("message-content: false")))
                .isZero();
        assertThat(checking.out()).contains("It does not read along");
    }

    @Test
    void theScopeOfCommands() throws IOException {
        there.guild.withoutCommandsScope();
        assertThat(checking.only("discord", there.settings())).isEqualTo(1);
        assertThat(checking.out()).contains("In the server Teachers the bot may not have commands.");
    }

    @Test
    void theHostsPanel() throws IOException {
        Channel panel = there.guild.channel("hosts");
        Path settings = there.settings("panel: \"" + panel.id() + "\"");
        assertThat(checking.only("discord", settings)).isEqualTo(1);
        assertThat(checking.out()).contains("The hosts' panel: not yet well");

        checking.forget();
        panel.denies(there.guild.everyone(), Permission.VIEW_CHANNEL)
                .allows(there.guild.botRole(), Permission.VIEW_CHANNEL);
        assertThat(checking.only("discord", settings)).isZero();
        assertThat(checking.out()).contains("The hosts' panel: all is well there");

        panel.deniesBot(Permission.SEND_MESSAGES);
        assertThat(checking.only("discord", settings)).isEqualTo(1);
        assertThat(checking.out()).contains("The hosts' panel: not yet well").contains("*Send Messages* in #hosts");
    }

    @Test
    void theLinkComesBeforeTheRooms() throws IOException {
        assertThat(checking.only("discord", there.withoutRooms())).isEqualTo(1);
        assertThat(checking.out())
                .contains("oauth2/authorize?client_id=" + there.discord.applicationId())
                .contains("  - No room is on Discord yet.");
        assertThat(checking.err()).contains("Warning: ").contains("No room is on Discord, so Parley does not go there");

        assertThat(checking.all(there.withoutRooms())).isZero();
    }

    @Test
    void anUnknownToken() throws IOException {
        there.tokenIs("MTA.other.token");
        assertThat(checking.only("discord", there.settings())).isEqualTo(1);
        assertThat(checking.out())
                .contains("Discord does not know the bot's token.")
                .doesNotContain("MTA.other");
    }

    @Test
    void somethingThatCannotBeAToken() throws IOException {
        there.tokenIs("not a token");
        assertThat(checking.typed("discord", there.settings())).isEqualTo(1);
        assertThat(checking.err()).contains("cannot be one").doesNotContain("not a token");
    }

    @Test
    void noTokenAtAll() throws IOException {
        there.tokenIs("\n");
        assertThat(checking.only("discord", there.settings())).isEqualTo(1);
        assertThat(checking.out())
                .contains("The room \"lounge\" is on Discord, and the token of a bot is not here.")
                .contains("PARLEY_DISCORD_TOKEN");

        assertThat(checking.all(there.settings())).isZero();
    }

    @Test
    void aNetworkThatDoesNotAnswer() throws IOException {
        there.discord.off();
        assertThat(checking.only("discord", there.settings())).isEqualTo(1);
        assertThat(checking.out())
                .contains("Discord could not be asked at 127.0.0.1")
                .doesNotContain("\tat ");
        there.discord.on();
    }

    @Test
    void asJson() throws IOException {
        there.channel.deniesBot(Permission.PIN_MESSAGES);
        assertThat(checking.only("--json", there.settings())).isEqualTo(1);
        JsonNode told = new ObjectMapper().readTree(checking.out());
        assertThat(told.path("ok").asBoolean()).isFalse();
        assertThat(told.at("/discord/asked").asBoolean()).isTrue();
        assertThat(told.at("/discord/bot/name").asText()).isEqualTo("parley");
        assertThat(told.at("/discord/invitation").asText()).startsWith("https://discord.com/oauth2/authorize?");
        assertThat(told.at("/discord/messageContent/granted").asBoolean()).isTrue();
        assertThat(told.at("/discord/rooms/0/room").asText()).isEqualTo("lounge");
        assertThat(told.at("/discord/rooms/0/problems")).hasSize(1);

        there.discord.off();
        checking.forget();
        assertThat(checking.only("--json", there.settings())).isEqualTo(1);
        assertThat(new ObjectMapper()
                        .readTree(checking.out())
                        .at("/discord/asked")
                        .asBoolean())
                .isFalse();
        there.discord.on();
    }

    @Test
    void nothingElseIsCheckedByItself() throws IOException {
        assertThat(checking.only("telegraph", there.settings())).isEqualTo(2);
        assertThat(checking.err()).contains("only discord and slack can");
    }
}
