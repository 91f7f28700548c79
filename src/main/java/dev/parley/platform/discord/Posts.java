package dev.parley.platform.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Attachment;
import dev.parley.platform.Choice;
import dev.parley.platform.Letters;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Refused;
import dev.parley.platform.discord.wire.Bodies;
import dev.parley.platform.discord.wire.DiscordPhrase;
import dev.parley.platform.discord.wire.DiscordText;
import dev.parley.platform.discord.wire.Nonce;
import dev.parley.platform.discord.wire.Places;
import dev.parley.platform.discord.wire.Places.Spot;
import dev.parley.platform.discord.wire.Places.Target;
import dev.parley.platform.discord.wire.Requests;
import dev.parley.platform.discord.wire.Snowflake;
import dev.parley.voice.Voice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is said in rooms. A post carries a nonce made of its key, so that sending it again within some minutes is sending it once; after
 * that it is looked for among the messages of our own, by the mark in its buttons, or by its words where it has none.
 */
final class Posts {
    private static final Logger LOG = LoggerFactory.getLogger(Posts.class);

    private static final int PAGE = 100;

    /** How far back a post is looked for, in pages of the history. */
    private static final int PAGES = 10;

    private static final Pattern FIGURE = Pattern.compile("\\b\\d+\\b");

    /** Next week's announcement may say the same as this week's. */
    private static final Duration SAME_WORDS_SAME_POST = Duration.ofMinutes(15);

