package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.Phrases;
import dev.parley.platform.discord.local.Channel;
import dev.parley.platform.discord.local.Permission;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What {@code ./parley check} finds out by asking Discord. */
class CheckDiscordTest {

    @TempDir
    Path folder;

    private OnDiscord there;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

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
        assertThat(check("discord", there.settings())).isZero();
        assertThat(out).hasToString("""
                Discord: the bot is parley (ID)
                  Invite it to a server that you manage:
                  https://discord.com/oauth2/authorize?client_id=ID&scope=bot+applications.commands&permissions=PERMISSIONS
                  It may read along.
                  The room lounge: all is well there

                All is well.
                """.replace("ID", Long.toString(there.discord.applicationId()))
                .replace("PERMISSIONS", permissions()));
        assertThat(err.toString()).isEmpty();
        assertThat(there.discord.identifies()).isZero();
    }

    private String permissions() {
        return out.toString().replaceAll("(?s).*permissions=(\\d+).*", "$1");
    }

    @Test
    void aPlainCheckAsksDiscordAsWell() throws IOException {
        assertThat(check(null, there.settings())).isZero();
        assertThat(out.toString())
                .contains("Evening (evening) in lounge on Discord, UTC")
                .contains("Discord: the bot is parley")
                .endsWith("\nAll is well.\n");
    }

    @Test
    void eachLackingPermissionIsToldByItsRoom() throws IOException {
        there.channel.deniesBot(Permission.PIN_MESSAGES, Permission.ADD_REACTIONS);
        assertThat(check("discord", there.settings())).isEqualTo(1);
        assertThat(out.toString())
                .contains("The room lounge: not yet well\n  - ")
                .contains("lacks the permission *Add Reactions* in #lounge")
                .contains("lacks the permission *Pin Messages* in #lounge")
                .endsWith("\nNot all is well.\n");
    }

    @Test
    void aBotThatWasNotInvited() throws IOException {
        there.guild.throwsBotOut();
        assertThat(check("discord", there.settings())).isEqualTo(1);
        assertThat(out.toString()).contains("Invite it to the server with the link");
    }

    @Test
    void theContentOfMessages() throws IOException {
        there.discord.messageContent(false);
        assertThat(check("discord", there.settings())).isEqualTo(1);
        assertThat(out.toString()).contains("It may not read along yet.").contains("Message Content Intent");

        out.getBuffer().setLength(0);
        assertThat(check("discord", there.settings("message-content: false"))).isZero();
        assertThat(out.toString()).contains("It does not read along");
    }

    @Test
    void theScopeOfCommands() throws IOException {
        there.guild.withoutCommandsScope();
        assertThat(check("discord", there.settings())).isEqualTo(1);
        assertThat(out.toString()).contains("In the server Teachers the bot may not have commands.");
    }

    @Test
    void theHostsPanel() throws IOException {
        Channel panel = there.guild.channel("hosts");
        Path settings = there.settings("panel: \"" + panel.id() + "\"");
        assertThat(check("discord", settings)).isEqualTo(1);
        assertThat(out.toString()).contains("The hosts' panel: not yet well");

        out.getBuffer().setLength(0);
        panel.denies(there.guild.everyone(), Permission.VIEW_CHANNEL)
                .allows(there.guild.botRole(), Permission.VIEW_CHANNEL);
        assertThat(check("discord", settings)).isZero();
        assertThat(out.toString()).contains("The hosts' panel: all is well there");

        panel.deniesBot(Permission.SEND_MESSAGES);
        assertThat(check("discord", settings)).isEqualTo(1);
        assertThat(out.toString()).contains("The hosts' panel: not yet well").contains("*Send Messages* in #hosts");
    }

    @Test
    void theLinkComesBeforeTheRooms() throws IOException {
        assertThat(check("discord", there.withoutRooms())).isEqualTo(1);
        assertThat(out.toString())
                .contains("oauth2/authorize?client_id=" + there.discord.applicationId())
                .contains("  - No room is on Discord yet.");
        assertThat(err.toString()).contains("Warning: ").contains("No room is on Discord, so Parley does not go there");

        assertThat(check(null, there.withoutRooms())).isZero();
    }

    @Test
    void anUnknownToken() throws IOException {
        there.tokenIs("MTA.other.token");
        assertThat(check("discord", there.settings())).isEqualTo(1);
        assertThat(out.toString())
                .contains("Discord does not know the bot's token.")
                .doesNotContain("MTA.other");
    }

    @Test
    void somethingThatCannotBeAToken() throws IOException {
        there.tokenIs("not a token");
        assertThat(commands("check", "discord", "--config", there.settings().toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("cannot be one").doesNotContain("not a token");
    }

    @Test
    void noTokenAtAll() throws IOException {
        there.tokenIs("\n");
        assertThat(check("discord", there.settings())).isEqualTo(1);
        assertThat(out.toString())
                .contains("The room \"lounge\" is on Discord, and the token of a bot is not here.")
                .contains("PARLEY_DISCORD_TOKEN");

        assertThat(check(null, there.settings())).isZero();
    }

    @Test
    void aNetworkThatDoesNotAnswer() throws IOException {
        there.discord.off();
        assertThat(check("discord", there.settings())).isEqualTo(1);
        assertThat(out.toString())
                .contains("Discord could not be asked at 127.0.0.1")
                .doesNotContain("\tat ");
        there.discord.on();
    }

    @Test
    void asJson() throws IOException {
        there.channel.deniesBot(Permission.PIN_MESSAGES);
        assertThat(check("--json", there.settings())).isEqualTo(1);
        JsonNode told = new ObjectMapper().readTree(out.toString());
        assertThat(told.path("ok").asBoolean()).isFalse();
        assertThat(told.at("/discord/asked").asBoolean()).isTrue();
        assertThat(told.at("/discord/bot/name").asText()).isEqualTo("parley");
        assertThat(told.at("/discord/invitation").asText()).startsWith("https://discord.com/oauth2/authorize?");
        assertThat(told.at("/discord/messageContent/granted").asBoolean()).isTrue();
        assertThat(told.at("/discord/rooms/0/room").asText()).isEqualTo("lounge");
        assertThat(told.at("/discord/rooms/0/problems")).hasSize(1);

        there.discord.off();
        out.getBuffer().setLength(0);
        assertThat(check("--json", there.settings())).isEqualTo(1);
        assertThat(new ObjectMapper()
                        .readTree(out.toString())
                        .at("/discord/asked")
                        .asBoolean())
                .isFalse();
        there.discord.on();
    }

    @Test
    void nothingElseIsCheckedByItself() throws IOException {
        assertThat(check("telegraph", there.settings())).isEqualTo(2);
        assertThat(err.toString()).contains("only discord and slack can");
    }

    private int check(String what, Path settings) {
        CommandLine line = new CommandLine(new CheckCommand(Phrases.all(), InstantSource.system()))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        return what == null
                ? line.execute("--config", settings.toString())
                : line.execute(what, "--config", settings.toString());
    }

    private int commands(String... arguments) {
        return CommandLines.of(Phrases.all(), InstantSource.system())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
