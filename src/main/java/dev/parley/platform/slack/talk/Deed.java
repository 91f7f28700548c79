package dev.parley.platform.slack.talk;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.parley.platform.Account;
import dev.parley.platform.slack.wire.Reader;
import dev.parley.platform.slack.wire.Rooms;
import dev.parley.platform.talk.Wish;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something that a person did, as Slack tells it.
 *
 * @param id names it, and nothing else ever
 * @param trigger opens a modal within three seconds
 * @param address takes answers for half an hour; empty where there is none
 * @param channel where; empty in a view
 * @param message the message whose button was pressed or whose menu was opened; empty where there is none
 * @param thread the thread in which that stands; empty for the open channel
 * @param ephemeral whether only this person sees that message
 * @param view the modal or the home in which it was done
 * @param wish what a button, a menu or a modal is marked with
 * @param picked the value of what was picked, a person as the id of an account; empty for a button
 */
record Deed(
        String id,
        String team,
        String user,
        String trigger,
        String address,
        String channel,
        String message,
        String thread,
        boolean ephemeral,
        Optional<View> view,
        Wish wish,
        String picked,
        Instant at) {

    /**
     * Where a press in a view was made.
     *
     * @param modal whether it is one; else it is the App Home
     */
    record View(String id, boolean modal) {}

    private static final int ID_BYTES = 16;

    /**
     * A slash command.
     *
     * @param now by the clock, since Slack does not say when it was sent
     */
    static Deed command(JsonObject fields, Instant now) {
        return new Deed(
                id(Reader.text(fields, "trigger_id")),
                Reader.text(fields, "team_id"),
                Reader.text(fields, "user_id"),
                Reader.text(fields, "trigger_id"),
                Reader.text(fields, "response_url"),
                Reader.text(fields, "channel_id"),
                "",
                Reader.text(fields, "thread_ts"),
                false,
                Optional.empty(),
                Wish.of(""),
                "",
                now);
    }

    /** A press, a shortcut, or a modal that was sent off. */
    static Deed of(JsonObject payload, Instant now) {
        JsonObject container = object(payload, "container");
        JsonObject action = payload.get("actions") instanceof JsonArray actions && !actions.isEmpty()
                ? actions.get(0).getAsJsonObject()
                : new JsonObject();
        JsonObject view = object(payload, "view");
        String team = team(payload);
        String pressedAt = Reader.text(action, "action_ts");
        return new Deed(
                id(Reader.text(payload, "trigger_id") + Reader.text(view, "id")),
                team,
                Reader.text(object(payload, "user"), "id"),
                Reader.text(payload, "trigger_id"),
                Reader.text(payload, "response_url"),
                Reader.text(object(payload, "channel"), "id"),
                first(Reader.text(container, "message_ts"), Reader.text(payload, "message_ts")),
                Reader.text(container, "thread_ts"),
                container.has("is_ephemeral") && container.get("is_ephemeral").getAsBoolean(),
                Optional.of(view)
                        .filter(one -> one.has("id"))
                        .map(one -> new View(
                                Reader.text(one, "id"), Reader.text(one, "type").equals("modal"))),
                Wish.of(first(Reader.text(action, "action_id"), Reader.text(view, "private_metadata"))),
                picked(action, team),
                pressedAt.isEmpty() ? now : Reader.time(pressedAt));
    }

    private static String team(JsonObject payload) {
        return first(Reader.text(object(payload, "team"), "id"), Reader.text(object(payload, "user"), "team_id"));
    }

    private static String picked(JsonObject action, String team) {
        String person = Reader.text(action, "selected_user");
        return person.isEmpty()
                ? Reader.text(object(action, "selected_option"), "value")
                : Rooms.account(team, person).id();
    }

    /** What was written into a modal, by the names of its fields and in their order. */
    static Map<String, String> written(JsonObject payload) {
        Map<String, String> written = new LinkedHashMap<>();
        JsonObject values = object(object(object(payload, "view"), "state"), "values");
        values.asMap().values().stream()
                .flatMap(block -> block.getAsJsonObject().asMap().entrySet().stream())
                .forEach(field ->
                        written.put(field.getKey(), Reader.text(field.getValue().getAsJsonObject(), "value")));
        return written;
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    private static JsonObject object(JsonObject in, String name) {
        return Reader.object(in, name).orElseGet(JsonObject::new);
    }

    /** What triggers are named by is longer than our ids. */
    private static String id(String named) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(named.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    Account account() {
        return Rooms.account(team, user);
    }

    Rooms.Person person() {
        return new Rooms.Person(team, user);
    }

    /** Whether it was done in the private conversation with the bot: those are named with a D. */
    boolean isInPrivate() {
        return channel.startsWith("D");
    }

    /** Without the trigger and the address, for logs. */
    @Override
    public String toString() {
        return "deed " + id + " (" + wish.name() + ")";
    }
}
