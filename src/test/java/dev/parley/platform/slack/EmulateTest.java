package dev.parley.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.methods.SlackApiTextResponse;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Attachment;
import dev.parley.platform.Card;
import dev.parley.platform.FakeFacilitator;
import dev.parley.platform.Incoming;
import dev.parley.platform.Mark;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Refused;
import dev.parley.platform.Samples;
import dev.parley.platform.local.Json;
import dev.parley.platform.slack.wire.Reader;
import dev.parley.platform.slack.wire.SlackText;
import dev.parley.platform.slack.wire.Tokens;
import dev.parley.platform.slack.wire.WebApi;
import dev.parley.voice.Prompts;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Web API like Slack's that nobody of this project wrote: npm's {@code emulate}. It has no sockets, so nothing is heard here. */
class EmulateTest {
    private static final Path FOLDER = Path.of("src", "test", "node", "emulate").toAbsolutePath();
    private static final Path NODE = FOLDER.resolve(Path.of("node_modules", ".bin", "node"));
    private static final String TOKEN = "xoxb-parley";

    private Process emulate;
    private JsonNode world;
    private RoomId room;
    private SlackPlatform platform;

    @BeforeAll
    static void needsEmulate() {
        boolean there = Files.isExecutable(NODE) && Files.isDirectory(FOLDER.resolve("node_modules/emulate"));
        String missing = "needs, in " + FOLDER + ", npm ci";
        if (!there) {
            assertThat(System.getenv("CI")).as(missing).isNull();
        }
        Assumptions.assumeTrue(there, missing);
    }

    @BeforeEach
    void begins() throws Exception {
        emulate = new ProcessBuilder(
                        NODE.toString(), FOLDER.resolve("emulate.mjs").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = emulate.inputReader(StandardCharsets.UTF_8).readLine();
        world = Json.MAPPER.readTree(line);
        room = new RoomId("slack", world.path("channel").asText());
        platform = platform();
    }

    @AfterEach
    void ends() {
        platform.close();
        emulate.destroy();
    }

    private URI api() {
        return URI.create(world.path("url").asText().replace("localhost", "127.0.0.1") + "/api/");
    }

    private SlackPlatform platform() {
        SlackSettings settings = new SlackSettings(
                api(),
                SlackSettings.Mode.SOCKET,
                Optional.of(TOKEN),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty(),
                Set.of(),
                Set.of(),
                Map.of(room.id(), new SlackSettings.Room("Tuesday talk", true)));
        return new SlackPlatform(
                settings, Tokens.single(TOKEN), Prompts.of("slack", "commands"), InstantSource.system());
    }

    private <R extends SlackApiTextResponse> R asks(WebApi.Asking<R> call) {
        try (WebApi web = new WebApi(api(), Tokens.single(TOKEN), Prompts.of("slack", "commands"))) {
            return web.ask(Tokens.ONLY, call);
        }
    }

    private List<String> texts() {
        try (WebApi web = new WebApi(api(), Tokens.single(TOKEN), Prompts.of("slack", "commands"))) {
            return web
                    .page(Tokens.ONLY, "conversations.history", form -> form.add("channel", room.id()))
                    .orElseThrow()
                    .messages()
                    .reversed()
                    .stream()
                    .map(message -> Reader.text(message, "text"))
                    .toList();
        }
    }

    private Outgoing saying(String key, String text) {
        return Samples.saying(room, key, text);
    }

    private Outgoing question(String key, String text) {
        return Samples.question(room, key, text);
    }

    @Test
    void whereTheBotIsNotItIsRefusedInPlainWords() {
        asks(methods -> methods.conversationsLeave(request -> request.channel(room.id())));
        assertThat(platform.check(room)).anyMatch(trouble -> trouble.contains("/invite"));
        asks(methods -> methods.conversationsJoin(request -> request.channel(room.id())));
        assertThat(platform.check(room)).noneMatch(trouble -> trouble.contains("/invite"));

        asks(methods -> methods.conversationsArchive(request -> request.channel(room.id())));
        assertThatThrownBy(() -> platform.post(saying("k", "Hello")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("archived");
        assertThat(platform.check(room)).anyMatch(trouble -> trouble.contains("archived"));
    }

    @Test
    void aPostIsFoundByItsKeyEditedAndTakenAway() {
        MessageId post = platform.post(question("c/Q1", "**Q1** What *helped* & <who>?"));
        assertThat(texts()).contains("Q1 What helped &amp; &lt;who&gt;?");
        try (SlackPlatform after = platform()) {
            assertThat(after.find(question("c/Q1", "Q1"))).contains(post);
            assertThat(after.find(question("c/Q2", "Q2"))).isEmpty();
            after.edit(post, question("c/Q1#2", "Q1, put better"));
            assertThat(texts()).contains("Q1, put better");
            after.remove(post);
            after.remove(post);
            after.edit(post, question("c/Q1#3", "Gone"));
            assertThat(texts()).noneMatch(text -> text.startsWith("Q1"));
        }
    }

    @Test
    void aLongPostIsOnePostWithAThread() {
        String text = "A sentence that goes on. ".repeat(2 * SlackText.LONGEST / 25);
        MessageId post = platform.post(saying("c/long", text));
        long before =
                texts().stream().filter(one -> one.startsWith("A sentence")).count();
        assertThat(before).isEqualTo(1);
        try (SlackPlatform after = platform()) {
            assertThat(after.find(saying("c/long", text))).contains(post);
            after.edit(post, saying("c/long#2", "Short"));
        }
        assertThat(texts()).contains("Short");
    }

    @Test
    void receiptsComeAndGo() {
        MessageId post = platform.post(saying("k", "Mark me"));
        platform.receipt(post, Mark.GUESSED);
        platform.receipt(post, Mark.FILED);
        try (SlackPlatform after = platform()) {
            after.receipt(post, Mark.FILED);
            after.receipt(post, Mark.NONE);
        }
        assertThat(asks(methods -> methods.reactionsGet(
                                request -> request.channel(room.id()).timestamp(post.id())))
                        .getMessage()
                        .getReactions())
                .isNullOrEmpty();
    }

    @Test
    void aPictureGoesWithARecapAndWhispersStayPrivate() {
        Attachment picture = new Attachment("answers.png", "image/png", "Answers by question", new byte[] {1, 2, 3});
        platform.post(new Outgoing(
                "c/recap", room, "The recap", Optional.empty(), Outgoing.Tone.RECAP, false, List.of(picture)));
        assertThat(texts()).contains("The recap");

        String team = asks(methods -> methods.authTest(request -> request)).getTeamId();
        Account ana = new Account("slack", team + "/" + world.path("person").asText());
        platform.whisper(ana, saying("w/1", "Just between us"));
        platform.whisper(ana, saying("w/1", "Just between us"));
        assertThat(texts()).noneMatch(text -> text.contains("between us"));
    }

    @Test
    void theCardIsKeptInSightAndHistoryTellsNothingOfOurOwn() {
        Card card = FakeFacilitator.thirdQuestion(room, Instant.now());
        platform.keepInSight(card);
        try (SlackPlatform after = platform()) {
            after.keepInSight(card);
            assertThat(texts().stream().filter("Q3"::equals)).hasSize(1);
        }
        List<Incoming> told = platform.since(room, Instant.now().minusSeconds(60), Set.of());
        assertThat(told).isEmpty();
    }
}
