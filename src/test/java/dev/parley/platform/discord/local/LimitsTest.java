package dev.parley.platform.discord.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Discord refuses is refused, with Discord's codes. */
class LimitsTest {
    private final LocalDiscord discord = LocalDiscord.unjudged(0);
    private final Guild guild = discord.guild("Teachers");
    private final Channel room = guild.channel("aledchat");
    private final User ana = guild.member("Ana");
    private final AtomicLong now = new AtomicLong();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void stops() {
        http.close();
        discord.close();
    }

    private HttpResponse<String> asked(String method, String path, Object body) throws Exception {
        return asked(method, path, body, discord.token());
    }

    private HttpResponse<String> asked(String method, String path, Object body, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(discord.api() + path))
                .header("Authorization", "Bot " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body)))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return Json.MAPPER.readTree(response.body());
    }

    private int code(String method, String path, Object body) throws Exception {
        return json(asked(method, path, body)).path("code").asInt(-1);
    }

    private String messages() {
        return "channels/" + room.id() + "/messages";
    }

    private static ObjectNode saying(String text) {
        return Json.object().put("content", text);
    }

    @Test
    void aMessageHasTwoThousandCodePoints() throws Exception {
        assertThat(asked("POST", messages(), saying("👍".repeat(2000))).statusCode())
                .isEqualTo(200);
        JsonNode refused = json(asked("POST", messages(), saying("👍".repeat(2001))));
        assertThat(refused.path("code").asInt()).isEqualTo(50035);
        assertThat(refused.at("/errors/content/_errors/0/code").asText()).isEqualTo("BASE_TYPE_MAX_LENGTH");
        assertThat(code("POST", messages(), saying("  \n "))).isEqualTo(50006);
        assertThat(discord.violations()).hasSize(2);
    }

    @Test
    void embedsHaveSixThousandTogether() throws Exception {
        ObjectNode form = Json.object();
        var embeds = form.putArray("embeds");
        embeds.addObject().put("description", "x".repeat(4096));
        assertThat(asked("POST", messages(), form).statusCode()).isEqualTo(200);
        embeds.addObject().put("description", "x".repeat(1905));
        assertThat(json(asked("POST", messages(), form))
                        .at("/errors/embeds/_errors/0/code")
                        .asText())
                .isEqualTo("MAX_EMBED_SIZE_EXCEEDED");
    }

    @Test
    void fiveRowsOfFiveButtonsWithDifferentIds() throws Exception {
        ObjectNode form = saying("Panel");
        var rows = form.putArray("components");
        for (int row = 0; row < 6; row++) {
            rows.addObject()
                    .put("type", 1)
                    .putArray("components")
                    .addObject()
                    .put("type", 2)
                    .put("style", 1)
                    .put("label", "One")
                    .put("custom_id", "id" + row % 5);
        }
        assertThat(code("POST", messages(), form)).isEqualTo(50035);
        rows.remove(5);
        assertThat(asked("POST", messages(), form).statusCode()).isEqualTo(200);
        ((ObjectNode) rows.get(0).path("components").get(0)).put("custom_id", "id1");
        assertThat(asked("POST", messages(), form).body()).contains("COMPONENT_CUSTOM_ID_DUPLICATED");
        ((ObjectNode) rows.get(0).path("components").get(0)).put("custom_id", "x".repeat(101));
        assertThat(code("POST", messages(), form)).isEqualTo(50035);
    }

    @Test
    void whatIsNotThereOrNotAllowedHasItsCode() throws Exception {
        MessageRecord said = ana.says(room, "hello");
        assertThat(code("GET", "channels/1", saying(""))).isEqualTo(10003);
        assertThat(code("GET", messages() + "/1", saying(""))).isEqualTo(10008);
        assertThat(code("PATCH", messages() + "/" + said.id(), saying("mine"))).isEqualTo(50005);
        assertThat(code("PUT", messages() + "/" + said.id() + "/reactions/nothing/@me", ""))
                .isEqualTo(10014);
        room.deniesBot(Permission.SEND_MESSAGES);
        assertThat(code("POST", messages(), saying("hello"))).isEqualTo(50013);
        room.deniesBot(Permission.VIEW_CHANNEL);
        assertThat(code("POST", messages(), saying("hello"))).isEqualTo(50001);
        room.leavesBotAlone();
        assertThat(asked("POST", messages(), saying("hello")).statusCode()).isEqualTo(200);
        guild.throwsBotOut();
        assertThat(code("GET", "guilds/" + guild.id(), "")).isEqualTo(10004);
    }

    @Test
    void aRoleCanTakeWhatAnotherGives() throws Exception {
        room.denies(guild.everyone(), Permission.SEND_MESSAGES);
        assertThat(code("POST", messages(), saying("hello"))).isEqualTo(50013);
        room.allows(guild.botRole(), Permission.SEND_MESSAGES);
        assertThat(asked("POST", messages(), saying("hello")).statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyIsPingedUnlessAllowed() throws Exception {
        Role hosts = guild.role("Hosts");
        guild.botRole().may(Permission.MENTION_EVERYONE);
        ObjectNode form = saying("@everyone " + ana.mention() + " " + hosts.mention());
        asked("POST", messages(), form);
        form.putObject("allowed_mentions").putArray("parse");
        asked("POST", messages(), form);
        assertThat(room.history().getFirst().pings()).containsExactly("@everyone", "@Hosts", "Ana");
        assertThat(room.history().getLast().pings()).isEmpty();
    }

    @Test
    void withoutTheRightTokenNothing() throws Exception {
        assertThat(asked("POST", messages(), saying("hello"), "another").statusCode())
                .isEqualTo(401);
        discord.revokesToken();
        assertThat(asked("POST", messages(), saying("hello")).statusCode()).isEqualTo(401);
        assertThat(discord.requests().invalid()).isEqualTo(2);
        assertThat(room.history()).isEmpty();
    }

    @Test
    void fiveMessagesInFiveSecondsForEachChannel() throws Exception {
        discord.limited(true);
        List<Integer> answers = new ArrayList<>();
        HttpResponse<String> last = null;
        for (int index = 0; index < 6; index++) {
            last = asked("POST", messages(), saying("one of six"));
            answers.add(last.statusCode());
        }
        assertThat(answers).containsExactly(200, 200, 200, 200, 200, 429);
        assertThat(json(last).path("global").asBoolean()).isFalse();
        assertThat(json(last).path("retry_after").asDouble()).isBetween(0.001, 5.0);
        assertThat(last.headers().firstValue("X-RateLimit-Scope")).contains("user");
        assertThat(last.headers().firstValue("X-RateLimit-Limit")).contains("5");
        Channel other = guild.channel("another");
        assertThat(asked("POST", "channels/" + other.id() + "/messages", saying("hello"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(discord.requests().limited()).isOne();
    }

    @Test
    void overAllTheLimitsThereIsOneForAnySecond() {
        RateLimits limits = new RateLimits(now::get);
        limits.on(true);
        long second = 1_000_000_000L;
        for (int index = 0; index < 50; index++) {
            assertThat(ask(limits, index, second + index).waits()).isFalse();
        }
        RateLimits.Verdict tooMuch = ask(limits, 50, second + 60);
        assertThat(tooMuch.waits()).isTrue();
        assertThat(tooMuch.global()).isTrue();
        assertThat(ask(limits, 51, 2 * second - 1).waits()).isTrue();
        assertThat(ask(limits, 52, 2 * second).waits()).isFalse();
        assertThat(ask(limits, 53, 2 * second).waits()).isTrue();
        assertThat(limits.ask("POST", "/interactions/{}/{}/callback", "1", false)
                        .waits())
                .isFalse();
    }

    /** Exactly fifty a second, and nobody is held up who comes by many ways at once: so time must not go by between looking and counting. */
    @Test
    void whatIsCountedAtOnceIsCountedInOrder() throws Exception {
        AtomicLong clock = new AtomicLong(1_000_000_000L);
        RateLimits limits = new RateLimits(() -> clock.addAndGet(20_000_000L));
        limits.on(true);
        AtomicInteger refused = new AtomicInteger();
        try (ExecutorService many = Executors.newFixedThreadPool(16)) {
            for (int way = 0; way < 16; way++) {
                String channel = "" + way;
                many.submit(() -> {
                    for (int index = 0; index < 2_000; index++) {
                        if (limits.ask("POST", "/channels/{}/typing", channel + index, true)
                                .waits()) {
                            refused.incrementAndGet();
                        }
                    }
                });
            }
        }

        assertThat(refused).hasValue(0);
    }

    private RateLimits.Verdict ask(RateLimits limits, int channel, long at) {
        now.set(at);
        return limits.ask("POST", "/channels/{}/messages", "" + channel, true);
    }

    @Test
    void aLostAnswerIsARequestCarriedOut() throws Exception {
        discord.faults(Faults.from(1).losingAnswers(1));
        assertThat(isLost(saying("hello").put("nonce", "n1").put("enforce_nonce", true)))
                .isTrue();
        discord.faultless();
        asked("POST", messages(), saying("hello").put("nonce", "n1").put("enforce_nonce", true));
        assertThat(room.history()).hasSize(1);
        discord.faults(Faults.from(1).failing(1));
        assertThat(asked("POST", messages(), saying("never")).statusCode()).isEqualTo(500);
        discord.faults(Faults.from(1).limiting(1));
        assertThat(asked("POST", messages(), saying("never")).statusCode()).isEqualTo(429);
        assertThat(room.history()).hasSize(1);
    }

    private boolean isLost(ObjectNode form) throws Exception {
        try {
            asked("POST", messages(), form);
            return false;
        } catch (IOException lost) {
            return true;
        }
    }

    @Test
    void awayAndBackWithEverythingStillThere() throws Exception {
        ana.says(room, "before");
        discord.off();
        assertThat(isLost(saying("into the void"))).isTrue();
        ana.says(room, "meanwhile");
        discord.on();
        JsonNode history = json(asked("GET", messages() + "?limit=10", ""));
        assertThat(history.findValuesAsText("content")).containsExactly("meanwhile", "before");
    }

    @Test
    void historyComesInPages() throws Exception {
        List<MessageRecord> said = new ArrayList<>();
        for (int index = 0; index < 10; index++) {
            said.add(ana.says(room, "m" + index));
        }
        assertThat(contents("after=" + said.get(2).id() + "&limit=3")).containsExactly("m5", "m4", "m3");
        assertThat(contents("before=" + said.get(2).id() + "&limit=3")).containsExactly("m1", "m0");
        assertThat(contents("around=" + said.get(5).id() + "&limit=3")).containsExactly("m6", "m5", "m4");
        discord.messageContent(false);
        assertThat(contents("limit=2")).containsExactly("", "");
    }

    private List<String> contents(String query) throws Exception {
        return json(asked("GET", messages() + "?" + query, "")).findValuesAsText("content");
    }
}
