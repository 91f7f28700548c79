package dev.parley.platform.discord.talk;

import dev.parley.platform.Account;
import dev.parley.platform.Order;
import dev.parley.platform.discord.wire.Places;
import dev.parley.platform.discord.wire.Reader;
import dev.parley.platform.discord.wire.Snowflake;
import dev.parley.platform.talk.Wish;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * Something that a person did with a command, a button, a menu or a dialog. Read from what Discord tells of it alone: who they are and
 * what they may is in it, whatever is or is not in a cache.
 *
 * @param token lets whoever knows it answer, for a quarter of an hour
 * @param name what they are called in the server where they did it; empty in private
 * @param roles those that they have there; none in private
 * @param channel where
 * @param parent the channel around it, if it is a public thread
 * @param data what they did
 * @param message the message whose component they used
 */
record Interaction(
        String id,
        String token,
        String application,
        Kind kind,
        Account account,
        String name,
        Set<String> roles,
        String channel,
        Optional<String> parent,
        DataObject data,
        Optional<DataObject> message) {

    /** What kind of thing was done. */
    enum Kind {
        COMMAND,
        MENU,
        BUTTON,
        SELECT,
        COMPLETION,
        DIALOG
    }

    private static final int COMMAND = 2;
    private static final int COMPONENT = 3;
    private static final int COMPLETION = 4;
    private static final int DIALOG = 5;
    private static final int SLASH = 1;
    private static final int BUTTON = 2;
    private static final int SUBCOMMAND = 1;

    /** As the gateway tells it; empty for a kind that is not known here. */
    static Optional<Interaction> of(DataObject told) {
        return kind(told).map(kind -> {
            Optional<DataObject> member = told.optObject("member");
            DataObject user = member.orElse(told).getObject("user");
            DataObject channel = told.optObject("channel").orElseGet(DataObject::empty);
            return new Interaction(
                    told.getString("id"),
                    told.getString("token"),
                    told.getString("application_id"),
                    kind,
                    Reader.account(user.getString("id")),
                    member.map(one -> name(one, user)).orElse(""),
                    roles(member),
                    told.getString("channel_id"),
                    Places.isPublicThread(channel) ? text(channel, "parent_id") : Optional.empty(),
                    told.optObject("data").orElseGet(DataObject::empty),
                    told.optObject("message"));
        });
    }

    private static Optional<Kind> kind(DataObject told) {
        DataObject data = told.optObject("data").orElseGet(DataObject::empty);
        return switch (told.getInt("type")) {
            case COMMAND -> Optional.of(data.getInt("type", SLASH) == SLASH ? Kind.COMMAND : Kind.MENU);
            case COMPONENT -> Optional.of(data.getInt("component_type") == BUTTON ? Kind.BUTTON : Kind.SELECT);
            case COMPLETION -> Optional.of(Kind.COMPLETION);
            case DIALOG -> Optional.of(Kind.DIALOG);
            default -> Optional.empty();
        };
    }

    /** What a member is called in the server. */
    static String name(DataObject member, DataObject user) {
        return text(member, "nick").or(() -> text(user, "global_name")).orElseGet(() -> user.getString("username", ""));
    }

    private static Set<String> roles(Optional<DataObject> member) {
        return member.flatMap(one -> one.optArray("roles")).stream()
                .flatMap(roles -> roles.stream(DataArray::getString))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> text(DataObject from, String key) {
        return from.isNull(key) ? Optional.empty() : Optional.of(from.getString(key));
    }

    /** When it was done, by Discord's clock. */
    Instant at() {
        return Snowflake.time(id);
    }

    /** The name of the command. */
    String command() {
        return data.getString("name", "");
    }

    /** The subcommand, if there is one. */
    Optional<String> subcommand() {
        return objects(data, "options")
                .filter(option -> option.getInt("type") == SUBCOMMAND)
                .map(option -> option.getString("name"))
                .findFirst();
    }

    /** What was given for an option. */
    Optional<String> option(String name) {
        return options()
                .filter(option -> option.getString("name").equals(name) && !option.isNull("value"))
                .map(option -> option.get("value").toString())
                .findFirst();
    }

    /** A person whom an option or a menu names; empty for a machine. */
    Optional<Order.Named> named(String id) {
        Optional<DataObject> resolved = data.optObject("resolved");
        DataObject user = resolved.flatMap(all -> all.optObject("users"))
                .flatMap(users -> users.optObject(id))
                .orElseGet(DataObject::empty);
        DataObject member = resolved.flatMap(all -> all.optObject("members"))
                .flatMap(members -> members.optObject(id))
                .orElseGet(DataObject::empty);
        return user.getBoolean("bot")
                ? Optional.empty()
                : Optional.of(new Order.Named(Reader.account(id), name(member, user)));
    }

    /** The option that is being written just now. */
    Optional<String> focused() {
        return options()
                .filter(option -> option.getBoolean("focused"))
                .map(option -> option.getString("name"))
                .findFirst();
    }

    private Stream<DataObject> options() {
        return objects(data, "options")
                .flatMap(
                        option -> option.getInt("type") == SUBCOMMAND ? objects(option, "options") : Stream.of(option));
    }

    /** The message that a menu was opened on. */
    String target() {
        return data.getString("target_id", "");
    }

    /** What the used component, or the dialog, is marked with. */
    Wish mark() {
        return Wish.of(data.getString("custom_id", ""));
    }

    /** What was picked from a menu, the first of it. */
    Optional<String> picked() {
        return data.optArray("values").stream()
                .flatMap(values -> values.stream(DataArray::getString))
                .findFirst();
    }

    /** Whether the message whose component was used is seen by this person alone, and by nobody once they look elsewhere. */
    boolean isUnderOneAlone() {
        return message.filter(shown -> (shown.getInt("flags", 0) & Replies.FOR_ONE_ALONE) != 0)
                .isPresent();
    }

    /** What was written into a dialog, by the names of its fields and in their order. */
    Map<String, String> written() {
        Map<String, String> written = new LinkedHashMap<>();
        objects(data, "components")
                .flatMap(component ->
                        Stream.concat(component.optObject("component").stream(), objects(component, "components")))
                .forEach(field ->
                        text(field, "value").ifPresent(value -> written.put(field.getString("custom_id", ""), value)));
        return written;
    }

    private static Stream<DataObject> objects(DataObject in, String key) {
        return in.optArray(key).stream().flatMap(array -> array.stream(DataArray::getObject));
    }

    /** Without the token, for logs. */
    @Override
    public String toString() {
        return "interaction " + id + " (" + kind + ")";
    }
}
