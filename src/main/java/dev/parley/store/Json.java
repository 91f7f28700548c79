package dev.parley.store;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.parley.coaching.programme.Theme;
import dev.parley.conversation.Content;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.Fact;
import dev.parley.conversation.Letter;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Place;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Verb;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Function;

/** Events and effects as stored: a name and a JSON object. Reading is strict, so that nothing is lost in silence. */
final class Json {
    static final Names<Event> EVENTS = new Names<>(Event.class)
            .with(Event.Planned.class, "planned")
            .with(Event.Cancelled.class, "cancelled")
            .with(Event.Announced.class, "announced")
            .with(Event.Opened.class, "opened")
            .with(Event.Put.class, "put")
            .with(Event.Offered.class, "offered")
            .with(Event.Warned.class, "warned")
            .with(Event.Steered.class, "steered")
            .with(Event.Paused.class, "paused")
            .with(Event.Resumed.class, "resumed")
            .with(Event.Held.class, "held")
            .with(Event.Skipped.class, "skipped")
            .with(Event.Added.class, "added")
            .with(Event.CoHosted.class, "co-hosted")
            .with(Event.Undone.class, "undone")
            .with(Event.Closing.class, "closing")
            .with(Event.Closed.class, "closed")
            .with(Event.Missed.class, "missed")
            .with(Event.Ended.class, "ended")
            .with(Event.Heard.class, "heard")
            .with(Event.Unheard.class, "unheard")
            .with(Event.Hushed.class, "hushed")
            .with(Event.Reacted.class, "reacted")
            .with(Event.Refiled.class, "refiled")
            .with(Event.Placed.class, "placed")
            .with(Event.Standing.class, "standing")
            .with(Event.Lapsed.class, "lapsed")
            .with(Event.WinSaid.class, "win-said")
            .with(Event.WinTakenBack.class, "win-taken-back")
            .with(Event.Forgotten.class, "forgotten")
            .complete();

    /** Whatever happens in any story: a name stands for one fact among all of them. */
    static final Names<Fact> FACTS = new Names<>(Fact.class)
            .and(EVENTS)
            .and(CoachingNames.PARTNERSHIP)
            .and(CoachingNames.NOTEBOOK)
            .and(CoachingNames.PROGRAMME);

    static final Names<Effect> EFFECTS = new Names<>(Effect.class)
            .with(Effect.Post.class, "post")
            .with(Effect.Edit.class, "edit")
            .with(Effect.Remove.class, "remove")
            .with(Effect.React.class, "react")
            .with(Effect.Receipts.class, "receipts")
            .with(Effect.Whisper.class, "whisper")
            .with(Effect.Letter.class, "letter")
            .with(Effect.KeepInSight.class, "keep-in-sight")
            .with(Effect.NativeEvent.class, "native-event")
            .with(Effect.Wake.class, "wake")
            .complete();

    static final Names<Content> CONTENTS = new Names<>(Content.class)
            .with(Content.Announcement.class, "announcement")
            .with(Content.Welcome.class, "welcome")
            .with(Content.Introductions.class, "introductions")
            .with(Content.Asked.class, "asked")
            .with(Content.Warning.class, "warning")
            .with(Content.Pause.class, "pause")
            .with(Content.Resumption.class, "resumption")
            .with(Content.Elsewhere.class, "elsewhere")
            .with(Content.FinalThoughts.class, "final-thoughts")
            .with(Content.Thanks.class, "thanks")
            .with(Content.Missed.class, "missed")
            .with(Content.Cancelled.class, "cancelled")
            .with(Content.Recap.class, "recap")
            .with(Content.Doubts.class, "doubts")
            .complete();

    /** What letters say: a name stands for one case among those of all who write them. */
    static final Names<Letter> LETTERS = new Names<>(Letter.class)
            .and(CoachingNames.PARTNERSHIP_LETTERS)
            .and(CoachingNames.NOTEBOOK_LETTERS)
            .and(CoachingNames.PROGRAMME_LETTERS);

