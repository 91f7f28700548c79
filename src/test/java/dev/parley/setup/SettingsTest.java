package dev.parley.setup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.Phrases;
import dev.parley.ShippedPrompts;
import dev.parley.conversation.RoomId;
import dev.parley.engine.ChatPhrase;
import dev.parley.schedule.Queue;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final Path HOME = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void theShippedFileIsAllDefaults() throws IOException {
        Configuration shipped = good(Files.readString(Path.of("config/parley.yaml")));
        assertThat(shipped).isEqualTo(good(""));
        assertThat(Setup.read(HOME, Optional.empty(), Phrases.all()).value().configuration())
                .isEqualTo(shipped);
    }

    @Test
    void withoutAFileThereIsASampleChat() throws IOException {
        Path prompts = folder.resolve("prompts");
        ShippedPrompts.copyTo(prompts);
        Files.copy(Path.of("prompts", "partnership.md"), prompts.resolve("partnership.md"));
        Configuration usual =
                Setup.read(folder, Optional.empty(), Phrases.all()).value().configuration();
        assertThat(usual.site()).isEqualTo(new Configuration.Site("127.0.0.1", 8080, Optional.empty()));
        assertThat(usual.database().url()).isEqualTo("jdbc:h2:file:" + folder.resolve("data/parley"));
        assertThat(usual.rooms()).containsExactly(Configuration.Room.ofWeb("commons", "Commons"));
        assertThat(usual.discord()).isEmpty();
        assertThat(usual.slack()).isEmpty();
        assertThat(usual.series()).singleElement().satisfies(series -> {
            assertThat(series.id()).isEqualTo("sample");
            assertThat(series.timetable()).isEmpty();
            assertThat(series.queue().scripts()).containsExactly("partnership");
        });
    }

    /** Takes the comment marks away from every setting of the shipped file: then it must say all that can be said. */
    @Test
    void theExamplesOfTheShippedFileAreRightAndComplete() throws IOException {
        String examples = Files.readAllLines(Path.of("config/parley.yaml")).stream()
                .skip(6)
                .map(line -> line.startsWith("# ") ? line.substring(2) : line)
                .collect(Collectors.joining("\n"))
                .replaceAll(
                        "/run/secrets/[a-z-]+",
                        Path.of("pom.xml").toAbsolutePath().toString());
        Configuration configuration = good(examples);
        assertThat(configuration.site().address()).contains(URI.create("https://chat.example.org"));
        assertThat(configuration.community().zone()).isEqualTo(ZoneId.of("America/Chicago"));
        assertThat(configuration.rooms())
                .flatExtracting(Configuration.Room::places)
                .containsExactly(
                        new RoomId("web", "commons"),
                        new RoomId("web", "lounge"),
                        new RoomId("discord", "112233445566778899"),
                        new RoomId("slack", "C0123456789"));
        assertThat(configuration.slack()).hasValueSatisfying(app -> {
            assertThat(app.delivery()).isEqualTo(SlackBot.Delivery.SOCKETS);
            assertThat(app.files()).containsOnlyKeys(SlackBot.Secret.values());
            assertThat(app.clientId(Map.of())).contains("1234567890.1234567890");
            assertThat(app.hostUsers()).containsExactly("U0123456789");
            assertThat(app.hostGroups()).containsExactly("S0123456789");
            assertThat(app.panel()).contains("C9876543210");
            assertThat(app.connections()).isEqualTo(2);
            assertThat(app.api()).contains(URI.create("https://slack.com/api/"));
        });
        assertThat(configuration.discord()).hasValueSatisfying(bot -> {
            assertThat(bot.hostRoles()).containsExactly("223344556677889900");
            assertThat(bot.hostUsers()).containsExactly("334455667788990011");
            assertThat(bot.panel()).contains("445566778899001122");
            assertThat(bot.api()).contains(URI.create("https://discord.com/api/v10/"));
            assertThat(bot.gateway()).contains(URI.create("wss://gateway.discord.gg"));
        });
        assertThat(configuration.series()).singleElement().satisfies(series -> {
            assertThat(series.rooms()).isEqualTo(configuration.rooms());
            assertThat(series.queue())
                    .isEqualTo(new Queue(
                            List.of("first-evening", "partnership"),
                            Map.of(LocalDate.of(2026, 12, 21), "night-shift")));
            assertThat(series.announcements())
                    .containsExactly(Duration.ofDays(1), Duration.ofHours(1), Duration.ofMinutes(10));
            assertThat(series.timetable().orElseThrow().moved()).hasSize(1);
        });
        CoachingSettings coaching = configuration.coaching();
        assertThat(coaching.leads())
                .containsExactlyInAnyOrder(
                        new CoachingSettings.Lead("discord", "334455667788990011"),
                        new CoachingSettings.Lead("slack", "U0123456789"));
        assertThat(coaching.cycles()).contains(List.of("impact-cycle", "peer-coaching"));
        assertThat(coaching.offersCycle("group-visit")).isFalse();
        assertThat(coaching.offersFramework("standards")).isTrue();
        Tree tree = YamlText.read(examples, 0, new Problems("parley.yaml")).orElseThrow();
        assertThat(keys(tree.root())).isEqualTo(keysOf(schema(), schema()));
    }

    @Test
    void theExamplesOfTheReadmeAreRight() throws IOException {
        List<String> examples = Pattern.compile("(?ms)^ *```yaml\n(.*?)^ *```$")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(found -> found.group(1).stripIndent())
                .toList();
        assertThat(examples).hasSizeGreaterThan(3);
        for (String example : examples) {
            assertThat(told(file(example.getBytes(UTF_8)))).as(example).isEmpty();
        }
    }

    @Test
    void theDefaultsThatTheSchemaTellsAreTheRealOnes() throws IOException {
        Configuration usual = good("series: [{id: a, title: A, scripts: [partnership]}]");
        Series series = usual.series().getFirst();
        JsonNode settings = schema().path("properties");
        JsonNode told = schema().path("$defs").path("series").path("properties");
        assertThat(settings.at("/community/properties/name/default").asText())
                .isEqualTo(usual.community().name());
        assertThat(settings.at("/site/properties/bind/default").asText())
                .isEqualTo(usual.site().bind());
        assertThat(settings.at("/site/properties/port/default").asInt())
                .isEqualTo(usual.site().port());
        assertThat(settings.at("/prompts/default").asText())
                .isEqualTo(usual.prompts().getFileName().toString());
        assertThat(told.at("/length/default").asText()).isEqualTo(Spans.write(series.length()));
        assertThat(told.at("/grace/default").asText()).isEqualTo(Spans.write(series.grace()));
        assertThat(told.at("/slow/default").asText()).isEqualTo(Spans.write(series.slow()));
        assertThat(told.at("/readers/default").asText())
                .isEqualToIgnoringCase(series.readers().name());
        DiscordBot bot = good("discord: {}").discord().orElseThrow();
        assertThat(settings.at("/discord/properties/message-content/default").asBoolean())
                .isEqualTo(bot.messageContent());
        assertThat(settings.at("/discord/properties/shards/properties/total/default")
                        .asInt())
                .isEqualTo(bot.shards().total());
        assertThat(settings.at("/discord/properties/shards/properties/from/default")
                        .asInt())
                .isEqualTo(bot.shards().from());
        SlackBot app = good("slack: {}").slack().orElseThrow();
        assertThat(settings.at("/slack/properties/delivery/default").asText())
                .isEqualToIgnoringCase(app.delivery().name());
        assertThat(settings.at("/slack/properties/connections/default").asInt()).isEqualTo(app.connections());
        CoachingSettings coaching = usual.coaching();
        JsonNode coached = settings.at("/coaching/properties");
        assertThat(coached.at("/after/default").asText()).isEqualTo(Spans.write(coaching.after()));
        assertThat(coached.at("/nudge/default").asText()).isEqualTo(Spans.write(coaching.nudge()));
        assertThat(coached.at("/patience/default").asText()).isEqualTo(Spans.write(coaching.patience()));
        assertThat(coached.at("/pause/default").asText()).isEqualTo(Spans.write(coaching.pause()));
        assertThat(coached.at("/calendar-every/default").asText()).isEqualTo(Spans.write(coaching.calendarEvery()));
        assertThat(coached.at("/quiet/properties/from/default").asText())
                .isEqualTo(coaching.usual().quietFrom().toString());
        assertThat(coached.at("/quiet/properties/to/default").asText())
                .isEqualTo(coaching.usual().quietTo().toString());
        assertThat(told.at("/names/default").asBoolean()).isEqualTo(series.names());
        assertThat(told.at("/warn-weeks/default").asInt()).isEqualTo(series.warnWeeks());
    }

    @Test
    void coachingHasTheCommunitysClockAndOffersEverything() throws IOException {
        CoachingSettings usual = good("community: {zone: Europe/Berlin}").coaching();
        assertThat(usual.usual().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(usual.leads()).isEmpty();
        assertThat(usual.offersCycle("group-visit")).isTrue();
        assertThat(good("coaching: {frameworks: []}").coaching().offersFramework("standards"))
                .isFalse();
        assertThat(good("coaching: {zone: Asia/Tokyo, leads: [\"slack:user:T0AB/U77\"]}")
                        .coaching())
                .satisfies(coaching -> {
                    assertThat(coaching.usual().zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
                    assertThat(coaching.leads()).containsExactly(new CoachingSettings.Lead("slack", "T0AB/U77"));
                });
    }

    @Test
    void everyKeyIsExplained() throws IOException {
        assertThat(unexplained(schema().path("properties"))).isEmpty();
        assertThat(unexplained(schema().path("$defs").path("series").path("properties")))
                .isEmpty();
    }

    @Test
    void spansAreReadAsPeopleWriteThem() {
        assertThat(Spans.read("50m")).contains(Duration.ofMinutes(50));
        assertThat(Spans.read("1h 30m")).contains(Duration.ofMinutes(90));
        assertThat(Spans.read("1h30m")).contains(Duration.ofMinutes(90));
        assertThat(Spans.read("2 days")).contains(Duration.ofDays(2));
        assertThat(Spans.read("90 Seconds")).contains(Duration.ofSeconds(90));
        assertThat(Spans.read("PT1H30M")).contains(Duration.ofMinutes(90));
        assertThat(Spans.read("0m")).contains(Duration.ZERO);
        assertThat(List.of("", " ", "m", "5", "5 m 3", "5x", "-5m", "P-1D", "PT", "1h,30m", "9999999m"))
                .allSatisfy(wrong -> assertThat(Spans.read(wrong)).as(wrong).isEmpty());
        assertThat(Spans.write(Duration.ofMinutes(90))).isEqualTo("1h 30m");
    }

    @Test
    void thePasswordIsInAFileOrInTheEnvironment() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), " open sesame \n# not this\n");
        Configuration.Database byFile =
                good("database:\n  password-file: " + secret + "\n").database();
        assertThat(byFile.password(Map.of())).contains("open sesame");
        assertThat(byFile.toString()).doesNotContain("sesame");
        Configuration.Database byVariable = good("").database();
        assertThat(byVariable.password(Map.of("PARLEY_DATABASE_PASSWORD", "friend")))
                .contains("friend");
        assertThat(byVariable.password(Map.of())).isEmpty();
    }

    @Test
    void theTokenIsInAFileOrInTheEnvironment() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), " open.sesame \n# not this\n");
        DiscordBot byFile =
                good("discord:\n  token-file: " + secret + "\n").discord().orElseThrow();
        assertThat(byFile.token(Map.of("PARLEY_DISCORD_TOKEN", "friend"))).contains("open.sesame");
        assertThat(byFile.toString()).doesNotContain("sesame");
        DiscordBot byVariable = good("discord: {}").discord().orElseThrow();
        assertThat(byVariable.token(Map.of("PARLEY_DISCORD_TOKEN", " friend\n")))
                .contains("friend");
        assertThat(byVariable.token(Map.of("PARLEY_DISCORD_TOKEN", " "))).isEmpty();
        assertThat(byVariable.token(Map.of())).isEmpty();
    }

    @Test
    void aRoomThatNamesAChannelIsOnDiscord() throws IOException {
        Configuration mixed = good("""
                rooms:
                  - {id: lounge, title: Lounge, discord: "112233445566778899"}
                  - {id: commons, title: Commons}
                series:
                  - id: a
                    title: A
                    weekly: {day: Monday, time: 20:00, zone: Europe/Berlin, from: 2026-11-23}
                    scripts: [partnership]
                  - {id: b, title: B, rooms: [commons], scripts: [partnership]}
                """);
        assertThat(mixed.discord()).hasValueSatisfying(bot -> {
            assertThat(bot.messageContent()).isTrue();
            assertThat(bot.shards()).isEqualTo(new DiscordBot.Shards(1, 0, 0));
            assertThat(bot.api()).isEmpty();
            assertThat(bot.gateway()).isEmpty();
        });
        assertThat(mixed.series().getFirst().rooms())
                .flatExtracting(Configuration.Room::places)
                .containsExactly(new RoomId("discord", "112233445566778899"));
        assertThat(mixed.series().getLast().rooms())
                .flatExtracting(Configuration.Room::places)
                .containsExactly(new RoomId("web", "commons"));
    }

    @Test
    void theSecretsOfSlackAreInFilesOrInTheEnvironment() throws IOException {
        Map<String, String> environment = Map.of(
                "PARLEY_SLACK_BOT_TOKEN", " xoxb-1\n",
                "PARLEY_SLACK_APP_TOKEN", "xapp-1",
                "PARLEY_SLACK_SIGNING_SECRET", "signing",
                "PARLEY_SLACK_CLIENT_ID", "1.2",
                "PARLEY_SLACK_CLIENT_SECRET", "client");
        SlackBot byVariable = good("slack: {}").slack().orElseThrow();
        assertThat(byVariable.secret(SlackBot.Secret.BOT_TOKEN, environment)).contains("xoxb-1");
        assertThat(byVariable.secret(SlackBot.Secret.APP_TOKEN, environment)).contains("xapp-1");
        assertThat(byVariable.secret(SlackBot.Secret.SIGNING_SECRET, environment))
                .contains("signing");
        assertThat(byVariable.secret(SlackBot.Secret.CLIENT_SECRET, environment))
                .contains("client");
        assertThat(byVariable.clientId(environment)).contains("1.2");
        assertThat(byVariable.secret(SlackBot.Secret.BOT_TOKEN, Map.of("PARLEY_SLACK_BOT_TOKEN", " ")))
                .isEmpty();
        assertThat(byVariable.clientId(Map.of())).isEmpty();

        Path secret = Files.writeString(folder.resolve("secret"), " open.sesame \n# not this\n");
        for (SlackBot.Secret one : SlackBot.Secret.values()) {
            SlackBot byFile = good("slack: {delivery: http, " + one.key() + ": " + secret + "}\n")
                    .slack()
                    .orElseThrow();
            assertThat(byFile.secret(one, environment)).contains("open.sesame");
            assertThat(byFile.toString()).doesNotContain("sesame");
            assertThat(byFile.delivery()).isEqualTo(SlackBot.Delivery.HTTP);
        }
    }

    @Test
    void oneChatIsInManyRooms() throws IOException {
        Configuration mixed = good("""
                rooms:
                  - {id: lounge, title: Lounge, discord: "112233445566778899", slack: C0AB12, web: true}
                  - {id: bar, title: Bar, slack: C0AB13}
                series:
                  - id: a
                    title: A
                    rooms: [bar, lounge]
                    weekly: {day: Monday, time: 20:00, zone: Europe/Berlin, from: 2026-11-23}
                    scripts: [partnership]
                """);
        assertThat(mixed.series().getFirst().rooms())
                .flatExtracting(Configuration.Room::places)
                .containsExactly(
                        new RoomId("slack", "C0AB13"),
                        new RoomId("web", "lounge"),
                        new RoomId("discord", "112233445566778899"),
                        new RoomId("slack", "C0AB12"));
        Setup setup = read(folder.resolve("parley.yaml")).value();
        assertThat(new Plans(mixed.series().getFirst(), setup.prompts().scripts())
                        .between(Instant.parse("2026-11-23T00:00:00Z"), Instant.parse("2026-11-24T00:00:00Z")))
                .singleElement()
                .satisfies(named -> assertThat(named.plan().rooms()).hasSize(4));
    }

    @Test
    void aRoomOfAWorkspaceAmongSeveral() throws IOException {
        Configuration several = good("""
                rooms:
                  - {id: one, title: One, slack: T0AB/C0AB12, web: true}
                  - {id: two, title: Two, slack: T0CD/G0AB13}
                slack: {hosts: ["user:T0AB/U77", "user:T0CD/W78", "group:S79", "group:T0CD/S80"], panel: T0AB/C99}
                """);
        assertThat(several.rooms())
                .extracting(room -> room.slack().orElseThrow())
                .containsExactly("T0AB/C0AB12", "T0CD/G0AB13");
        assertThat(several.slack()).hasValueSatisfying(app -> {
            assertThat(app.hostUsers()).containsExactlyInAnyOrder("T0AB/U77", "T0CD/W78");
            assertThat(app.hostGroups()).containsExactlyInAnyOrder("S79", "T0CD/S80");
            assertThat(app.panel()).contains("T0AB/C99");
        });
    }

    @Test
    void theSampleChatIsInTheFirstWebRoom() throws IOException {
        Configuration mixed = good("""
                rooms:
                  - {id: lounge, title: Lounge, discord: "112233445566778899"}
                  - {id: commons, title: Commons}
                """);
        assertThat(mixed.series().getFirst().rooms())
                .extracting(Configuration.Room::id)
                .containsExactly("commons");
    }

    /** Our reader keeps every digit; the quotes are for editors and other programs, to which this is a number. */
    @Test
    void anIdWithoutQuotesKeepsItsDigits() throws IOException {
        Configuration lenient = good("""
                rooms: [{id: lounge, title: Lounge, discord: 18446744073709551615}, {id: a, title: A}]
                discord: {panel: 112233445566778899}
                """);
        assertThat(lenient.rooms().getFirst().discord()).contains("18446744073709551615");
        assertThat(lenient.discord().orElseThrow().panel()).contains("112233445566778899");
    }

    @Test
    void aBotWithoutRoomsIsAWarning() throws IOException {
        Setup setup = read(file("log: {format: text}\ndiscord: {panel: \"112233445566778899\"}\n".getBytes(UTF_8)))
                .value();
        assertThat(setup.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.line()).isEqualTo(2);
            assertThat(warning.what()).isEqualTo("No room is on Discord, so Parley does not go there");
        });
        assertThat(read(file("slack: {panel: C0AB12}\n".getBytes(UTF_8)))
                        .value()
                        .warnings())
                .singleElement()
                .satisfies(warning ->
                        assertThat(warning.what()).isEqualTo("No room is on Slack, so Parley does not go there"));
        assertThat(read(file(new byte[0])).value().warnings()).isEmpty();
    }

    @Test
    void whatIsToldFitsOnALine() throws IOException {
        assertThat(told(file(("community:\n  zone: " + "x".repeat(100_000)).getBytes(UTF_8))))
                .singleElement()
                .satisfies(line -> assertThat(line).hasSizeLessThan(1300));
        assertThat(told(file(("series: [{id: a, title: A, length: " + "1a".repeat(200_000) + "}]").getBytes(UTF_8))))
                .isNotEmpty();
    }

    @Test
    void theVoiceAloneCanBeRead() {
        assertThat(Prompts.voice(Path.of("prompts"), Phrases.all()).value().say(ChatPhrase.ONE_MINUTE))
                .isEqualTo("one minute");
        assertThat(Prompts.voice(folder, List.of(ChatPhrase.PAUSE)).problems()).hasSize(1);
    }

    @Test
    void aFileThatWasAskedForMustBeThere() {
        Path missing = folder.resolve("nothing.yaml");
        assertThat(told(missing)).containsExactly("1:1: There is no such file. Make it, or correct its name.");
    }

    @Test
    void aFolderIsNoFile() {
        assertThat(told(folder)).containsExactly("1:1: This is a folder. Name a file in it.");
    }

    @Test
    void filesThatAreNoText() throws IOException {
        assertThat(told(file(new byte[] {'a', ':', ' ', 'b', '\n', 'c', 0})))
                .containsExactly("2:2: There is a character here that cannot be seen (number 0). "
                        + "Delete it, or name a text file.");
        assertThat(told(file(new byte[] {(byte) 0x89, 'P', 'N', 'G'})))
                .containsExactly("1:1: This is not text in UTF-8. Save the file as UTF-8.");
        assertThat(told(file("site:\n  bind: 127.0.0.1 # für".getBytes(StandardCharsets.ISO_8859_1))))
                .containsExactly("2:22: This is not text in UTF-8. Save the file as UTF-8.");
        assertThat(told(file("site:".getBytes(StandardCharsets.UTF_16))))
                .containsExactly("1:1: This file is written in UTF-16. Save it as UTF-8.");
        assertThat(told(file(new byte[(1 << 20) + 1])))
                .containsExactly("1:1: This file is larger than a megabyte. Name the right file, or make it smaller.");
    }

    @Test
    void marksAndLineEndsOfOtherSystemsDoNotMatter() throws IOException {
        assertThat(good("\uFEFFsite:\r\n  port: 0\r\n").site().port()).isZero();
        assertThat(good("# nothing\n\n")).isEqualTo(good(""));
        assertThat(good("site:\n#  port: 1\nrooms:\nseries:\n")).isEqualTo(good(""));
        assertThat(good("---\nsite: {port: 0}\n").site().port()).isZero();
    }

    @Test
    void whatIsMadeOfRandomPiecesIsAnsweredToo() throws IOException {
        List<String> pieces = List.of(
                "site:",
                "series:",
                "\n",
                "  ",
                "- ",
                "id: ",
                "{",
                "}",
                "[",
                "]",
                ":",
                "#",
                "\"",
                "'",
                "*a",
                "&a ",
                "!!x ",
                "20:00",
                "null",
                "weekly: ",
                "|",
                ">",
                "%",
                "@",
                "\t",
                "---\n",
                "? ",
                "\u2028",
                "😀",
                ",",
                "move: ");
        Random random = new Random(20261122);
        for (int i = 0; i < 3000; i++) {
            String text =
                    random.ints(12, 0, pieces.size()).mapToObj(pieces::get).collect(Collectors.joining());
            Problems problems = new Problems("random");
            YamlText.read(text, 0, problems).ifPresent(tree -> new ConfigurationText(HOME, tree, problems).read());
            assertThat(problems.list()).as(text).allSatisfy(problem -> {
                assertThat(problem.what()).isNotBlank();
                assertThat(problem.remedy()).endsWith(".");
                assertThat(problem.line()).isPositive();
            });
        }
    }

    @Test
    void aBrokenReadingHasNoValue() {
        assertThatThrownBy(() -> read(folder).value())
                .isInstanceOf(SetupTrouble.class)
                .hasMessage(folder + ":1:1: This is a folder. Name a file in it.");
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("parley.yaml"), bytes);
    }

    private Configuration good(String text) throws IOException {
        return read(file(text.getBytes(UTF_8))).value().configuration();
    }

    private static Reading<Setup> read(Path file) {
        return Setup.read(HOME, Optional.of(file), Phrases.all());
    }

    private static List<String> told(Path file) {
        return read(file).problems().stream()
                .map(Problem::toString)
                .map(line -> line.replace(file + ":", ""))
                .toList();
    }

    private static JsonNode schema() throws IOException {
        return new ObjectMapper().readTree(Path.of("config/parley.schema.json").toFile());
    }

    private static List<String> unexplained(JsonNode properties) {
        List<String> names = new ArrayList<>();
        properties.properties().forEach(property -> {
            JsonNode rule = property.getValue();
            boolean explained = !rule.path("description").asText().isBlank() || rule.has("$ref");
            if (!explained) {
                names.add(property.getKey());
            }
            names.addAll(unexplained(rule.path("properties")));
        });
        return names;
    }

    private static SortedSet<String> keys(JsonNode node) {
        SortedSet<String> keys = new TreeSet<>();
        node.properties().forEach(member -> {
            if (!member.getKey().matches("\\d.*")) {
                keys.add(member.getKey());
            }
        });
        node.forEach(child -> keys.addAll(keys(child)));
        return keys;
    }

    private static SortedSet<String> keysOf(JsonNode rule, JsonNode schema) {
        SortedSet<String> keys = new TreeSet<>();
        rule.path("properties").properties().forEach(property -> {
            keys.add(property.getKey());
            keys.addAll(keysOf(property.getValue(), schema));
        });
        if (rule.has("items")) {
            keys.addAll(keysOf(rule.path("items"), schema));
        }
        if (rule.has("$ref")) {
            keys.addAll(keysOf(schema.at(rule.path("$ref").asText().substring(1)), schema));
        }
        return keys;
    }
}
