package dev.parley.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.SpecificationVersion;
import com.slack.api.methods.Methods;
import com.slack.api.model.event.Event;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.parley.platform.local.Node;
import dev.parley.platform.local.Schemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The manifest says what the code uses: all of it, and nothing more. */
class ManifestTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/parley/platform/slack");

    private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z_.]{3,60})\"");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.parley.platform.slack");

    /** Methods that need no token of the bot. */
    private static final Set<String> WITHOUT_THE_BOT = Set.of("apps.connections.open", "oauth.v2.access", "api.test");

    private final ObjectNode manifest = manifest();

    private static ObjectNode manifest() {
        try {
            return (ObjectNode) new ObjectMapper(new YAMLFactory())
                    .readTree(Path.of("config/slack-manifest.yaml").toFile());
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private SortedSet<String> texts(String pointer) {
        return StreamSupport.stream(manifest.at(pointer).spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void itAsksForTheScopesThatAreNeededAndNoMore() {
        assertThat(texts("/oauth_config/scopes/bot")).isEqualTo(SlackNeeds.scopes());
        assertThat(manifest.at("/oauth_config/scopes").size()).isEqualTo(1);
        assertThat(SlackNeeds.scopes()).contains("chat:write", "commands").doesNotContain("", "admin");
    }

    @Test
    void itSubscribesToTheEventsThatAreHeardAndNoMore() {
        assertThat(texts("/settings/event_subscriptions/bot_events")).isEqualTo(SlackNeeds.events());
        assertThat(manifest.at("/settings/event_subscriptions").size()).isEqualTo(1);
    }

    @Test
    void itHasOneCommandAndTwoShortcuts() {
        assertThat(manifest.at("/features/slash_commands")).singleElement().satisfies(command -> {
            assertThat(command.path("command").asText()).isEqualTo(SlackNeeds.COMMAND);
            assertThat(command.path("should_escape").asBoolean())
                    .as("a co-host comes with the id")
                    .isTrue();
        });
        Map<String, String> shortcuts = new TreeMap<>();
        manifest.at("/features/shortcuts")
                .forEach(shortcut -> shortcuts.put(
                        shortcut.path("callback_id").asText(),
                        shortcut.path("type").asText()));
        assertThat(shortcuts)
                .isEqualTo(Map.of(SlackNeeds.FILE_SHORTCUT, "message", SlackNeeds.ANSWER_SHORTCUT, "global"));
    }

    @Test
    void itIsSetUpForSocketsAndOneWorkspaceAtATime() {
        assertThat(manifest.at("/settings/socket_mode_enabled").asBoolean()).isTrue();
        assertThat(manifest.at("/settings/interactivity/is_enabled").asBoolean())
                .isTrue();
        assertThat(manifest.at("/settings/token_rotation_enabled").asBoolean(true))
                .isFalse();
        assertThat(manifest.at("/settings/org_deploy_enabled").asBoolean(true)).isFalse();
        assertThat(manifest.at("/features/app_home/home_tab_enabled").asBoolean())
                .isTrue();
        assertThat(manifest.at("/features/app_home/messages_tab_enabled").asBoolean())
                .isTrue();
        assertThat(manifest.at("/features/app_home/messages_tab_read_only_enabled")
                        .asBoolean(true))
                .isFalse();
    }

    /** Figures of the manifest's schema, github.com/slackapi/manifest-schema. */
    @Test
    void itsWordsFit() {
        assertThat(manifest.at("/display_information/name").asText()).hasSizeBetween(1, 35);
        assertThat(manifest.at("/display_information/description").asText()).hasSizeBetween(1, 140);
        assertThat(manifest.at("/display_information/long_description").asText())
                .hasSizeBetween(175, 4000);
        assertThat(manifest.at("/display_information/background_color").asText())
                .matches("#[0-9a-fA-F]{6}");
        assertThat(manifest.at("/features/bot_user/display_name").asText()).matches("[a-z0-9._-]{1,80}");
        assertThat(manifest.at("/features/shortcuts")).allSatisfy(shortcut -> {
            assertThat(shortcut.path("name").asText()).hasSizeBetween(1, 24);
            assertThat(shortcut.path("description").asText()).hasSizeBetween(1, 150);
        });
    }

    @Test
    void itHasTheShapeThatSlackPublishes() {
        Node.SLACK.mustBeThere();
        Schemas.Judge judge = Schemas.of(Node.SLACK).orElseThrow().judge("manifest.json", SpecificationVersion.DRAFT_7);
        assertThat(judge.wrong(manifest)).isEmpty();

        ObjectNode wrong = manifest.deepCopy();
        ((ArrayNode) wrong.at("/oauth_config/scopes/bot")).add("chat:shout");
        assertThat(judge.wrong(wrong)).isNotEmpty();
        assertThat(judge.wrong(manifest.deepCopy().put("featurs", true))).isNotEmpty();
    }

    @Test
    void everyMethodThatIsCalledIsNamedWithItsScopes() throws IOException {
        Set<String> called = called();

        assertThat(called).as("the search finds what is called").contains("auth.test", "chat.postMessage");
        assertThat(called)
                .filteredOn(method -> !WITHOUT_THE_BOT.contains(method))
                .isSubsetOf(SlackNeeds.methods());
    }

    @Test
    void everyMethodThatIsNamedIsCalled() throws IOException {
        Set<String> idle = new TreeSet<>(SlackNeeds.methods());
        idle.removeAll(called());

        assertThat(idle).isEmpty();
    }

    @Test
    void everyEventThatIsListenedToIsSubscribedAndNoOther() throws IOException {
        Set<String> known = knownEvents();
        assertThat(known).contains("app_mention", "tokens_revoked", "message");
        Set<String> listened = cases();
        listened.retainAll(known);
        listened.remove("hello"); // a socket's own
        listened.remove("app_rate_limited"); // an envelope of its own, told to every app

        assertThat(SlackNeeds.events().stream()
                        .map(event -> event.replaceFirst("\\..*", ""))
                        .collect(Collectors.toSet()))
                .isEqualTo(listened);
    }

    @Test
    void theReadmeNamesTheScopes() throws IOException {
        String readme = Files.readString(Path.of("README.md")).replaceAll("\\s+", " ");
        Matcher list = Pattern.compile("what Parley needs there and no more: ([^.]{1,800})\\.")
                .matcher(readme);
        assertThat(list.find()).isTrue();
        assertThat(new TreeSet<>(List.of(list.group(1).replace("`", "").split(", "))))
                .isEqualTo(SlackNeeds.scopes());
        assertThat(readme).contains("`" + SlackNeeds.COMMAND + "`");
    }

    /** The methods that the adapter calls: by the SDK's methods, and by their names. */
    private static Set<String> called() throws IOException {
        Map<String, String> names = Arrays.stream(Methods.class.getFields())
                .filter(field -> field.getType() == String.class)
                .map(ManifestTest::text)
                .collect(Collectors.toMap(ManifestTest::plain, name -> name, (one, other) -> one));
        Stream<String> calls = OURS.stream()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> isClient(access.getTargetOwner()))
                .map(JavaAccess::getName);
        return Stream.concat(calls, literals().stream().filter(names::containsValue))
                .map(name -> names.get(plain(name)))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isClient(JavaClass type) {
        return Set.of("MethodsClient", "AsyncMethodsClient").contains(type.getSimpleName());
    }

    private static String plain(String name) {
        return name.replace(".", "").toLowerCase(Locale.ROOT);
    }

    private static String text(Field constant) {
        try {
            return String.valueOf(constant.get(null));
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    /** The types of events that the SDK knows. */
    private static Set<String> knownEvents() {
        return new ClassFileImporter()
                .importPackages(Event.class.getPackageName()).stream()
                        .map(JavaClass::reflect)
                        .filter(type -> Event.class.isAssignableFrom(type))
                        .flatMap(type -> Arrays.stream(type.getFields()))
                        .filter(field -> field.getName().equals("TYPE_NAME"))
                        .map(ManifestTest::text)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What stands between quotes in the adapter's sources, but where its needs are listed. */
    private static Set<String> literals() throws IOException {
        return found(sources(), LITERAL);
    }

    /** What the adapter's ears distinguish. */
    private static Set<String> cases() throws IOException {
        return found(sources().lines().filter(line -> line.strip().startsWith("case \"")), LITERAL);
    }

    private static Set<String> found(String text, Pattern pattern) {
        return found(text.lines(), pattern);
    }

    private static Set<String> found(Stream<String> lines, Pattern pattern) {
        return lines.flatMap(line -> pattern.matcher(line).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("SlackNeeds.java"))
                    .toList();
            for (Path source : sources) {
                all.append(Files.readString(source));
            }
        }
        return all.toString();
    }
}
