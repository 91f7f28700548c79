package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Control;
import dev.parley.platform.local.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A local Discord as a process of its own, which obeys a {@link Control}. */
public final class LocalDiscordProcess {
    private final LocalDiscord discord;
    private final Map<String, Guild> guilds = new HashMap<>();
    private final Map<String, Channel> channels = new HashMap<>();
    private final Map<String, User> users = new HashMap<>();
    private final Map<String, Flood> floods = new HashMap<>();
    private final List<User> crowd = new ArrayList<>();

    private LocalDiscordProcess(LocalDiscord discord) {
        this.discord = discord;
    }

    /** Argument {@code --judged}: requests and events are judged, which takes time. */
    public static void main(String... arguments) {
        LocalDiscord discord =
                Arrays.asList(arguments).contains("--judged") ? LocalDiscord.start() : LocalDiscord.unjudged(0);
        ObjectNode where = Json.object()
                .put("api", discord.api().toString())
                .put("gateway", discord.gateway().toString())
                .put("token", discord.token())
                .put("application", Long.toString(discord.applicationId()));
        Control.obey(new LocalDiscordProcess(discord)::carryOut, where, discord::close);
    }

    private JsonNode carryOut(String verb, JsonNode body) {
        ObjectNode done = Json.object();
        switch (verb) {
            case "guild" -> guilds.put(name(body), discord.guild(name(body)));
            case "channel" -> channels.put(name(body), guild(body).channel(name(body)));
            case "member" -> users.put(name(body), guild(body).member(name(body)));
            case "says" -> said(done, user(body).says(channel(body), text(body)));
            case "edits" -> said(done, user(body).edits(message(body), text(body)));
            case "deletes" -> user(body).deletes(message(body));
            case "reacts" -> user(body).reacts(message(body), text(body));
            case "dm" -> said(done, user(body).dm(text(body)));
            case "prepare" -> prepare(body);
            case "pour" -> pour(done, body);
            case "history" -> done.set("messages", told(channel(body).history()));
            case "inbox" -> done.set("messages", told(user(body).inbox()));
            case "limited" -> discord.limited(body.path("on").asBoolean(true));
            case "squeezing" -> discord.squeezing(body.path("level").asInt());
            case "content" -> discord.messageContent(body.path("granted").asBoolean());
            case "faults" -> discord.faults(faults(body));
            case "off" -> discord.off();
            case "on" -> discord.on();
            case "drops" -> discord.dropsConnections();
            case "invalidates" ->
                discord.invalidatesSessions(body.path("resumable").asBoolean());
            case "clear" -> discord.requests().clear();
            case "state" -> state(done);
            case "crowd" -> crowd(done, body);
            case "letters" -> letters(done);
            case "posts" -> posts(done, body.path("since").asLong());
            default -> throw new IllegalArgumentException("no such verb: " + verb);
        }
        return ids(verb, body, done);
    }

    private ObjectNode ids(String verb, JsonNode body, ObjectNode done) {
        switch (verb) {
            case "guild" -> done.put("id", Long.toString(guilds.get(name(body)).id()));
            case "channel" ->
                done.put("id", Long.toString(channels.get(name(body)).id()));
            case "member" -> done.put("id", Long.toString(users.get(name(body)).id()));
            default -> {}
        }
        return done;
    }

    private static void said(ObjectNode done, MessageRecord message) {
        done.put("id", Long.toString(message.id()));
    }

    private void prepare(JsonNode body) {
        Flood flood = discord.flood(channel(body));
        List<User> people = List.copyOf(users.values());
        List<String> texts = texts(body);
        int count = body.path("count").asInt();
        for (int index = 0; index < count; index++) {
            String text = texts.get(index % texts.size()).replace("{}", Integer.toString(index));
            flood.says(people.get(index % people.size()), text);
        }
        floods.put(body.path("channel").asText(), flood);
    }

    private void pour(ObjectNode done, JsonNode body) {
        Flood flood = Objects.requireNonNull(floods.remove(body.path("channel").asText()), "prepare it first");
        long start = System.nanoTime();
        flood.pours(body.path("per_second").asInt());
        done.put("nanos", System.nanoTime() - start);
    }

