package dev.parley.platform.slack.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the Web API answers and refuses. */
class ApiTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private final LocalSlack slack = LocalSlack.unjudged(0);
    private final Workspace workspace = slack.workspace("Teachers");
    private final Person ana = workspace.person("Ana");
    private final Channel room = workspace.channel("aledchat");
    private String token = workspace.botToken();

    @AfterEach
    void closes() {
        slack.close();
    }

    private HttpResponse<String> asked(String method, Map<String, String> arguments)
            throws IOException, InterruptedException {
        String form = arguments.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(slack.api().resolve(method))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode call(String method, Map<String, String> arguments) throws Exception {
        return Json.read(asked(method, arguments).body().getBytes(StandardCharsets.UTF_8));
    }

    private String error(String method, Map<String, String> arguments) throws Exception {
        return call(method, arguments).path("error").asText();
    }

    private String post(String text) throws Exception {
        return call("chat.postMessage", Map.of("channel", room.id(), "text", text))
                .path("ts")
                .asText();
    }

    @Test
    void tokens() throws Exception {
        assertThat(call("auth.test", Map.of()).path("user_id").asText())
                .isEqualTo(workspace.bot().id());
        workspace.revokesToken();
        assertThat(error("auth.test", Map.of())).isEqualTo("token_revoked");
        token = "xoxb-nobody";
        assertThat(error("auth.test", Map.of())).isEqualTo("invalid_auth");
        token = "";
        assertThat(error("auth.test", Map.of())).isEqualTo("not_authed");
        token = workspace.install().botToken();
        assertThat(error("apps.connections.open", Map.of())).isEqualTo("not_allowed_token_type");
    }

    @Test
    void scopes() throws Exception {
        workspace.withoutScope("channels:history");
        JsonNode refused = call("conversations.history", Map.of("channel", room.id()));
        assertThat(refused.path("error").asText()).isEqualTo("missing_scope");
        assertThat(refused.path("needed").asText()).isEqualTo("channels:history");
        assertThat(refused.path("provided").asText()).contains("groups:history");
    }

    @Test
    void channels() throws Exception {
        Map<String, String> hello = Map.of("channel", room.id(), "text", "hello");
        room.removesBot();
        assertThat(error("chat.postMessage", hello)).isEqualTo("not_in_channel");
        assertThat(error("conversations.history", Map.of("channel", room.id()))).isEqualTo("not_in_channel");
        assertThat(call("conversations.join", Map.of("channel", room.id()))
                        .path("ok")
                        .asBoolean())
                .isTrue();
        room.archives();
        assertThat(error("chat.postMessage", hello)).isEqualTo("is_archived");
        Channel hosts = workspace.privateChannel("hosts", ana).removesBot();
        assertThat(error("chat.postMessage", Map.of("channel", hosts.id(), "text", "hello")))
                .isEqualTo("channel_not_found");
        slack.messagesTab(false);
        assertThat(error("chat.postMessage", Map.of("channel", ana.id(), "text", "hello")))
                .isEqualTo("messages_tab_disabled");
        assertThat(slack.violations()).isEmpty();
    }

    @Test
    void messagesOfOthersAndNone() throws Exception {
        Message theirs = ana.says(room, "mine");
        assertThat(error("chat.update", Map.of("channel", room.id(), "ts", theirs.ts(), "text", "yours")))
                .isEqualTo("cant_update_message");
        assertThat(error("chat.delete", Map.of("channel", room.id(), "ts", theirs.ts())))
                .isEqualTo("cant_delete_message");
        assertThat(error("chat.update", Map.of("channel", room.id(), "ts", "1.000001", "text", "what")))
                .isEqualTo("message_not_found");
        Map<String, String> reaction = Map.of("channel", room.id(), "timestamp", theirs.ts(), "name", "wave");
        assertThat(error("reactions.remove", reaction)).isEqualTo("no_reaction");
        assertThat(error("reactions.add", reaction)).isEmpty();
        assertThat(error("reactions.add", reaction)).isEqualTo("already_reacted");
    }

    @Test
    void whatIsTooLongOrMalformed() throws Exception {
        assertThat(error("chat.postMessage", Map.of("channel", room.id(), "text", "x".repeat(40_001))))
                .isEqualTo("msg_too_long");
        assertThat(error("chat.postMessage", Map.of("channel", room.id(), "text", " ")))
                .isEqualTo("no_text");
        String ts = post("short");
        assertThat(error("chat.update", Map.of("channel", room.id(), "ts", ts, "text", "é".repeat(2001))))
                .isEqualTo("msg_too_long");
        assertThat(blocks(1, 3001)).isEqualTo("invalid_blocks");
        assertThat(blocks(51, 10)).isEqualTo("invalid_blocks");
        assertThat(blocks(5, 2700)).isEqualTo("msg_blocks_too_long");
        assertThat(blocks(4, 2700)).isEmpty();
        assertThat(error("no.such.method", Map.of())).isEqualTo("unknown_method");
        assertThat(slack.violations()).hasSize(7);
    }

    private String blocks(int count, int length) throws Exception {
        ArrayNode blocks = Json.array();
        IntStream.range(0, count).forEach(index -> {
            ObjectNode section = blocks.addObject().put("type", "section");
            section.putObject("text").put("type", "mrkdwn").put("text", "x".repeat(length));
        });
        return error("chat.postMessage", Map.of("channel", room.id(), "text", "x", "blocks", blocks.toString()));
    }

    @Test
    void historyInPages() throws Exception {
        Message first = ana.says(room, "1");
        IntStream.rangeClosed(2, 5).forEach(number -> ana.says(room, Integer.toString(number)));
        ana.replies(first, "reply");
        JsonNode page = call("conversations.history", Map.of("channel", room.id(), "limit", "2", "oldest", first.ts()));
        assertThat(page.path("messages").findValuesAsText("text"))
                .contains("5", "4")
                .doesNotContain("3", "reply");
        assertThat(page.path("has_more").asBoolean()).isTrue();
        String cursor = page.path("response_metadata").path("next_cursor").asText();
        JsonNode rest = call(
                "conversations.history",
                Map.of("channel", room.id(), "limit", "2", "oldest", first.ts(), "cursor", cursor));
        assertThat(rest.path("messages")).hasSize(2);
        assertThat(rest.path("has_more").asBoolean()).isFalse();
        JsonNode all =
                call("conversations.history", Map.of("channel", room.id(), "oldest", first.ts(), "inclusive", "true"));
        assertThat(all.path("messages")).hasSize(5);
        JsonNode thread = call("conversations.replies", Map.of("channel", room.id(), "ts", first.ts()));
        assertThat(thread.path("messages")).hasSize(2);
        slack.commercial(true);
        IntStream.range(0, 20).forEach(number -> ana.says(room, "more"));
        assertThat(call("conversations.history", Map.of("channel", room.id())).path("messages"))
                .hasSize(15);
    }

    @Test
    void limits() throws Exception {
        slack.limited(true);
        HttpResponse<String> last = null;
        for (int number = 0; number < 7; number++) {
            last = asked("chat.postMessage", Map.of("channel", room.id(), "text", "quick"));
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("retry-after")).hasValue("1");
        Channel other = workspace.channel("other");
        assertThat(asked("chat.postMessage", Map.of("channel", other.id(), "text", "calm"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(slack.requests().limited()).isPositive();
        assertThat(room.history()).hasSizeLessThan(7);
    }

    @Test
    void aWorkspaceTakesSomeHundredsOfMessagesAMinute() throws Exception {
        slack.limited(true);
        int refused = 0;
        for (int number = 0; number < 200; number++) {
            Channel another = workspace.channel("room " + number);
            refused += asked("chat.postMessage", Map.of("channel", another.id(), "text", "one"))
                            .statusCode()
                    / 429;
        }
        assertThat(refused).isPositive();
        assertThat(slack.requests().limited()).isEqualTo(refused);
    }

    @Test
    void troublesFromASeed() throws Exception {
        slack.faults(Faults.from(1).failing(1));
        assertThat(asked("auth.test", Map.of()).statusCode()).isEqualTo(500);
        slack.faults(Faults.from(1).badGateways(1));
        assertThat(asked("auth.test", Map.of()).statusCode()).isEqualTo(502);
        slack.faults(Faults.from(1).losingAnswers(1));
        assertThat(catchThrowable(() -> post("said though unanswered"))).isInstanceOf(IOException.class);
        slack.faultless();
        assertThat(room.texts()).containsExactly("said though unanswered");
        slack.off();
        assertThat(catchThrowable(() -> post("nobody there"))).isInstanceOf(IOException.class);
        slack.on();
        assertThat(post("back")).isNotEmpty();
    }

    @Test
    void aPictureIsShownOnceItWasLookedAt() throws Exception {
        slack.processingTakes(Duration.ofHours(1));
        byte[] bytes = {1, 2, 3};
        JsonNode announced = call(
                "files.getUploadURLExternal", Map.of("filename", "chart.png", "length", "3", "alt_txt", "A chart"));
        HttpRequest upload = HttpRequest.newBuilder(
                        URI.create(announced.path("upload_url").asText()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        assertThat(HTTP.send(upload, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        String id = announced.path("file_id").asText();
        Map<String, String> complete = Map.of("files", "[{\"id\":\"" + id + "\",\"title\":\"Chart\"}]");
        call("files.completeUploadExternal", complete);
        Map<String, String> message = Map.of(
                "channel",
                room.id(),
                "text",
                "chart",
                "blocks",
                "[{\"type\":\"image\",\"alt_text\":\"A chart\",\"slack_file\":{\"id\":\"" + id + "\"}}]");
        assertThat(error("chat.postMessage", message)).isEqualTo("invalid_blocks");
        slack.processingTakes(Duration.ZERO);
        call("files.completeUploadExternal", complete);
        assertThat(error("chat.postMessage", message)).isEmpty();
        HttpRequest download = HttpRequest.newBuilder(slack.api().resolve("/files-pri/" + id + "/chart.png"))
                .header("Authorization", "Bearer " + token)
                .build();
        assertThat(HTTP.send(download, HttpResponse.BodyHandlers.ofByteArray()).body())
                .isEqualTo(bytes);
        assertThat(call("files.info", Map.of("file", id))
                        .path("file")
                        .path("mimetype")
                        .asText())
                .isEqualTo("image/png");
    }

    @Test
    void anInstallationByConsent() throws Exception {
        String page = slack.authorizePage() + "?client_id=" + slack.clientId() + "&scope=chat:write,commands&state=s1"
                + "&redirect_uri=http://127.0.0.1:1/back";
        HttpResponse<String> sent =
                HTTP.send(HttpRequest.newBuilder(URI.create(page)).build(), HttpResponse.BodyHandlers.ofString());
        String location = sent.headers().firstValue("location").orElseThrow();
        assertThat(location).startsWith("http://127.0.0.1:1/back?code=").endsWith("&state=s1");
        Map<String, String> exchange = Map.of(
                "client_id",
                slack.clientId(),
                "client_secret",
                slack.clientSecret(),
                "code",
                location.replaceAll(".*code=([^&]+).*", "$1"));
        JsonNode installed = call("oauth.v2.access", exchange);
        token = installed.path("access_token").asText();
        assertThat(installed.path("scope").asText()).isEqualTo("chat:write,commands");
        assertThat(call("auth.test", Map.of()).path("team_id").asText()).isEqualTo(workspace.id());
        assertThat(error("oauth.v2.access", exchange)).isEqualTo("invalid_code");
    }
}
