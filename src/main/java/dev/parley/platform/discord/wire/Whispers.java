package dev.parley.platform.discord.wire;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Budget;
import dev.parley.platform.NotYet;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Refused;
import dev.parley.voice.Voice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What is said to one person alone: in their direct messages, or not at all. */
public final class Whispers {
    /** Discord forgets nonces after some minutes; what is said again later than this is another thing with the same words. */
    private static final Duration LATELY = Duration.ofMinutes(15);

    private static final int LATEST = 50;

    private final Requests requests;
    private final Voice voice;
    private final Supplier<String> self;
    private final InstantSource clock;
    private final Instant began;

    private final PrivateChannels channels;

    /** The nonces of what was tried to be said lately, and which message has which. */
    private final Cache<String, Boolean> tried =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(LATELY).build();

    private final Cache<String, String> nonces =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(LATELY).build();

    /**
     * Nothing is said yet by the bot of this id.
     *
     * @param openings the budget of opening private channels
     */
    public Whispers(Requests requests, Voice voice, Supplier<String> self, Budget openings, InstantSource clock) {
        this.requests = requests;
        this.voice = voice;
        this.self = self;
        this.clock = clock;
        this.began = clock.instant();
        this.channels = new PrivateChannels(requests, voice, openings, clock);
    }

    /** Says it. Throws {@link Refused} where this one takes no private messages. */
    public void whisper(Account to, Outgoing words) {
        String channel = privately(to).id();
        List<String> parts = DiscordText.parts(words.text(), Bodies.LONGEST);
        for (int at = 0; at < parts.size(); at++) {
            whisper(channel, parts.get(at), Nonce.ofPart(words.key() + "@" + to.id(), at));
        }
    }

    private void whisper(String channel, String words, String nonce) {
        if (isInDoubt(nonce) && stands(channel, words, nonce)) {
            return;
        }
        tried.put(nonce, true);
        DataObject said = requests.send(
                Route.Messages.SEND_MESSAGE.compile(channel), Bodies.once(Bodies.saying(words), nonce), List.of());
        nonces.put(said.getString("id"), nonce);
    }

    /** Whether it may have been said already, by this process or by one that ended just before it began. */
    private boolean isInDoubt(String nonce) {
        return tried.getIfPresent(nonce) != null || clock.instant().isBefore(began.plus(LATELY));
    }

    private boolean stands(String channel, String words, String nonce) {
        Route.CompiledRoute route =
                Route.Messages.GET_MESSAGE_HISTORY.compile(channel).withQueryParams("limit", Integer.toString(LATEST));
        return requests.list(route).stream()
                .filter(message -> message.getObject("author").getString("id").equals(self.get()))
                .filter(message -> Snowflake.time(message.getString("id"))
                        .isAfter(clock.instant().minus(LATELY)))
                .anyMatch(message -> {
                    String known = nonces.getIfPresent(message.getString("id"));
                    return known == null ? message.getString("content", "").equals(words) : known.equals(nonce);
                });
    }

    /** The private channel with somebody, as a room. Throws {@link Refused} where they are not on Discord, {@link NotYet} where it has to wait. */
    public RoomId privately(Account to) {
        if (!to.platform().equals(Places.NAME)) {
            throw new Refused(voice.say(DiscordPhrase.NOBODY_HERE));
        }
        return new RoomId(Places.NAME, channel(to.id()));
    }

    /** The private channel with somebody. */
    public String channel(String person) {
        return channels.with(person);
    }

    /** Lets go of what is remembered of somebody. */
    public void forget(Account account) {
        channels.forget(account.id());
    }
}
