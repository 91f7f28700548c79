package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.platform.slack.SlackNeeds;
import dev.parley.platform.slack.local.Channel;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./parley check} finds out by asking Slack. */
class CheckSlackTest {

    private static final String MAKING = "https://api.slack.com/apps?new_app=1&manifest_json=";

    @TempDir
    Path folder;

    private OnSlack there;
    private final Checking checking = new Checking();

    @BeforeEach
    void start() throws IOException {
        there = new OnSlack(folder);
        there.workspace.scopes(SlackNeeds.scopes().toArray(String[]::new));
    }

    @AfterEach
    void stop() {
        assertThat(there.slack.violations()).isEmpty();
        there.close();
    }

    @Test
    void allIsWell() throws IOException {
        assertThat(checking.only("slack", there.settings())).isZero();
        assertThat(checking.out().replaceAll("manifest_json=\\S+", "manifest_json=M"))
                .isEqualTo("""
                Slack: the bot is parley in the workspace Teachers (ID)
                  Make the app from its manifest (config/slack-manifest.yaml) by opening this:
                  https://api.slack.com/apps?new_app=1&manifest_json=M
                  It has the scopes of the manifest.
                  It may open sockets.
                  The room lounge: all is well there

                All is well.
                """.replace("ID", there.workspace.id()));
        assertThat(checking.err()).isEmpty();
        assertThat(there.slack.socketsOpened()).isZero();
    }

    @Test
    void aPlainCheckAsksSlackAsWell() throws IOException {
        assertThat(checking.all(there.settings())).isZero();
        assertThat(checking.out())
                .contains("A sample chat (sample) in lounge on the web and on Slack")
                .contains("Slack: the bot is parley")
                .doesNotContain("Discord")
                .endsWith("\nAll is well.\n");
    }

    @Test
    void discordAloneIsAskedWithoutSlack() throws IOException {
        assertThat(checking.only("discord", there.settings())).isEqualTo(1);
        assertThat(checking.out()).contains("Discord was not asked").doesNotContain("Slack");
    }

    @Test
    void eachLackingScopeIsTold() throws IOException {
        there.workspace.withoutScope("pins:write").withScope("users:read.email");
        assertThat(checking.only("slack", there.settings())).isEqualTo(1);
        assertThat(checking.out())
                .contains("It is not as the manifest says: it lacks pins:write. it has besides users:read.email.")
                .contains("The room lounge: not yet well\n  - The app lacks the scope `pins:write`.")
                .endsWith("\nNot all is well.\n");
    }

    @Test
    void aScopeThatOnlySomeNeed() throws IOException {
        there.workspace.withoutScope("usergroups:read");
        assertThat(checking.only("slack", there.settings())).isZero();
        assertThat(checking.out()).contains("it lacks usergroups:read.");

        checking.forget();
        assertThat(checking.only("slack", there.settings("hosts: [\"group:S0123456789\"]")))
                .isEqualTo(1);
        assertThat(checking.out()).contains("  - The app lacks the scope `usergroups:read`.");
    }

    @Test
    void aChannelWithoutTheBot() throws IOException {
        Channel panel = there.workspace.channelWithoutBot("hosts");
        assertThat(checking.only("slack", there.settings("panel: " + panel.id())))
                .isEqualTo(1);
        assertThat(checking.out())
                .contains("The room lounge: all is well there")
                .contains("The hosts' panel: not yet well\n  - The bot is not in this channel.");
    }

    @Test
    void aBotTokenThatIsUnknown() throws IOException {
        there.secret("token", "xoxb-another");
        assertThat(checking.only("slack", there.settings())).isEqualTo(1);
        assertThat(checking.out())
                .contains("Slack does not know the bot's token")
                .contains(MAKING)
                .doesNotContain("xoxb-another");
    }

    @Test
    void anAppTokenThatIsUnknown() throws IOException {
        there.secret("app-token", "xapp-another");
        assertThat(checking.only("slack", there.settings())).isEqualTo(1);
        assertThat(checking.out())
                .contains("  - Slack does not know the app's token")
                .doesNotContain("may open sockets")
                .doesNotContain("xapp-another");

        checking.forget();
        assertThat(checking.only("slack", there.settings("delivery: http"))).isZero();
        assertThat(checking.out())
                .contains("Slack brings what is said to https://chat.example.org/slack/events")
                .doesNotContain("may open sockets");
    }

    @Test
    void tokensThatAreMixedUp() throws IOException {
        there.secret("token", there.slack.appToken());
        assertThat(checking.typed("slack", there.settings())).isEqualTo(1);
        assertThat(checking.err()).contains("is the token of the app").contains("PARLEY_SLACK_BOT_TOKEN");

        there.secret("token", there.workspace.botToken());
        there.secret("app-token", there.workspace.botToken());
        assertThat(checking.typed("slack", there.settings())).isEqualTo(1);
        assertThat(checking.err()).contains("is the token of a bot or a person").doesNotContain("xoxb-");

        there.secret("app-token", "not a token");
        assertThat(checking.typed("slack", there.settings())).isEqualTo(1);
        assertThat(checking.err()).contains("cannot be one").doesNotContain("not a token");
    }

