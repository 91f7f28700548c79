package dev.parley.platform.slack.wire;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Narrow;
import dev.parley.platform.NotYet;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Refused;
import dev.parley.platform.slack.wire.Rooms.Channel;
import dev.parley.platform.slack.wire.Rooms.Person;
import dev.parley.voice.Voice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is said to one person alone: in their direct messages, or not at all. It carries its key there, so that it is looked for before it
 * is said again where nobody knows whether it was.
 */
public final class Whispers {
    /** Nothing is tried for longer. */
    private static final Duration LATELY = Duration.ofMinutes(15);

    private final WebApi api;
    private final Messages messages;
    private final Voice voice;
    private final InstantSource clock;
    private final Instant began;
    private final Pace openings;

    private final Cache<Person, Channel> channels =
            Caffeine.newBuilder().maximumSize(10_000).build();

    /** What this process has said, or begun to say. */
    private final Cache<Doing, Boolean> said =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(LATELY).build();

    private record Doing(Channel channel, String key) {}

    public Whispers(WebApi api, Messages messages, Voice voice, InstantSource clock) {
        this.api = api;
        this.messages = messages;
        this.voice = voice;
        this.clock = clock;
        this.began = clock.instant();
        this.openings = new Pace(Narrow.OPENINGS, voice, System::nanoTime);
    }

    /**
     * One of the messages by which something is said.
     *
     * @param below blocks under the words
     */
    public record Piece(SlackText.Part words, JsonArray below) {}

    public void whisper(Account to, Outgoing words) {
        Channel channel = Rooms.channel(privately(to));
        List<Piece> pieces = SlackText.parts(words.text()).stream()
                .map(part -> new Piece(part, new JsonArray()))
                .toList();
        say(channel, null, words.key(), pieces);
    }

    /**
     * Says something in a private conversation, once for this key.
     *
     * @param thread under which message; null for none
     */
    public void say(Channel channel, @Nullable String thread, String key, List<Piece> pieces) {
        Doing doing = new Doing(channel, key);
        Boolean whole = said.asMap().put(doing, false);
        if (!Boolean.TRUE.equals(whole)) {
            boolean inDoubt = whole != null || clock.instant().isBefore(began.plus(LATELY));
            say(channel, thread, key, pieces, inDoubt ? there(channel, thread, key) : Set.of());
        }
        said.put(doing, true);
    }

    private void say(Channel channel, @Nullable String thread, String key, List<Piece> pieces, Set<Integer> there) {
        for (int part = 0; part < pieces.size(); part++) {
            if (!there.contains(part)) {
                Piece piece = pieces.get(part);
                messages.say(channel, thread, new Keyed(key, part), piece.words(), piece.below());
            }
        }
    }

    private Set<Integer> there(Channel channel, @Nullable String thread, String key) {
        return (thread == null ? lately(channel) : messages.thread(channel, thread))
                .stream()
                        .filter(message -> messages.isOurs(channel, message))
                        .flatMap(message -> Keyed.of(message).stream())
                        .filter(keyed -> keyed.key().equals(key))
                        .map(Keyed::part)
                        .collect(Collectors.toSet());
    }

    private List<JsonObject> lately(Channel channel) {
        List<JsonObject> lately = new ArrayList<>();
        messages.back(channel, clock.instant().minus(LATELY), 1, page -> {
            lately.addAll(page);
            return true;
        });
        return lately;
    }

    /** The private channel with somebody, as a room. Throws {@link Refused} where they are not on Slack, {@link NotYet} where it has to wait. */
    public RoomId privately(Account to) {
        if (!to.platform().equals(Rooms.NAME)) {
            throw new Refused(voice.say(SlackPhrase.NOBODY_HERE));
        }
        Person person = Rooms.person(to);
        Channel known = channels.getIfPresent(person);
        return Rooms.privately(known == null ? openings.keep(person.team(), () -> channel(person)) : known);
    }

    /** The private channel with somebody who has asked for something, and so is not one of a crowd. */
    public Channel channel(Person person) {
        return channels.get(person, this::opened);
    }

    private Channel opened(Person person) {
        String id = api.ask(
                        person.team(),
                        methods -> methods.conversationsOpen(request -> request.users(List.of(person.user()))))
                .getChannel()
                .getId();
        return new Channel(person.team(), id);
    }

    public void forget(Account account) {
        channels.invalidate(Rooms.person(account));
    }
}
