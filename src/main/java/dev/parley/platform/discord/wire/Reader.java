package dev.parley.platform.discord.wire;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.platform.Account;
import dev.parley.platform.Incoming;
import dev.parley.platform.discord.wire.Places.Spot;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Reads messages as Discord writes them, those that are told and those of its history alike. */
public final class Reader {
    private static final int DEFAULT = 0;
    private static final int REPLY = 19;

    /** A person, or an emoji of a server's own. */
    private static final Pattern NAMED = Pattern.compile("<@!?(\\d{1,20})>|<a?:(\\w{1,64}):\\d{1,20}>");

    private Reader() {}

    /** Whether a person said it: not a bot, not a webhook, not Discord itself. */
    private static boolean isByPerson(DataObject message) {
        int type = message.getInt("type", DEFAULT);
        if (type != DEFAULT && type != REPLY || !message.isNull("webhook_id") || message.isNull("author")) {
            return false;
        }
        DataObject author = message.getObject("author");
        return !author.getBoolean("bot") && !author.getBoolean("system");
    }

    /** Whether an update says something new. Most only add a preview of a link, a thread or a pin. */
    public static boolean isEdited(DataObject message) {
        return !message.isNull("edited_timestamp") && !message.isNull("content");
    }

    /**
     * What a person says in a message; empty for what nobody said, and for what carries no words.
     *
     * @param self the bot's own id: a mention of it at the beginning is how people speak to it, and no part of what they say
     * @param guild the server it stands in, for links to the files that go with it
     */
    public static Optional<Incoming.Said> said(DataObject message, Spot spot, String self, String guild) {
        if (!isByPerson(message)) {
            return Optional.empty();
        }
        MessageId id = spot.message(message.getString("id"));
        String text = text(message, self) + files(message, id, guild);
        if (text.isBlank()) {
            return Optional.empty();
        }
        DataObject author = message.getObject("author");
        Instant at = Snowflake.time(message.getString("id"));
        Instant revised = message.isNull("edited_timestamp") ? at : instant(message.getString("edited_timestamp"));
        return Optional.of(new Incoming.Said(
                id,
                account(author.getString("id")),
                name(message, author),
                text.strip(),
                place(message, spot),
                at,
                revised));
    }

    /** A file is a line of its own with a link to the message: addresses of files themselves live for a day. */
    private static String files(DataObject message, MessageId id, String guild) {
        if (message.isNull("attachments") || message.getArray("attachments").isEmpty()) {
            return "";
        }
        return message.getArray("attachments").stream(DataArray::getObject)
                .map(file -> "\n" + file.getString("filename") + " " + Links.to(guild, id))
                .collect(Collectors.joining());
    }

    /** The account of somebody, by their id. */
    public static Account account(String id) {
        return new Account(Places.NAME, id);
    }

    /** A point in time as Discord writes it. */
    public static Instant instant(String timestamp) {
        return OffsetDateTime.parse(timestamp).toInstant();
    }

    /** What the author is called in the server; else everywhere; else by their handle. */
    private static String name(DataObject message, DataObject author) {
        return message.optObject("member")
                .flatMap(member -> member.opt("nick"))
                .or(() -> author.opt("global_name"))
                .map(Object::toString)
                .orElseGet(() -> author.getString("username", ""));
    }

    /** As people see it: names in place of ids. */
    private static String text(DataObject message, String self) {
        String content = withoutCall(message.getString("content", ""), self);
        if (content.indexOf('<') < 0) {
            return content;
        }
        Map<String, String> names = names(message);
        Matcher named = NAMED.matcher(content);
        return named.replaceAll(
                found -> Matcher.quoteReplacement(shown(found.group(), found.group(1), found.group(2), names)));
    }

    private static String shown(String as, String person, String emoji, Map<String, String> names) {
        if (emoji != null) {
            return ":" + emoji + ":";
        }
        String name = names.get(person);
        return name == null ? as : "@" + name;
    }

    private static Map<String, String> names(DataObject message) {
        Map<String, String> names = new HashMap<>();
        message.optArray("mentions").stream()
                .flatMap(array -> array.stream(DataArray::getObject))
                .forEach(person -> names.put(person.getString("id"), name(person, person)));
        return names;
    }

    private static String withoutCall(String content, String self) {
        String stripped = content.stripLeading();
        for (String call : new String[] {"<@" + self + ">", "<@!" + self + ">"}) {
            if (stripped.startsWith(call)) {
                return stripped.substring(call.length()).stripLeading();
            }
        }
        return content;
    }

    /** A thread has the id of the message that opened it; within it everything belongs to that. A reply names its message. */
    private static Place place(DataObject message, Spot spot) {
        if (spot.thread() != null) {
            return new Place.Under(new MessageId(spot.room(), spot.thread()));
        }
        return message.optObject("message_reference")
                .filter(_ -> message.getInt("type", DEFAULT) == REPLY)
                .flatMap(reference -> reference.opt("message_id"))
                .<Place>map(id -> new Place.Under(spot.message(id.toString())))
                .orElse(Place.ROOM);
    }
}
