package dev.parley.platform.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Attachment;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Refused;
import dev.parley.platform.discord.Places.Spot;
import dev.parley.platform.discord.Places.Target;
import dev.parley.voice.Voice;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is said in rooms. A post carries a nonce made of its key, so that sending it again within some minutes is sending it once; after
 * that it is looked for among the latest messages of our own, by the mark in its buttons, or by its words where it has none.
 */
final class Posts {
    private static final Logger LOG = LoggerFactory.getLogger(Posts.class);

    /** What Discord takes in one message. */
    static final int LONGEST = 2_000;

    private static final int LATEST = 100;

    /** Next week's announcement may say the same as this week's. */
    private static final Duration SAME_WORDS_SAME_POST = Duration.ofMinutes(15);

    private static final Duration SAME_RECAP_SAME_POST = Duration.ofDays(1);
    private static final int THREAD_NAME = 100;
    private static final int THREAD_SLEEPS_AFTER_MINUTES = 1_440;

    private final Requests requests;
    private final Voice voice;
    private final Bodies bodies;
    private final Places places;
    private final Supplier<String> self;
    private final InstantSource clock;

    /** Which nonce our latest messages have, as far as this process posted them or saw them come. */
    private final Cache<String, String> nonces =
            Caffeine.newBuilder().maximumSize(20_000).build();

    /** The messages that a long post went on in. */
    private final Cache<MessageId, List<Target>> rests = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterAccess(Duration.ofHours(6))
            .build();

    Posts(Requests requests, Voice voice, Places places, Supplier<String> self, InstantSource clock) {
        this.requests = requests;
        this.voice = voice;
        this.bodies = new Bodies(voice);
        this.places = places;
        this.self = self;
        this.clock = clock;
    }

    MessageId post(Outgoing post) {
        Spot spot = spot(post);
        List<String> parts = DiscordText.parts(post.text(), LONGEST);
        List<Target> sent = new ArrayList<>();
        for (int at = 0; at < parts.size() - 1; at++) {
            sent.add(send(spot, Nonce.ofPart(post.key(), at), Bodies.saying(parts.get(at)), List.of()));
        }
        DataObject last = Bodies.saying(parts.getLast()).put("components", bodies.under(post));
        sent.add(send(spot, Nonce.ofPart(post.key(), parts.size() - 1), last, Bodies.files(post.attachments())));
        MessageId message = spot.message(sent.getFirst().message());
        if (sent.size() > 1) {
            rests.put(message, List.copyOf(sent.subList(1, sent.size())));
        }
        if (post.thread()) {
            thread(message, post.text());
        }
        return message;
    }

    private Target send(Spot spot, String nonce, DataObject body, List<FileUpload> files) {
        DataObject sent = requests.send(
                Route.Messages.SEND_MESSAGE.compile(spot.channel()),
                Bodies.announcing(Bodies.once(body, nonce), files),
                files);
        nonces.put(sent.getString("id"), nonce);
        return new Target(spot.channel(), sent.getString("id"));
    }

    /** What belongs under another post goes into its thread, and stays in the open room where there can be none. */
    private Spot spot(Outgoing post) {
        RoomId room = post.room();
        return post.under()
                .filter(above -> above.room().equals(room))
                .flatMap(above -> thread(above, voice.say(DiscordPhrase.REST)))
                .map(thread -> new Spot(room, thread))
                .orElseGet(() -> new Spot(room, null));
    }

    /** The thread of a message, made where there is none yet; empty where Discord refuses one. */
    private Optional<String> thread(MessageId message, String name) {
        Target target = Places.target(message);
        if (!target.channel().equals(message.room().id())) {
            return Optional.of(target.channel());
        }
        DataObject wish = DataObject.empty()
                .put("name", threadName(name))
                .put("auto_archive_duration", THREAD_SLEEPS_AFTER_MINUTES);
        try {
            requests.send(
                    Route.Channels.CREATE_THREAD_FROM_MESSAGE.compile(target.channel(), target.message()),
                    wish,
                    ErrorResponse.THREAD_WITH_THIS_MESSAGE_ALREADY_EXISTS);
        } catch (Refused refused) {
            LOG.warn("No thread in {}: {}", message.room(), refused.getMessage());
            return Optional.empty();
        }
        places.learn(target.message(), target.channel());
        return Optional.of(target.message());
    }

    /** The first line, without marks. */
    private static String threadName(String text) {
        String first = text.strip().lines().findFirst().orElse("…");
        String plain = first.replace("*", "").replace("\\", "").replace("#", "").strip();
        return DiscordText.shortened(plain.isEmpty() ? "…" : plain, THREAD_NAME);
    }

