package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.Phrases;
import dev.parley.platform.discord.DiscordPlatform;
import dev.parley.platform.discord.DiscordSettings;
import dev.parley.platform.discord.local.MessageRecord;
import dev.parley.platform.web.WebPlatform;
import dev.parley.setup.Configuration.Room;
import dev.parley.setup.Setup;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole Parley whose only room is on Discord. */
class RunningOnDiscordTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern RECAP = Pattern.compile("http://chat\\.example\\.org(/recap/[^\\s)>]+)");

    @TempDir
    Path folder;

    private OnDiscord there;

    @BeforeEach
    void prepare() throws IOException {
        there = new OnDiscord(folder);
    }

    @AfterEach
    void leave() {
        there.close();
    }

    @Test
    void theChatIsOnDiscordAndThePagesAreForThoseWhoMayReadThem() throws Exception {
        try (Running running = start()) {
            Guest somebody = new Guest(running.address());
            assertThat(running.hasRoom()).isFalse();
            assertThat(running.onDiscord()).contains("Lounge");
            assertThat(somebody.page("/").text()).contains("The chats are held elsewhere");
            assertThat(somebody.get("/room/lounge").statusCode()).isEqualTo(404);

            String recap = await().atMost(PATIENCE)
                    .until(() -> recap(), Optional::isPresent)
                    .orElseThrow();
            assertThat(somebody.get(recap).statusCode()).isEqualTo(200);
            String page = recap.substring(0, recap.indexOf('?'));
            assertThat(somebody.get(page).statusCode()).isEqualTo(403);
            assertThat(somebody.get(page + "?pass=wrong").statusCode()).isEqualTo(403);
            assertThat(somebody.get(recap.replace(page, page + "1")).statusCode())
                    .isEqualTo(403);

            Guest host = new Guest(running.address());
            String link = running.hostLink().getPath();
            assertThat(host.send(link, link, Map.of()).statusCode()).isEqualTo(303);
            assertThat(host.get(page).statusCode()).isEqualTo(200);
            assertThat(host.page(page.replace("/recap/", "/desk/")).text()).contains("Lounge (Discord)");
        }
    }

    private Optional<String> recap() {
        return there.channel.saidByBot().stream()
                .map(MessageRecord::content)
                .map(RECAP::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    @Test
    void aWrongTokenStopsTheStartAndLeavesNothingBehind() throws IOException {
        there.tokenIs("MTA.other.token");
        StringWriter err = new StringWriter();
        int code = CommandLines.of(Phrases.all(), InstantSource.system())
                .setErr(new PrintWriter(err))
                .execute("--config", there.settings().toString());
        assertThat(code).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("Discord does not know the bot's token.")
                .doesNotContain("MTA.other")
                .doesNotContain("\tat ");
        assertThat(Files.exists(folder.resolve("data").resolve("running.json"))).isFalse();

        there.tokenIs(there.discord.token());
        try (Running running = start()) {
            assertThat(running.address()).isNotNull();
        }
    }

    @Test
    void aRoomWithoutATokenIsRefusedByItsName() throws IOException {
        there.tokenIs("\n");
        assertThatThrownBy(this::start)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("The room \"lounge\" is on Discord, and the token of a bot is not here.")
                .hasMessageContaining("PARLEY_DISCORD_TOKEN");
        assertThat(Files.exists(folder.resolve("data"))).isFalse();
    }

    @Test
    void whatDiscordDoesNotAnswerIsToldAtTheDeskAndTriedAgain() throws Exception {
        there.discord.off();
        try (Running running = start()) {
            Guest host = new Guest(running.address());
            String link = running.hostLink().getPath();
            host.send(link, link, Map.of());
            String chat = "/desk/" + chat(host);
            await().atMost(PATIENCE).until(() -> host.page(chat).text().contains("not connected with Discord"));

            there.discord.on();
            await().atMost(PATIENCE).until(() -> !there.channel.saidByBot().isEmpty());
        }
    }

    private static String chat(Guest host) throws IOException, InterruptedException {
        return host.page("/desk").selectFirst("a[href^=/desk/]").attr("href").substring("/desk/".length());
    }

    @Test
    void whatIsSetIsWhatTheAdapterGets() throws IOException {
        DiscordSettings found = Discords.require(
                        setup(there.settings(
                                        "hosts: [\"user:112233445566778899\", \"role:223344556677889900\"]",
                                        "panel: \"334455667788990011\"",
                                        "shards: {total: 4, from: 1, to: 2}",
                                        "message-content: false"))
                                .configuration(),
                        Map.of())
                .orElseThrow();
        assertThat(found)
                .isEqualTo(new DiscordSettings(
                        there.discord.token(),
                        there.discord.api(),
                        Optional.of(there.discord.gateway()),
                        new DiscordSettings.Shards(4, 1, 2),
                        false,
                        Optional.of("334455667788990011"),
                        java.util.Set.of("112233445566778899"),
                        java.util.Set.of("223344556677889900"),
                        Map.of(Long.toString(there.channel.id()), new DiscordSettings.Room(true))));
    }

    @Test
    void theSettingsNamePlatformsAsTheyNameThemselves() {
        assertThat(Room.WEB).isEqualTo(WebPlatform.NAME);
        assertThat(Room.DISCORD).isEqualTo(DiscordPlatform.NAME);
    }

    @Test
    void theAddressThatTheSchemaTellsIsTheRealOne() throws IOException {
        assertThat(new com.fasterxml.jackson.databind.ObjectMapper()
                        .readTree(Path.of("config/parley.schema.json").toFile())
                        .at("/properties/discord/properties/api/default")
                        .asText())
                .isEqualTo(DiscordSettings.API.toString())
                .satisfies(URI::create);
    }

    private Running start() throws IOException {
        return new Running(setup(there.settings()), folder, SettledProgramme::new, InstantSource.system());
    }

    private static Setup setup(Path file) {
        return Setup.read(Path.of("").toAbsolutePath(), Optional.of(file), Phrases.all())
                .value();
    }
}