    private static final Duration A_POST_OF_ITS_OWN = Duration.ofDays(1);
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
        return complete(post, spot(post), List.of());
    }

    /**
     * Posts what is not there yet. The later messages of a long post are replies to its first: so it is known to whom they belong when
     * nobody remembers, and whatever people say in between.
     */
    private MessageId complete(Outgoing post, Spot spot, List<Target> there) {
        List<String> parts = DiscordText.parts(post.text(), Bodies.LONGEST);
        List<Target> all = new ArrayList<>(there);
        for (int at = all.size(); at < parts.size(); at++) {
            DataObject body = Bodies.saying(parts.get(at));
            if (at == 0) {
                body.put("components", bodies.under(post));
            } else {
                Bodies.replying(body, all.getFirst().message());
            }
            boolean last = at == parts.size() - 1;
            List<Attachment> files = last ? post.attachments() : List.of();
            all.add(send(spot, Nonce.ofPart(post.key(), at), body, Bodies.files(files)));
        }
        MessageId message = spot.message(all.getFirst().message());
        rests.put(message, List.copyOf(all.subList(1, all.size())));
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
            LOG.warn("No thread in {}: {}", message.room(), refused.why());
            return Optional.empty();
        }
        places.learn(target.message(), target.channel());
        return Optional.of(target.message());
    }

    /** The first line, without marks. */
    private static String threadName(String text) {
        String first = text.strip().lines().findFirst().orElse("…");
        String plain = first.replace("*", "").replace("\\", "").replace("#", "").strip();
        return Letters.shortened(plain.isEmpty() ? "…" : plain, THREAD_NAME);
    }

    /** A post that has grown longer than its messages is shortened; one that has become shorter lets some of them go. */
    void edit(MessageId message, Outgoing now) {
        List<Target> all = all(message);
        List<String> parts = DiscordText.parts(now.text(), Bodies.LONGEST);
        int last = Math.min(all.size(), parts.size()) - 1;
        for (int at = 0; at < last; at++) {
            change(message, all.get(at), saying(now, at, parts.get(at)), List.of());
        }
        boolean cut = parts.size() > all.size();
        String end = cut ? Letters.shortened(parts.get(last) + " …", Bodies.LONGEST) : parts.get(last);
        change(message, all.get(last), saying(now, last, end), now.attachments());
        all.subList(last + 1, all.size()).forEach(this::remove);
        rests.put(message, List.copyOf(all.subList(1, last + 1)));
    }

    /** Choices that come with an edit take the place of those that were there; an edit without any leaves them. */
    private static DataObject saying(Outgoing now, int part, String content) {
        DataObject body = Bodies.saying(content);
        return part > 0 || now.choices().isEmpty() ? body : body.put("components", Bodies.choices(now.choices()));
    }

    private List<Target> all(MessageId message) {
        Target first = Places.target(message);
        List<Target> all = new ArrayList<>(List.of(first));
        all.addAll(rests.get(message, _ -> rest(first)));
        return all;
    }

    /** The messages that a post goes on in, as they stand in its place. */
    private List<Target> rest(Target first) {
        Route.CompiledRoute route = Route.Messages.GET_MESSAGE_HISTORY
                .compile(first.channel())
                .withQueryParams("limit", Integer.toString(PAGE), "after", first.message());
        return requests.list(route, ErrorResponse.UNKNOWN_CHANNEL).stream()
                .filter(this::isOurs)
                .filter(message -> Bodies.repliesTo(message)
                        .filter(first.message()::equals)
                        .isPresent())
                .map(message -> message.getString("id"))
                .sorted(Comparator.comparingLong(Long::parseLong))
                .map(id -> new Target(first.channel(), id))
                .toList();
    }

    private void change(MessageId message, Target target, DataObject body, List<Attachment> attachments) {
        boolean changed = changed(target, body, attachments, ErrorResponse.ILLEGAL_OPERATION_ARCHIVED_THREAD);
        if (!changed && !target.channel().equals(message.room().id())) {
            wake(target.channel());
            changed(target, body, attachments);
        }
    }

    /** Files that come with an edit take the place of those that were there; an edit without any leaves them. */
    private boolean changed(Target target, DataObject body, List<Attachment> attachments, ErrorResponse... fine) {
        List<FileUpload> files = Bodies.files(attachments);
        List<ErrorResponse> all = new ArrayList<>(List.of(fine));
        all.add(ErrorResponse.UNKNOWN_MESSAGE);
        all.add(ErrorResponse.UNKNOWN_CHANNEL);
        return requests.send(
                        Route.Messages.EDIT_MESSAGE.compile(target.channel(), target.message()),
                        Bodies.announcing(body, files),
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

    /** The thread of a post stays, since people have spoken there; but it does not keep the words of the post as its name. */
    void remove(MessageId message) {
        all(message).forEach(this::remove);
        Target first = Places.target(message);
        if (places.isRoom(first.channel())) {
            putAway(first.message());
        }
    }

    private void putAway(String thread) {
        DataObject name = DataObject.empty()
                .put("name", voice.say(DiscordPhrase.TAKEN_BACK))
                .put("archived", false);
        try {
            Route.CompiledRoute route = Route.Channels.MODIFY_CHANNEL.compile(thread);
            if (requests.send(route, name, ErrorResponse.UNKNOWN_CHANNEL).isPresent()) {
                requests.send(route, DataObject.empty().put("archived", true), ErrorResponse.UNKNOWN_CHANNEL);
            }
        } catch (Refused refused) {
            LOG.warn("A thread keeps its name: {}", refused.why());
        }
    }

    private void remove(Target target) {
        requests.order(
                Route.Messages.DELETE_MESSAGE.compile(target.channel(), target.message()),
                ErrorResponse.UNKNOWN_MESSAGE,
                ErrorResponse.UNKNOWN_CHANNEL);
    }

    /** The post, if it stands in its place; what is missing of it, and a thread that it lacks, is made good. */
    Optional<MessageId> find(Outgoing post) {
        Spot spot = spot(post);
        return standing(post, spot).map(message -> {
            Target first = new Target(spot.channel(), message.getString("id"));
            List<Target> there = new ArrayList<>(List.of(first));
            there.addAll(rest(first));
            List<String> parts = DiscordText.parts(post.text(), Bodies.LONGEST);
            boolean differs = !message.getString("content", "").equals(parts.getFirst());
            if (differs && there.size() < parts.size()) {
                // What comes now has to go on from what stands there.
                for (int at = 0; at < there.size(); at++) {
                    changed(there.get(at), Bodies.saying(parts.get(at)), List.of());
                }
            }
            return complete(post, spot, there);
        });
    }

    private Optional<DataObject> standing(Outgoing post, Spot spot) {
        String nonce = Nonce.of(post.key());
        String words = DiscordText.parts(post.text(), Bodies.LONGEST).getFirst();
        List<DataObject> unknown = new ArrayList<>();
        Instant from = clock.instant().minus(reach(post.tone()));
        Route.CompiledRoute route = Route.Messages.GET_MESSAGE_HISTORY
                .compile(spot.channel())
                .withQueryParams("limit", Integer.toString(PAGE));
        List<DataObject> page = requests.list(route);
        for (int pages = 1; ; pages++) {
            for (DataObject message : page) {
                if (isMarked(message, nonce)) {
                    return Optional.of(message);
                }
                if (isUnknown(message)) {
                    unknown.add(message);
                }
            }
            if (page.size() < PAGE || pages == PAGES || time(page.getLast()).isBefore(from)) {
                break;
            }
            page = requests.list(route.withQueryParams("before", page.getLast().getString("id")));
        }
        List<String> marks = post.choices().stream().map(Choice::mark).toList();
        unknown.removeIf(message ->
                time(message).isBefore(from) || !Bodies.marks(message).toList().equals(marks));
        return byWords(unknown, post.tone(), words);
    }

    private boolean isMarked(DataObject message, String nonce) {
        return isOurs(message)
                && (nonce.equals(nonces.getIfPresent(message.getString("id")))
                        || Bodies.mark(message).filter(nonce::equals).isPresent());
    }

    /** Whether it is the first message of a post of ours, but nothing tells of which. */
    private boolean isUnknown(DataObject message) {
        return isOurs(message)
                && nonces.getIfPresent(message.getString("id")) == null
                && Bodies.mark(message).isEmpty()
                && Bodies.repliesTo(message).isEmpty();
    }

    private static Optional<DataObject> byWords(List<DataObject> messages, Outgoing.Tone tone, String words) {
        Predicate<String> alike = switch (tone) {
            case QUESTION -> _ -> false;
            case PLAIN -> said -> withoutFigures(said).equals(withoutFigures(words));
            case RECAP -> said -> begin(said).equals(begin(words));
        };
        return messages.stream()
                .filter(message -> content(message).equals(words) && tone != Outgoing.Tone.QUESTION)
                .findFirst()
                .or(() -> messages.stream()
                        .filter(message -> alike.test(content(message)))
                        .findFirst());
    }

    private static String content(DataObject message) {
        return message.getString("content", "");
    }

    /** How late something comes may be another figure by now. The number of a question is no such figure. */
    private static String withoutFigures(String words) {
        return FIGURE.matcher(words).replaceAll("0");
    }

    /** What a recap tells may be more by now; its title stays. */
    private static String begin(String words) {
        return words.lines().findFirst().orElse("");
    }

    private static Duration reach(Outgoing.Tone tone) {
        return switch (tone) {
            case PLAIN -> SAME_WORDS_SAME_POST;
            case QUESTION, RECAP -> A_POST_OF_ITS_OWN;
        };
    }

    private static Instant time(DataObject message) {
        return Snowflake.time(message.getString("id"));
    }

    private boolean isOurs(DataObject message) {
        return message.getObject("author").getString("id").equals(self.get());
    }

    /** A message of our own came: Discord tells its nonce then, and never again. */
    void came(DataObject message) {
        if (!message.isNull("nonce")) {
            nonces.put(message.getString("id"), message.getString("nonce"));
        }
    }
}