    /** A post that has grown longer than its messages is shortened; one that has become shorter lets some of them go. */
    void edit(MessageId message, Outgoing now) {
        List<Target> all = all(message);
        List<String> parts = DiscordText.parts(now.text(), LONGEST);
        int last = Math.min(all.size(), parts.size()) - 1;
        for (int at = 0; at < last; at++) {
            change(message, all.get(at), parts.get(at), List.of());
        }
        boolean cut = parts.size() > all.size();
        String end = cut ? DiscordText.shortened(parts.get(last) + " …", LONGEST) : parts.get(last);
        change(message, all.get(last), end, now.attachments());
        all.subList(last + 1, all.size()).forEach(this::remove);
    }

    private List<Target> all(MessageId message) {
        List<Target> all = new ArrayList<>(List.of(Places.target(message)));
        all.addAll(Optional.ofNullable(rests.getIfPresent(message)).orElse(List.of()));
        return all;
    }

    private void change(MessageId message, Target target, String content, List<Attachment> attachments) {
        boolean changed = changed(target, content, attachments, ErrorResponse.ILLEGAL_OPERATION_ARCHIVED_THREAD);
        if (!changed && !target.channel().equals(message.room().id())) {
            wake(target.channel());
            changed(target, content, attachments);
        }
    }

    /** Files that come with an edit take the place of those that were there; an edit without any leaves them. */
    private boolean changed(Target target, String content, List<Attachment> attachments, ErrorResponse... fine) {
        List<FileUpload> files = Bodies.files(attachments);
        List<ErrorResponse> all = new ArrayList<>(List.of(fine));
        all.add(ErrorResponse.UNKNOWN_MESSAGE);
        all.add(ErrorResponse.UNKNOWN_CHANNEL);
        return requests.send(
                        Route.Messages.EDIT_MESSAGE.compile(target.channel(), target.message()),
                        Bodies.announcing(Bodies.saying(content), files),
                        files,
                        all.toArray(ErrorResponse[]::new))
                .isPresent();
    }

    /** A thread that sleeps takes new messages, but no edits. */
    private void wake(String thread) {
        requests.send(
                Route.Channels.MODIFY_CHANNEL.compile(thread),
                DataObject.empty().put("archived", false),
                ErrorResponse.UNKNOWN_CHANNEL);
    }

    void remove(MessageId message) {
        all(message).forEach(this::remove);
    }

    private void remove(Target target) {
        requests.order(
                Route.Messages.DELETE_MESSAGE.compile(target.channel(), target.message()),
                ErrorResponse.UNKNOWN_MESSAGE,
                ErrorResponse.UNKNOWN_CHANNEL);
    }

    /** The post, if it stands among the latest messages of its place; a thread that it lacks is made. */
    Optional<MessageId> find(Outgoing post) {
        Spot spot = spot(post);
        String nonce = Nonce.of(post.key());
        String words = DiscordText.parts(post.text(), LONGEST).getFirst();
        Optional<MessageId> found = latest(spot.channel()).stream()
                .filter(message -> is(message, post, nonce, words))
                .findFirst()
                .map(message -> spot.message(message.getString("id")));
        found.filter(_ -> post.thread()).ifPresent(message -> thread(message, post.text()));
        return found;
    }

    private boolean is(DataObject message, Outgoing post, String nonce, String words) {
        if (!message.getObject("author").getString("id").equals(self.get())) {
            return false;
        }
        String known = nonces.getIfPresent(message.getString("id"));
        if (known != null) {
            return known.equals(nonce);
        }
        boolean says = message.getString("content", "").equals(words);
        return switch (post.tone()) {
            case QUESTION -> Bodies.mark(message).filter(nonce::equals).isPresent();
            case PLAIN -> says && isYounger(message, SAME_WORDS_SAME_POST);
            case RECAP -> says && isYounger(message, SAME_RECAP_SAME_POST);
        };
    }

    private boolean isYounger(DataObject message, Duration age) {
        return Snowflake.time(message.getString("id")).isAfter(clock.instant().minus(age));
    }

    private List<DataObject> latest(String channel) {
        return requests.list(
                Route.Messages.GET_MESSAGE_HISTORY.compile(channel).withQueryParams("limit", Integer.toString(LATEST)));
    }

    /** A message of our own came: Discord tells its nonce then, and never again. */
    void came(DataObject message) {
        if (!message.isNull("nonce")) {
            nonces.put(message.getString("id"), message.getString("nonce"));
        }
    }
}
