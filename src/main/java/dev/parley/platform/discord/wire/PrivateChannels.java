package dev.parley.platform.discord.wire;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.platform.Unreachable;
import dev.parley.voice.Voice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;

/** The bot's private channels with people. Opening them has a budget of its own, far narrower than that of all requests. */
final class PrivateChannels {
    /**
     * Discord publishes no figure: its reference of "Create DM" says only that a bot which opens many too quickly may be limited or
     * blocked, with error 40003, and bots that opened some dozens in a row tell of it. So these are ours, well below that.
     */
    private static final int AT_ONCE = 10;

    private static final Duration GAP = Duration.ofSeconds(2);

    private final Requests requests;
    private final Voice voice;
    private final InstantSource clock;
    private final Turns turns = new Turns(AT_ONCE, GAP);
    private final Cache<String, String> channels =
            Caffeine.newBuilder().maximumSize(10_000).build();

    PrivateChannels(Requests requests, Voice voice, InstantSource clock) {
        this.requests = requests;
        this.voice = voice;
        this.clock = clock;
    }

    /** The channel with a person. Throws {@link Unreachable} where it is not their turn yet. */
    String with(String person) {
        String known = channels.getIfPresent(person);
        if (known != null) {
            return known;
        }
        Instant now = clock.instant();
        Duration patience = turns.patience(person, now);
        if (patience.isPositive()) {
            throw new Unreachable(voice.say(DiscordPhrase.NOT_NOW), patience);
        }
        String opened = open(person, now);
        channels.put(person, opened);
        return opened;
    }

    private String open(String person, Instant now) {
        DataObject wish = DataObject.empty().put("recipient_id", person);
        try {
            return requests.send(Route.Self.CREATE_PRIVATE_CHANNEL.compile(), wish, List.of())
                    .getString("id");
        } catch (Unreachable unreachable) {
            turns.close(now.plus(unreachable.patience()));
            throw unreachable;
        }
    }

    void forget(String person) {
        channels.invalidate(person);
    }
}
