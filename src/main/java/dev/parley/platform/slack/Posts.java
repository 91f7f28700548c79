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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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

    private final Cache<MessageId, Standing> standing = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterAccess(Duration.ofHours(6))
            .build();

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
        JsonObject before = there.get(0);
        String thread = before == null ? thread(post).orElse(null) : Reader.text(before, "thread_ts");
        JsonArray below = before == null ? below(post) : below(before);
        String first = before == null ? begin(channel, thread, post, parts.getFirst(), below) : ts(before);
        String root = thread == null || thread.isEmpty() ? first : thread;
        List<String> rest = new ArrayList<>();
        for (int part = 1; part < parts.size(); part++) {
            JsonObject message = there.get(part);
            rest.add(
                    message == null
                            ? messages.say(channel, root, new Keyed(post.key(), part), parts.get(part), new JsonArray())
                            : ts(message));
        }
        files.share(channel, root, post);
        return kept(post, first, new Standing(post.key(), root, rest, below));
    }

    private void change(Channel channel, JsonObject message, List<SlackText.Part> parts, int part) {
        if (part < parts.size()) {
            messages.change(channel, ts(message), parts.get(part), below(message));
        }
    }

    private MessageId kept(Outgoing post, String first, Standing as) {
        MessageId message = new MessageId(post.room(), first);
        standing.put(message, as);
        posted.put(new Doing(post.room(), post.key()), message);
        if (!as.root().equals(first)) {
            threads.learn(message, as.root());
        }
        as.rest().forEach(ts -> threads.learn(new MessageId(post.room(), ts), as.root()));
        return message;
    }

    /** Goes out without its pictures rather than not at all. */
    private String begin(
            Channel channel, @Nullable String thread, Outgoing post, SlackText.Part words, JsonArray below) {
        Keyed keyed = new Keyed(post.key(), 0);
        try {
            return messages.say(channel, thread, keyed, words, below);
        } catch (Refused refused) {
            JsonArray bare = without("image", below);
            if (bare.size() == below.size()) {
                throw refused;
            }
            String ts = messages.say(channel, thread, keyed, words, bare);
            LOG.warn("{} has no picture: {}", post.key(), refused.getMessage());
            return ts;
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
        Standing before = standing(message);
        if (before == null) {
            return;
        }
        Channel channel = Rooms.channel(message.room());
        List<SlackText.Part> parts = SlackText.parts(now.text());
        JsonArray below = renewed(channel, before.below(), now);
        if (!messages.change(channel, message.id(), parts.getFirst(), below)) {
            standing.invalidate(message);
            return;
        }
        List<String> rest = new ArrayList<>();
        for (int part = 1; part < parts.size(); part++) {
            rest.add(rest(channel, before, parts.get(part), part));
        }
        before.rest().stream().skip(rest.size()).forEach(ts -> messages.remove(channel, ts));
        standing.put(message, new Standing(before.key(), before.root(), rest, below));
        if (!below.equals(before.below())) {
            files.forget(channel, before.below());
        }
    }

    private String rest(Channel channel, Standing before, SlackText.Part words, int part) {
        if (part <= before.rest().size()) {
            String ts = before.rest().get(part - 1);
            if (messages.change(channel, ts, words, new JsonArray())) {
                return ts;
            }
        }
        return messages.say(channel, before.root(), new Keyed(before.key(), part), words, new JsonArray());
    }

    /** Pictures that come with an edit take the place of those that were there; an edit without any leaves them. */
    private JsonArray renewed(Channel channel, JsonArray below, Outgoing now) {
        JsonArray pictures = files.pictures(channel, now);
        if (pictures.isEmpty()) {
            return below;
        }
        pictures.addAll(without("image", below));
        return pictures;
    }

    /** A post as it stands; null where it does not. */
    private @Nullable Standing standing(MessageId message) {
        return standing.get(message, this::read);
    }

    private @Nullable Standing read(MessageId message) {
        Channel channel = Rooms.channel(message.room());
        List<JsonObject> found = messages.thread(channel, message.id());
        Optional<JsonObject> first = found.stream()
                .filter(one -> ts(one).equals(message.id()) && messages.isOurs(channel, one))
                .findFirst();
        return first.map(one -> read(channel, one, found)).orElse(null);
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
        Standing before = standing(message);
        if (before != null) {
            before.rest().forEach(ts -> messages.remove(channel, ts));
            messages.remove(channel, message.id());
            files.forget(channel, before.below());
        }
        standing.invalidate(message);
        posted.asMap().values().remove(message);
    }
}
