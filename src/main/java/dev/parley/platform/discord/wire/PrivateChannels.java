package dev.parley.platform.discord.wire;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.platform.Budget;
import dev.parley.platform.Leave;
import dev.parley.platform.Narrow;
import dev.parley.platform.NotYet;
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
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Requests requests;
    private final Voice voice;
    private final Budget openings;
    private final InstantSource clock;
    private final Cache<String, String> channels =
            Caffeine.newBuilder().maximumSize(10_000).build();

    private volatile Instant closedUntil = Instant.MIN;

    PrivateChannels(Requests requests, Voice voice, Budget openings, InstantSource clock) {
        this.requests = requests;
        this.voice = voice;
        this.openings = openings;
        this.clock = clock;
    }

    /** The channel with a person. Throws {@link NotYet} where it is not known and none may be opened just now. */
    String with(String person) {
        String known = channels.getIfPresent(person);
        if (known != null) {
            return known;
        }
        Instant now = clock.instant();
        if (now.isBefore(closedUntil)) {
            throw notYet(Duration.between(now, closedUntil));
        }
        try (Leave leave = openings.takeNow().orElseThrow(() -> notYet(A_MOMENT))) {
            String opened = open(person, now);
            leave.answered();
            channels.put(person, opened);
            return opened;
        }
    }

    /** Where Discord says how long to wait, nobody asks until then. */
    private String open(String person, Instant now) {
        DataObject wish = DataObject.empty().put("recipient_id", person);
        try {
            return requests.send(Route.Self.CREATE_PRIVATE_CHANNEL.compile(), wish, List.of())
                    .getString("id");
        } catch (Unreachable unreachable) {
            if (unreachable.patience().isZero()) {
                throw unreachable;
            }
            closedUntil = now.plus(unreachable.patience());
            throw notYet(unreachable.patience());
        }
    }

    private NotYet notYet(Duration patience) {
        return new NotYet(Narrow.OPENINGS, voice.say(DiscordPhrase.NOT_NOW), patience);
    }

    void forget(String person) {
        channels.invalidate(person);
    }
}
