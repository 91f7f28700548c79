package dev.parley.platform.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Refused;
import dev.parley.platform.slack.wire.Keyed;
import dev.parley.platform.slack.wire.Marks;
import dev.parley.platform.slack.wire.Messages;
import dev.parley.platform.slack.wire.Reader;
import dev.parley.platform.slack.wire.Rooms;
import dev.parley.platform.slack.wire.Rooms.Channel;
import dev.parley.platform.slack.wire.SlackText;
import dev.parley.platform.slack.wire.Threads;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Parley says in channels. Every message carries the key of its post, so that a post of which we do not know whether it was sent is
 * looked for before it is sent again. A post that is too long for one message goes on in the thread of its first: there its parts stay
 * together whatever people say meanwhile, and the channel shows one screen.
 */
final class Posts {
    private static final Logger LOG = LoggerFactory.getLogger(Posts.class);

    /** A post that is older is not looked for: nobody waits that long to learn whether it was sent. */
    private static final Duration REACH = Duration.ofDays(1);

    /** How far back a post is looked for, in pages of the history. */
    private static final int PAGES = 20;

    private final Messages messages;
    private final Marks marks;
    private final Files files;
    private final Threads threads;
    private final InstantSource clock;

    /** A post in a room. */
    private record Doing(RoomId room, String key) {}

    /** What this process has posted. */
    private final Cache<Doing, MessageId> posted =
            Caffeine.newBuilder().maximumSize(20_000).build();

    /** What this process has begun to post; one that is begun again may stand already. */
    private final Cache<Doing, Boolean> begun =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(REACH).build();

    /**
     * A post as it stands.
     *
     * @param key that it carries
     * @param root the message in whose thread it goes on
     * @param rest the messages in which it goes on, in order
     * @param below what stands under the words of its first message
     */
    private record Standing(String key, String root, List<String> rest, JsonArray below) {}

    Posts(Messages messages, Marks marks, Files files, Threads threads, InstantSource clock) {
        this.messages = messages;
        this.marks = marks;
        this.files = files;
        this.threads = threads;
        this.clock = clock;
    }

    MessageId post(Outgoing post) {
        Doing doing = new Doing(post.room(), post.key());
        MessageId known = posted.getIfPresent(doing);
        if (known != null) {
            return known;
        }
        boolean inDoubt = begun.asMap().put(doing, true) != null;
        return complete(post, inDoubt ? there(post) : new TreeMap<>());
    }

    /** The post, if it stands in its place; what is missing of it is made good. */
    Optional<MessageId> find(Outgoing post) {
        SortedMap<Integer, JsonObject> there = there(post);
        return there.containsKey(0) ? Optional.of(complete(post, there)) : Optional.empty();
    }

    /** Posts what is not there yet. */
    private MessageId complete(Outgoing post, SortedMap<Integer, JsonObject> there) {
        Channel channel = Rooms.channel(post.room());
        List<SlackText.Part> parts = SlackText.parts(post.text());
        if (!there.isEmpty() && there.size() < parts.size()) {
            // What comes now has to go on from what stands there.
            there.forEach((part, message) -> change(channel, message, parts, part));
        }
        Messages.Said first = Optional.ofNullable(there.get(0))
                .map(Posts::said)
                .orElseGet(() -> begin(channel, post, parts.getFirst()));
        MessageId message = new MessageId(post.room(), first.ts());
        learn(message, first.root());
        for (int part = 1; part < parts.size(); part++) {
            if (!there.containsKey(part)) {
                say(message, first.root(), new Keyed(post.key(), part), parts.get(part));
            }
        }
        files.share(channel, first.root(), post);
        posted.put(new Doing(post.room(), post.key()), message);
        return message;
    }

    /** Goes on with a post in a thread. */
    private void say(MessageId first, String root, Keyed keyed, SlackText.Part words) {
        Channel channel = Rooms.channel(first.room());
        String ts = messages.say(channel, root, keyed, words, new JsonArray()).ts();
        learn(new MessageId(first.room(), ts), root);
    }

    private void learn(MessageId message, String root) {
        if (!root.equals(message.id())) {
            threads.learn(message, root);
        }
    }

    private static Messages.Said said(JsonObject message) {
        String thread = Reader.text(message, "thread_ts");
        return new Messages.Said(ts(message), thread.isEmpty() ? null : thread);
    }

    private void change(Channel channel, JsonObject message, List<SlackText.Part> parts, int part) {
        if (part < parts.size()) {
            messages.change(channel, ts(message), parts.get(part), below(message));
        }
    }

    /** Goes out without its pictures rather than not at all. */
    private Messages.Said begin(Channel channel, Outgoing post, SlackText.Part words) {
        Keyed keyed = new Keyed(post.key(), 0);
        String thread = thread(post).orElse(null);
        JsonArray below = below(post);
        try {
            return messages.say(channel, thread, keyed, words, below);
        } catch (Refused refused) {
            JsonArray bare = without("image", below);
            if (bare.size() == below.size()) {
                throw refused;
            }
            Messages.Said said = messages.say(channel, thread, keyed, words, bare);
            LOG.warn("{} has no picture: {}", post.key(), refused.why());
            return said;
        }
    }

