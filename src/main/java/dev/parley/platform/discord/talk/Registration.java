package dev.parley.platform.discord.talk;

import dev.parley.platform.Pauses;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.platform.discord.wire.DiscordPhrase;
import dev.parley.platform.discord.wire.Requests;
import dev.parley.platform.talk.Stopping;
import dev.parley.voice.Voice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dv8tion.jda.api.requests.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells Discord of the commands, for all servers and direct messages; once in the life of this process. */
final class Registration {
    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Requests requests;
    private final CommandBook book;
    private final Voice voice;
    private final Stopping stopping;
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile Optional<String> trouble = Optional.empty();

    Registration(Requests requests, CommandBook book, Voice voice, Stopping stopping) {
        this.requests = requests;
        this.book = book;
        this.voice = voice;
        this.stopping = stopping;
    }

    /** What is wrong with it, in whole sentences. */
    List<String> troubles() {
        List<String> troubles = new ArrayList<>(book.troubles());
        trouble.ifPresent(troubles::add);
        return troubles;
    }

    /** Goes on until Discord has answered. */
    void register(String application) {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        book.troubles().forEach(LOG::warn);
        Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
        while (!isDone(application)) {
            if (!stopping.pause(pauses.next())) {
                return;
            }
        }
    }

    private boolean isDone(String application) {
        try {
            requests.put(Route.Interactions.UPDATE_COMMANDS.compile(application), book.registration());
            trouble = Optional.empty();
            return true;
        } catch (Refused refused) {
            String why = voice.say(DiscordPhrase.COMMANDS_REFUSED, Map.of("why", refused.why()));
            LOG.error("{}", why);
            trouble = Optional.of(why);
            return true;
        } catch (Unreachable unreachable) {
            LOG.warn("The commands are not known to Discord yet: {}", unreachable.why());
            return false;
        }
    }
}