    static final Names<Place> PLACES = new Names<>(Place.class)
            .with(Place.Room.class, "room")
            .with(Place.Under.class, "under")
            .complete();

    static final Names<Verb> VERBS = new Names<>(Verb.class)
            .with(Verb.Start.class, "start")
            .with(Verb.Pause.class, "pause")
            .with(Verb.Resume.class, "resume")
            .with(Verb.Hold.class, "hold")
            .with(Verb.Next.class, "next")
            .with(Verb.Skip.class, "skip")
            .with(Verb.Repeat.class, "repeat")
            .with(Verb.Add.class, "add")
            .with(Verb.Jump.class, "jump")
            .with(Verb.End.class, "end")
            .with(Verb.CoHost.class, "co-host")
            .with(Verb.Undo.class, "undo")
            .complete();

    private static final JsonMapper MAPPER = mapper();
    private static final ObjectWriter LINES = MAPPER.writer().withRootValueSeparator("\n");

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException trouble) {
            throw new IllegalArgumentException("Cannot be stored: " + value.getClass(), trouble);
        }
    }

    /** Values of one type as {@link #write} writes them, a line each: one writer for all of them. */
    static <T> String lines(List<T> values) {
        StringWriter lines = new StringWriter();
        try (SequenceWriter writer = LINES.forType(values.getFirst().getClass()).writeValues(lines)) {
            for (T value : values) {
                writer.write(value);
            }
        } catch (IOException trouble) {
            throw new IllegalArgumentException(
                    "Cannot be stored: " + values.getFirst().getClass(), trouble);
        }
        return lines.toString();
    }

    static Fact fact(String name, String body) {
        EarlierForms.Form now = EarlierForms.event(name, body);
        return read(FACTS.named(now.type()), now.body());
    }

    static Effect effect(String name, String body) {
        return read(EFFECTS.named(name), body);
    }

    private static <T> T read(Class<T> type, String body) {
        try {
            return MAPPER.readValue(body, type);
        } catch (JsonProcessingException trouble) {
            throw new StoreTrouble(
                    "The database holds something that this version of Parley cannot read: use the newest version.",
                    trouble);
        }
    }

    private static JsonMapper mapper() {
        SimpleModule ours = new SimpleModule();
        asText(ours, RoomId.class, RoomId::of);
        asText(ours, PersonId.class, PersonId::new);
        ours.addKeyDeserializer(PersonId.class, new KeyDeserializer() {
            @Override
            public PersonId deserializeKey(String key, DeserializationContext context) {
                return new PersonId(key);
            }
        });
        CONTENTS.all().forEach((type, name) -> ours.registerSubtypes(new NamedType(type, name)));
        LETTERS.all().forEach((type, name) -> ours.registerSubtypes(new NamedType(type, name)));
        CoachingNames.THEMES.all().forEach((type, name) -> ours.registerSubtypes(new NamedType(type, name)));
        PLACES.all().forEach((type, name) -> ours.registerSubtypes(new NamedType(type, name)));
        VERBS.all().forEach((type, name) -> ours.registerSubtypes(new NamedType(type, name)));
        return JsonMapper.builder()
                .addModules(new Jdk8Module(), new JavaTimeModule(), ours)
                .addMixIn(Content.class, Named.class)
                .addMixIn(Letter.class, Named.class)
                .addMixIn(Theme.class, Named.class)
                .addMixIn(Place.class, Named.class)
                .addMixIn(Verb.class, Named.class)
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    private static <T> void asText(SimpleModule module, Class<T> type, Function<String, T> reader) {
        module.addSerializer(type, new ToStringSerializer(type));
        module.addDeserializer(type, new FromText<>(type, reader));
    }

    /** Cases inside of events and effects say which they are. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Named {}

    private static final class FromText<T> extends FromStringDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> reader;

        FromText(Class<T> type, Function<String, T> reader) {
            super(type);
            this.reader = reader;
        }

        @Override
        protected T _deserialize(String value, DeserializationContext context) {
            return reader.apply(value);
        }
    }
}