    private JsonArray below(Outgoing post) {
        JsonArray below = files.pictures(Rooms.channel(post.room()), post);
        marks.under(post).ifPresent(below::add);
        return below;
    }

    /** What stands under the words of a message, as Slack has it. */
    private static JsonArray below(JsonObject message) {
        return without("rich_text", Marks.blocks(message));
    }

    private static JsonArray without(String type, JsonArray blocks) {
        JsonArray others = new JsonArray();
        for (JsonElement block : blocks) {
            if (!Marks.isOf(type, block)) {
                others.add(block);
            }
        }
        return others;
    }

    /** The thread that a post belongs into. */
    private Optional<String> thread(Outgoing post) {
        return post.under()
                .filter(above -> above.room().equals(post.room()))
                .filter(Rooms::isOnSlack)
                .map(above -> threads.of(above).orElse(above.id()));
    }

    /** The messages of a post that stand, by their parts; the earlier of two. */
    private SortedMap<Integer, JsonObject> there(Outgoing post) {
        Channel channel = Rooms.channel(post.room());
        SortedMap<Integer, JsonObject> there = new TreeMap<>();
        thread(post).ifPresent(root -> collect(there, channel, messages.thread(channel, root), post.key()));
        if (!there.containsKey(0)) {
            messages.back(channel, clock.instant().minus(REACH), PAGES, page -> {
                collect(there, channel, page, post.key());
                return there.containsKey(0);
            });
            Optional.ofNullable(there.get(0))
                    .ifPresent(first -> collect(there, channel, messages.thread(channel, ts(first)), post.key()));
        }
        return there;
    }

    private void collect(SortedMap<Integer, JsonObject> there, Channel channel, List<JsonObject> some, String key) {
        for (JsonObject message : some) {
            Keyed.of(message)
                    .filter(keyed -> keyed.key().equals(key) && messages.isOurs(channel, message))
                    .ifPresent(keyed -> there.merge(
                            keyed.part(), message, (one, other) -> ts(one).compareTo(ts(other)) <= 0 ? one : other));
        }
    }

    private static String ts(JsonObject message) {
        return Reader.text(message, "ts");
    }

    /** A post that has grown longer goes on in more messages; one that has become shorter lets some of them go. */
    void edit(MessageId message, Outgoing now) {
        standing(message).ifPresent(before -> edit(message, before, now));
    }

    private void edit(MessageId message, Standing before, Outgoing now) {
        Channel channel = Rooms.channel(message.room());
        List<SlackText.Part> parts = SlackText.parts(now.text());
        JsonArray below = renewed(channel, before.below(), now);
        if (!messages.change(channel, message.id(), parts.getFirst(), below)) {
            return;
        }
        for (int part = 1; part < parts.size(); part++) {
            rest(message, before, parts.get(part), part);
        }
        before.rest().stream().skip(parts.size() - 1).forEach(ts -> messages.remove(channel, ts));
        files.forget(channel, before.below(), below);
    }

    private void rest(MessageId message, Standing before, SlackText.Part words, int part) {
        boolean there = part <= before.rest().size()
                && messages.change(Rooms.channel(message.room()), before.rest().get(part - 1), words, new JsonArray());
        if (!there) {
            say(message, before.root(), new Keyed(before.key(), part), words);
        }
    }

    /** Pictures and choices that come with an edit take the place of those that were there; an edit without any leaves them. */
    private JsonArray renewed(Channel channel, JsonArray below, Outgoing now) {
        JsonArray pictures = files.pictures(channel, now);
        JsonArray all = pictures.isEmpty() ? below : without("image", below);
        if (!now.choices().isEmpty()) {
            all = without("actions", all);
            marks.under(now).ifPresent(all::add);
        }
        pictures.addAll(all);
        return pictures;
    }

    /** A post as it stands. Asked anew each time: another process of ours may have changed it. */
    private Optional<Standing> standing(MessageId message) {
        Channel channel = Rooms.channel(message.room());
        List<JsonObject> found = messages.thread(channel, message.id());
        return found.stream()
                .filter(one -> ts(one).equals(message.id()) && messages.isOurs(channel, one))
                .findFirst()
                .map(first -> read(channel, first, found));
    }

    private Standing read(Channel channel, JsonObject first, List<JsonObject> found) {
        String thread = Reader.text(first, "thread_ts");
        boolean within = !thread.isEmpty() && !thread.equals(ts(first));
        String key = Keyed.of(first).map(Keyed::key).orElse("");
        SortedMap<Integer, JsonObject> all = new TreeMap<>();
        collect(all, channel, within ? messages.thread(channel, thread) : found, key);
        List<String> rest = all.tailMap(1).values().stream().map(Posts::ts).toList();
        return new Standing(key, within ? thread : ts(first), rest, below(first));
    }

    /** The thread of a post stays where people have spoken there: Slack keeps its place. */
    void remove(MessageId message) {
        Channel channel = Rooms.channel(message.room());
        standing(message).ifPresent(before -> {
            before.rest().forEach(ts -> messages.remove(channel, ts));
            messages.remove(channel, message.id());
            files.forget(channel, before.below(), new JsonArray());
        });
        posted.asMap().values().remove(message);
    }
}
