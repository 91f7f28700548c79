package dev.parley.platform.slack.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Incoming;
import dev.parley.voice.Voice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads messages as Slack writes them, in events and in history alike. */
public final class Reader {
    /** Kinds of messages that people say; every other subtype is a machine's or Slack's own. */
    private static final Set<String> SAID = Set.of("", "thread_broadcast", "file_share", "me_message");

    /** So many whom a text names are asked for: Slack tells a hundred a minute. The others are shown by their id. */
    private static final int MOST_NAMED = 20;

    private static final int MICROS = 1_000_000;

    private final Names names;
    private final Voice voice;
    private final Threads threads;

    public Reader(Names names, Voice voice, Threads threads) {
        this.threads = threads;
        this.names = names;
        this.voice = voice;
    }

    /**
     * What a person said; empty for what no person said.
     *
     * @param message as it stands in an event, in {@code message} of {@code message_changed}, or in history
     * @param team the workspace in which it was heard
     */
    public Optional<Incoming.Said> said(JsonObject message, RoomId room, String team) {
        String user = text(message, "user");
        if (!SAID.contains(text(message, "subtype")) || user.isEmpty() || message.has("bot_id")) {
            return Optional.empty();
        }
        Map<String, Names.Known> people = people(message, team, user);
        Names.Known author = Objects.requireNonNull(people.get(user));
        if (author.machine()) {
            return Optional.empty();
        }
        String ts = text(message, "ts");
        Instant revised = object(message, "edited")
                .map(edited -> time(text(edited, "ts")))
                .orElse(time(ts));
        return Optional.of(new Incoming.Said(
                new MessageId(room, ts),
                Rooms.account(team, user),
                author.name(),
                words(message, people),
                place(message, room, ts),
                time(ts),
                revised));
    }

    /** Whether a user is no person. */
    public boolean isMachine(String team, String user) {
        return names.of(team, user).machine();
    }

    private Place place(JsonObject message, RoomId room, String ts) {
        String thread = text(message, "thread_ts");
        if (thread.isEmpty() || thread.equals(ts)) {
            return Place.ROOM;
        }
        threads.learn(new MessageId(room, ts), thread);
        return new Place.Under(new MessageId(room, thread));
    }

    /** Who said it, and those whom it names. */
    private Map<String, Names.Known> people(JsonObject message, String team, String author) {
        Set<String> people = new LinkedHashSet<>(List.of(author));
        PlainText.of(text(message, "text"), user -> {
            if (people.size() <= MOST_NAMED) {
                people.add(user);
            }
            return "";
        });
        return names.of(team, people);
    }

    private String words(JsonObject message, Map<String, Names.Known> people) {
        List<String> lines = new ArrayList<>();
        String text = PlainText.of(
                text(message, "text"),
                user -> Optional.ofNullable(people.get(user))
                        .map(Names.Known::name)
                        .orElse(""));
        if (!text.isEmpty()) {
            lines.add(text);
        }
        if (message.get("files") instanceof JsonArray files) {
            files.forEach(file -> file(file).ifPresent(lines::add));
        }
        return String.join("\n", lines);
    }

    private Optional<String> file(JsonElement element) {
        JsonObject file = element.getAsJsonObject();
        String name = text(file, "title").isEmpty() ? text(file, "name") : text(file, "title");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(voice.say(SlackPhrase.FILE, Map.of("name", name, "address", text(file, "permalink"))));
    }

    /** The time that names a message: seconds since 1970, and which of that second. */
    public static Instant time(String ts) {
        int point = ts.indexOf('.');
        long seconds = Long.parseLong(point < 0 ? ts : ts.substring(0, point));
        long micros = point < 0 ? 0 : Long.parseLong(ts.substring(point + 1));
        return Instant.ofEpochSecond(seconds, micros % MICROS * 1_000);
    }

    /** A text of an object; empty where there is none. */
    public static String text(JsonObject object, String field) {
        JsonElement element = object.get(field);
        return element == null || !element.isJsonPrimitive() ? "" : element.getAsString();
    }

    /** An object in an object. */
    public static Optional<JsonObject> object(JsonObject object, String field) {
        return object.get(field) instanceof JsonObject inner ? Optional.of(inner) : Optional.empty();
    }

    /** A list in an object; empty where there is none. */
    public static JsonArray array(JsonObject object, String field) {
        return object.get(field) instanceof JsonArray array ? array : new JsonArray();
    }
}