    private static ArrayNode told(List<MessageRecord> messages) {
        ArrayNode all = Json.array();
        messages.forEach(message -> all.addObject()
                .put("id", Long.toString(message.id()))
                .put("author", message.author().name())
                .put("content", message.content())
                .put("type", message.type)
                .put("pinned", message.isPinned())
                .put("embeds", message.embeds.size())
                .put("attachments", message.attachments().size())
                .put("thread", message.thread() == null ? null : Long.toString(message.id())));
        return all;
    }

    private static Faults faults(JsonNode body) {
        return Faults.from(body.path("seed").asLong())
                .told(body)
                .doubling(body.path("doubling").asDouble())
                .invalidating(body.path("invalidating").asDouble());
    }

    private void state(ObjectNode done) {
        done.put("listeners", discord.listeners())
                .put("identifies", discord.identifies())
                .put("resumes", discord.resumes())
                .put("requests", discord.requests().count())
                .put("limited", discord.requests().limited())
                .put("invalid", discord.requests().invalid())
                .put("busiest_second", discord.requests().busiestSecond());
        ArrayNode violations = done.putArray("violations");
        discord.violations().forEach(violations::add);
    }

    /** Many people at once, each with a private channel with the bot already. */
    private void crowd(ObjectNode done, JsonNode body) {
        ArrayNode people = done.putArray("people");
        for (int number = 0; number < body.path("count").asInt(); number++) {
            User user = guild(body).member("Person " + number);
            crowd.add(user);
            synchronized (user.world) {
                people.addObject()
                        .put("id", Long.toString(user.id()))
                        .put("channel", Long.toString(user.world.direct(user).id()));
            }
        }
    }

    /** When the bot wrote to each of the crowd, in private; in milliseconds since 1970. */
    private void letters(ObjectNode done) {
        ArrayNode letters = done.putArray("letters");
        for (User user : crowd) {
            ArrayNode times = letters.addArray();
            user.inbox().stream()
                    .filter(message -> message.author().equals(discord.bot()))
                    .forEach(message -> times.add(Snowflakes.time(message.id()).toEpochMilli()));
        }
    }

    /**
     * What the bot has posted since a time: how many messages, in how many channels, and when the last of them. Times are in
     * milliseconds since 1970.
     */
    private void posts(ObjectNode done, long since) {
        int messages = 0;
        int spokenIn = 0;
        long last = 0;
        for (Channel channel : channels.values()) {
            List<MessageRecord> own = channel.history().stream()
                    .filter(message -> message.author().equals(discord.bot()))
                    .filter(message -> Snowflakes.time(message.id()).toEpochMilli() >= since)
                    .toList();
            messages += own.size();
            spokenIn += own.isEmpty() ? 0 : 1;
            for (MessageRecord message : own) {
                last = Math.max(last, Snowflakes.time(message.id()).toEpochMilli());
            }
        }
        done.put("messages", messages).put("channels", spokenIn).put("last", last);
    }

    private static String name(JsonNode body) {
        return body.path("name").asText();
    }

    /** What is said in turn. */
    private static List<String> texts(JsonNode body) {
        List<String> texts = new ArrayList<>();
        body.path("texts").forEach(text -> texts.add(text.asText()));
        return texts.isEmpty() ? List.of(text(body)) : texts;
    }

    private static String text(JsonNode body) {
        return body.path("text").asText();
    }

    private Guild guild(JsonNode body) {
        return Objects.requireNonNull(guilds.get(body.path("guild").asText()), "no such guild");
    }

    private Channel channel(JsonNode body) {
        return Objects.requireNonNull(channels.get(body.path("channel").asText()), "no such channel");
    }

    private User user(JsonNode body) {
        return Objects.requireNonNull(users.get(body.path("user").asText()), "no such user");
    }

    private MessageRecord message(JsonNode body) {
        return Objects.requireNonNull(discord.message(body.path("message").asLong()), "no such message");
    }
}
