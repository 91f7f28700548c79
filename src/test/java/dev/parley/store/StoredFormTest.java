package dev.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.coaching.notebook.NotebookLetter;
import dev.parley.conversation.Content;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.Fact;
import dev.parley.conversation.Filing;
import dev.parley.conversation.Kind;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Pace;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Place;
import dev.parley.conversation.Plan;
import dev.parley.conversation.Question;
import dev.parley.conversation.Receipt;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Script;
import dev.parley.conversation.Verb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is stored stays readable: the golden file holds one of every event, effect and content. Run with {@code -Dgolden.rewrite=true}
 * to write it anew, and look at the difference: what a released version has stored must still be read.
 */
class StoredFormTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/stored.json");
    private static final ObjectMapper PLAIN = new ObjectMapper();

    private static final RoomId ROOM = new RoomId("discord", "12:34");
    private static final MessageId MESSAGE = new MessageId(ROOM, "m/5");
    private static final PersonId PERSON = new PersonId("p1");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456789Z");
    private static final Instant LATER = Instant.parse("2026-11-23T13:00:00Z");
    private static final Duration LATE = Duration.ofSeconds(7);
    private static final Filing FILING = new Filing(
            Kind.ANSWER,
            new TreeSet<>(List.of(2, 1)),
            Optional.of("2/3"),
            Optional.of(new MessageId(ROOM, "m/4")),
            true);

    private static List<Event> events() {
        return List.of(
                new Event.Planned(plan()),
                new Event.Cancelled(),
                new Event.Announced(Duration.ofHours(24)),
                new Event.Opened(LATE),
                new Event.Put(3, true, LATE),
                new Event.Steered(PERSON, new Verb.Jump(3)),
                new Event.Steered(PERSON, new Verb.Add(MESSAGE)),
                new Event.Steered(PERSON, new Verb.CoHost(PERSON)),
                new Event.Steered(PERSON, new Verb.Pause()),
                new Event.Warned(4),
                new Event.Offered(ROOM, new RoomId("web", "shed")),
                new Event.Paused(),
                new Event.Resumed(),
                new Event.Held(),
                new Event.Skipped(5),
                new Event.Added(8, MESSAGE, PERSON),
                new Event.CoHosted(PERSON),
                new Event.Undone(),
                new Event.Closing(),
                new Event.Closed(Duration.ZERO),
                new Event.Missed(),
                new Event.Ended(),
                new Event.Heard(MESSAGE, PERSON, Place.ROOM, NOON, NOON, FILING),
                new Event.Heard(MESSAGE, PERSON, new Place.Under(MESSAGE), NOON, LATER, Filing.as(Kind.SIDE, false)),
                new Event.Unheard(MESSAGE),
                new Event.Hushed(MESSAGE, LATER),
                new Event.Reacted(MESSAGE, PERSON, "🌱", true),
                new Event.Refiled(MESSAGE, PERSON, FILING),
                new Event.Placed(MESSAGE, FILING),
                new Event.Standing("chat/Q1@room", MESSAGE),
                new Event.Lapsed("chat/Q1@room"),
                new Event.WinSaid(MESSAGE, PERSON, Optional.empty()),
                new Event.WinSaid(MESSAGE, PERSON, Optional.of(MESSAGE)),
                new Event.WinTakenBack(MESSAGE),
                new Event.Forgotten(PERSON));
    }

    private static Plan plan() {
        Script script = new Script(
                "soil",
                "What soil wants",
                "Welcome, gardeners",
                "Who is here?",
                List.of(new Question(1, "What grows?", Duration.ofMinutes(9)), new Question(2, "What does not?", LATE)),
                "Last thoughts",
                Pace.USUAL);
        return new Plan(
                "Soil hour",
                "#soil",
                script,
                NOON,
                LATER,
                Duration.ofMinutes(20),
                Duration.ofDays(2),
                List.of(Duration.ofHours(24), Duration.ofMinutes(5)),
                List.of(ROOM, new RoomId("web", "shed")),
                Set.of(PERSON),
                Optional.of(LATER));
    }

    private static List<Content> contents() {
        return List.of(
                new Content.Announcement(Duration.ofMinutes(5)),
                new Content.Welcome(LATE),
                new Content.Introductions(),
                new Content.Asked(3, true, LATE),
                new Content.Warning(4),
                new Content.Pause(),
                new Content.Resumption(),
                new Content.Elsewhere(ROOM),
                new Content.FinalThoughts(),
                new Content.Thanks(LATE),
                new Content.Missed(),
                new Content.Cancelled(),
                new Content.Recap(Optional.of(2)),
                new Content.Recap(Optional.empty()),
                new Content.Doubts());
    }

    private static List<Effect> effects() {
        List<Effect> effects = new ArrayList<>();
        for (Content content : contents()) {
            effects.add(new Effect.Post("chat/post", ROOM, content, Optional.of("chat/under"), NOON, LATER));
        }
        effects.add(new Effect.Post("chat/post", ROOM, new Content.Doubts(), Optional.empty(), NOON, LATER));
        effects.add(new Effect.Edit("chat/edit", ROOM, "chat/post", new Content.Doubts(), NOON, LATER));
        effects.add(new Effect.Remove("chat/remove", ROOM, "chat/post"));
        for (Receipt receipt : Receipt.values()) {
            effects.add(new Effect.React("chat/react", MESSAGE, receipt, LATER));
        }
        SequencedMap<String, Receipt> receipts = new LinkedHashMap<>();
        for (Receipt receipt : Receipt.values()) {
            receipts.putFirst("m/" + receipt.ordinal(), receipt);
        }
        effects.add(new Effect.Receipts("chat/receipts", ROOM, receipts, LATER));
        effects.add(new Effect.Whisper("chat/whisper", PERSON, ROOM, new Content.Doubts(), NOON, LATER));
        effects.add(new Effect.Letter("circle/letter", PERSON, new NotebookLetter.HowDidItGo("try1"), NOON, LATER));
        effects.add(new Effect.KeepInSight("chat/sight", ROOM, LATER));
        effects.add(new Effect.NativeEvent("chat/event", ROOM, LATER));
        effects.add(new Effect.Wake("chat/wake", NOON));
        return effects;
    }

    @Test
    void theStoredFormHasNotChanged() throws IOException {
        ObjectNode now = PLAIN.createObjectNode();
        ArrayNode events = now.putArray("events");
        events().forEach(event -> entry(events, Json.EVENTS.of(event), Json.write(event)));
        ArrayNode effects = now.putArray("effects");
        effects().forEach(effect -> entry(effects, Json.EFFECTS.of(effect), Json.write(effect)));
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, lines(now));
        }

        assertThat(lines(now)).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void whatEarlierVersionsStoredIsStillRead() {
        String message = "{\"message\":{\"room\":\"discord:12:34\",\"id\":\"m/5\"}";
        String heard = Json.write(new Event.Heard(MESSAGE, PERSON, Place.ROOM, NOON, NOON, FILING));
        String before = heard.replaceFirst(",\"revised\":\"[^\"]*\"", "");

        assertThat(before).isNotEqualTo(heard);
        assertThat(Json.fact("heard", before))
                .isEqualTo(new Event.Heard(MESSAGE, PERSON, Place.ROOM, NOON, NOON, FILING));
        assertThat(Json.fact("unheard", message + ",\"forGood\":true}")).isEqualTo(new Event.Unheard(MESSAGE));
        assertThat(Json.fact("unheard", message + ",\"forGood\":false}"))
                .isEqualTo(new Event.Hushed(MESSAGE, Instant.EPOCH));
    }

    @Test
    void whatIsStoredIsReadBackAsItWas() throws IOException {
        JsonNode golden = PLAIN.readTree(Files.readString(GOLDEN));
        List<Fact> events = new ArrayList<>();
        golden.get("events")
                .forEach(one -> events.add(
                        Json.fact(one.get("type").asText(), one.get("body").toString())));
        List<Effect> effects = new ArrayList<>();
        golden.get("effects")
                .forEach(one -> effects.add(
                        Json.effect(one.get("type").asText(), one.get("body").toString())));

        assertThat(events).isEqualTo(events());
        assertThat(effects).isEqualTo(effects());
    }

    @Test
    void everyCaseIsInTheGoldenFile() {
        assertCovers(Event.class, events());
        assertCovers(Effect.class, effects());
        assertCovers(Content.class, contents());
        assertCovers(
                Place.class,
                events().stream()
                        .flatMap(
                                event -> event instanceof Event.Heard heard ? Stream.of(heard.place()) : Stream.empty())
                        .toList());
    }

    private static void assertCovers(Class<?> type, List<?> samples) {
        assertThat(samples.stream().map(Object::getClass).distinct().toList())
                .as(type.getSimpleName())
                .hasSameElementsAs(Arrays.asList(type.getPermittedSubclasses()));
    }

    @Test
    void readingIsStrict() {
        for (String broken : List.of(
                "{\"question\":1,\"more\":2}",
                "{}",
                "{\"question\":null}",
                "{\"question\":1.5}",
                "{\"question\":1,\"question\":2}",
                "{\"question\":1} 2",
                "[]",
                "")) {
            assertThatThrownBy(() -> Json.fact("warned", broken)).as(broken).isInstanceOf(StoreTrouble.class);
        }
        assertThatThrownBy(() -> Json.fact("put", "{\"question\":1,\"time\":1}"))
                .isInstanceOf(StoreTrouble.class);
        assertThatThrownBy(() -> Json.fact("unheard of", "{}")).isInstanceOf(StoreTrouble.class);
        assertThatThrownBy(() -> Json.effect(
                        "post",
                        "{\"key\":\"k\",\"room\":\"web:r\",\"content\":{\"is\":\"song\"},\"under\":null,"
                                + "\"due\":\"2026-11-23T12:00:00Z\",\"until\":\"2026-11-23T12:00:00Z\"}"))
                .isInstanceOf(StoreTrouble.class);
    }

    private static void entry(ArrayNode all, String type, String body) {
        try {
            ObjectNode one = all.addObject();
            one.put("type", type);
            one.set("body", PLAIN.readTree(body));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static String lines(JsonNode node) throws IOException {
        return PLAIN.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    }
}
