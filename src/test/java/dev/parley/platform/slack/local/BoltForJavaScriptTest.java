package dev.parley.platform.slack.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import dev.parley.platform.local.Node;
import dev.parley.platform.local.NodeBot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bolt for JavaScript, which nobody of this project wrote, connects to the same server in Socket Mode and sees what it should. */
class BoltForJavaScriptTest {
    private final LocalSlack slack = LocalSlack.start();
    private final Workspace workspace = slack.workspace("Teachers");
    private final Person ana = workspace.person("Ana");
    private final Channel room = workspace.channel("aledchat");
    private NodeBot bot;

    @BeforeAll
    static void needsNode() {
        Node.SLACK.mustBeThere();
    }

    @BeforeEach
    void connects() throws Exception {
        bot = new NodeBot(Node.SLACK, slack.api().toString(), slack.appToken(), workspace.botToken());
        assertThat(bot.next("ready").path("user").asText()).isEqualTo("parley");
        await().until(() -> slack.sockets() == 1);
    }

    @AfterEach
    void leavesNothingWrong() {
        bot.close();
        slack.close();
        assertThat(slack.violations()).isEmpty();
    }

    private static ObjectNode order(String method, Map<String, ?> arguments) {
        return Json.object().put("do", method).set("arguments", Json.MAPPER.valueToTree(arguments));
    }

    private JsonNode does(String method, Map<String, ?> arguments) throws Exception {
        return bot.does(order(method, arguments)).path("answer");
    }

    private String refusal(String method, Map<String, ?> arguments) throws Exception {
        bot.orders(order(method, arguments));
        return bot.next("refused").path("error").asText();
    }

    @Test
    void seesWhatPeopleDoAndAnswers() throws Exception {
        Message question = ana.says(room, "who is there?");
        assertThat(bot.next("message").path("text").asText()).isEqualTo("who is there?");
        JsonNode own = bot.next("message");
        assertThat(own.path("text").asText()).isEqualTo("I am.");
        assertThat(own.path("thread").asText()).isEqualTo(question.ts());
        assertThat(question.replies().getFirst().text()).isEqualTo("I am.");
        ana.edits(question, "who was there?");
        assertThat(bot.next("message").path("subtype").asText()).isEqualTo("message_changed");
        ana.reacts(question, "wave");
        assertThat(bot.next("reacted").path("emoji").asText()).isEqualTo("wave");
        ana.broadcasts(question, "@parley was");
        assertThat(bot.next("message").path("subtype").asText()).isEqualTo("thread_broadcast");
        assertThat(bot.next("mentioned").path("text").asText()).endsWith(" was");
        ana.attaches(room, "notes.txt", "all of it".getBytes(), "my notes");
        assertThat(bot.next("message").path("subtype").asText()).isEqualTo("file_share");
        ana.dm("in private");
        assertThat(bot.next("message").path("text").asText()).isEqualTo("in private");
        ana.opensHome();
        await().until(() -> ana.home() != null);
        assertThat(ana.home().texts()).containsExactly("Your chats");
    }

    @Test
    void takesACommandWithAModalAndPresses() throws Exception {
        Interaction asks = ana.runs(room, "/parley home");
        assertThat(asks.reply().text()).isEqualTo("You are at home.");
        View modal = asks.modal();
        assertThat(ana.submits(modal, Map.of("text", "no", "which", "Q2")).errors())
                .containsKey("words");
        assertThat(ana.submits(modal, Map.of("text", "a longer one", "which", "Q2"))
                        .errors())
                .isEmpty();
        assertThat(modal.isOpen()).isFalse();
        await().until(() -> !room.fromBot().isEmpty());
        assertThat(room.texts()).containsExactly(ana.mention() + " to Q2: a longer one");
        assertThat(ana.pings()).containsExactly(room.history().getFirst());

        Map<String, Object> button = Map.of(
                "type", "button",
                "action_id", "where",
                "value", "Q2",
                "text", Map.of("type", "plain_text", "text", "Where?"));
        does(
                "chat.postMessage",
                Map.of(
                        "channel",
                        room.id(),
                        "text",
                        "Q2",
                        "blocks",
                        List.of(Map.of("type", "actions", "elements", List.of(button)))));
        Message asked = room.history().getLast();
        assertThat(ana.pressesLabel(asked, "Where?").reply().text()).isEqualTo("At Q2.");
        assertThat(ana.opensShortcut("file_under", asked).isAcknowledged()).isTrue();
        assertThat(bot.next("shortcut").path("text").asText()).isEqualTo("Q2");
    }

    @Test
    void speaksAndIsSeen() throws Exception {
        JsonNode posted = does("chat.postMessage", Map.of("channel", room.id(), "text", "Welcome"));
        Message welcome = room.history().getFirst();
        assertThat(posted.path("ts").asText()).isEqualTo(welcome.ts());
        Map<String, String> about = Map.of("channel", room.id(), "timestamp", welcome.ts());
        does("pins.add", about);
        does("reactions.add", Map.of("channel", room.id(), "timestamp", welcome.ts(), "name", "wave"));
        does("chat.update", Map.of("channel", room.id(), "ts", welcome.ts(), "text", "Welcome, all"));
        does(
                "bookmarks.add",
                Map.of("channel_id", room.id(), "title", "Q1", "type", "link", "link", "https://example.org/"));
        does("files.uploadV2", Map.of("channel_id", room.id(), "filename", "recap.txt", "content", "all of it"));
        does("chat.postEphemeral", Map.of("channel", room.id(), "user", ana.id(), "text", "only you"));

        assertThat(welcome.isPinned()).isTrue();
        assertThat(welcome.text()).isEqualTo("Welcome, all");
        assertThat(welcome.reactions()).containsEntry("wave", List.of(workspace.bot()));
        assertThat(room.bookmarks()).extracting(Channel.Bookmark::title).containsExactly("Q1");
        assertThat(room.history().getLast().files().getFirst().bytes()).isEqualTo("all of it".getBytes());
        assertThat(ana.seesEphemerals()).extracting(Message::text).containsExactly("only you");
        assertThat(refusal("pins.add", about)).isEqualTo("already_pinned");
        room.removesBot();
        assertThat(refusal("chat.postMessage", Map.of("channel", room.id(), "text", "gone")))
                .isEqualTo("not_in_channel");
    }

    @Test
    void comesBackWhenItsSocketIsRefreshed() throws Exception {
        slack.refreshesSockets();
        await().until(() -> slack.socketsOpened() == 2);
        ana.says(room, "still there?");
        assertThat(bot.next("message").path("text").asText()).isEqualTo("still there?");
    }
}