    @Test
    void noTokensAtAll() throws IOException {
        there.secret("token", "\n");
        there.secret("app-token", "\n");
        assertThat(checking.only("slack", there.settings())).isEqualTo(1);
        assertThat(checking.out())
                .contains("The token of the bot on Slack is not here.")
                .contains("The token of the app on Slack is not here.")
                .contains("PARLEY_SLACK_BOT_TOKEN")
                .contains("PARLEY_SLACK_APP_TOKEN")
                .contains(MAKING);

        assertThat(checking.all(there.settings())).isZero();
    }

    @Test
    void theLinkComesBeforeEverything() throws IOException {
        Path empty = java.nio.file.Files.writeString(
                folder.resolve("empty.yaml"), "prompts: " + Path.of("prompts").toAbsolutePath() + "\n");
        assertThat(checking.only("slack", empty)).isEqualTo(1);
        assertThat(checking.out()).contains(MAKING).contains("PARLEY_SLACK_BOT_TOKEN");

        assertThat(checking.only("slack", there.withoutRooms())).isEqualTo(1);
        assertThat(checking.out()).contains("  - No room is on Slack yet.");
        assertThat(checking.err()).contains("No room is on Slack, so Parley does not go there");
        assertThat(checking.all(there.withoutRooms())).isZero();
    }

    @Test
    void workspacesThatInstallTheAppThemselves() throws IOException {
        assertThat(checking.only("slack", there.several())).isZero();
        assertThat(checking.out())
                .contains("Slack: workspaces install the bot themselves")
                .contains("Workspaces install it at https://chat.example.org/slack/install");
        JsonNode manifest = manifest();
        assertThat(manifest.at("/oauth_config/redirect_urls/0").asText())
                .isEqualTo("https://chat.example.org/slack/oauth");
        assertThat(manifest.at("/settings/socket_mode_enabled").asBoolean()).isTrue();

        checking.forget();
        there.secret("client-secret", "");
        assertThat(checking.only("slack", there.several())).isEqualTo(1);
        assertThat(checking.out()).contains("The client secret on Slack is not here.");
    }

    @Test
    void theManifestOfAnAppThatIsReachedByRequests() throws IOException {
        assertThat(checking.only("slack", there.settings("delivery: http"))).isZero();
        JsonNode manifest = manifest();
        for (String pointer : new String[] {
            "/settings/event_subscriptions/request_url",
            "/settings/interactivity/request_url",
            "/features/slash_commands/0/url"
        }) {
            assertThat(manifest.at(pointer).asText()).isEqualTo("https://chat.example.org/slack/events");
        }
        assertThat(manifest.at("/settings/socket_mode_enabled").asBoolean(true)).isFalse();
        assertThat(manifest.at("/oauth_config/redirect_urls").isMissingNode()).isTrue();
        assertThat(manifest.at("/display_information/name").asText()).isEqualTo("Parley");
    }

    private JsonNode manifest() throws IOException {
        String link = checking.out()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith(MAKING))
                .findFirst()
                .orElseThrow();
        assertThat(link).hasSizeLessThan(8000);
        String query = URI.create(link).getQuery();
        return new ObjectMapper().readTree(query.substring(query.indexOf('{')).replace('+', ' '));
    }

    @Test
    void aNetworkThatDoesNotAnswer() throws IOException {
        there.slack.off();
        assertThat(checking.only("slack", there.settings())).isEqualTo(1);
        assertThat(checking.out())
                .contains("Slack was not asked, or gave no answer:")
                .doesNotContain("\tat ");
        there.slack.on();
    }

    @Test
    void asJson() throws IOException {
        there.workspace.withoutScope("pins:write");
        assertThat(checking.only("--json", there.settings())).isEqualTo(1);
        JsonNode told = new ObjectMapper().readTree(checking.out());
        assertThat(told.path("ok").asBoolean()).isFalse();
        assertThat(told.has("discord")).isFalse();
        assertThat(told.at("/slack/asked").asBoolean()).isTrue();
        assertThat(told.at("/slack/manifest").asText()).startsWith(MAKING);
        assertThat(told.at("/slack/workspace/name").asText()).isEqualTo("Teachers");
        assertThat(told.at("/slack/workspace/bot").asText()).isEqualTo("parley");
        assertThat(told.at("/slack/workspace/lacking/0").asText()).isEqualTo("pins:write");
        assertThat(told.at("/slack/rooms/0/room").asText()).isEqualTo("lounge");
        assertThat(told.at("/slack/rooms/0/panel").asBoolean()).isFalse();
        assertThat(told.at("/slack/rooms/0/problems")).hasSize(1);

        there.slack.off();
        checking.forget();
        assertThat(checking.only("--json", there.settings())).isEqualTo(1);
        assertThat(new ObjectMapper()
                        .readTree(checking.out())
                        .at("/slack/asked")
                        .asBoolean(true))
                .isFalse();
        there.slack.on();
    }
}
