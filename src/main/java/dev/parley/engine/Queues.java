package dev.parley.engine;

import static java.util.Objects.requireNonNull;

import dev.parley.platform.Narrow;
import dev.parley.platform.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The queues of what platforms let through slowly: one for each platform and each thing that may be narrow. Who waits there is in the
 * outbox, in the order of their time; here is what this process knows of it, which may be known to be otherwise a second later.
 */
final class Queues {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final SequencedMap<String, Queue> all = new LinkedHashMap<>();

    /** One queue. */
    private static final class Queue {
        final int atOnce;
        int underWay;
        boolean used;
        Instant opens = Instant.MIN;

        Queue(int atOnce) {
            this.atOnce = atOnce;
        }
    }

    Queues(Collection<Platform> platforms) {
        for (Platform platform : platforms) {
            for (Narrow what : Narrow.values()) {
                all.put(name(platform, what), new Queue(what.atOnce()));
            }
        }
    }

    /** The queue of those who wait for something of a platform's. */
    static String name(Platform platform, Narrow what) {
        return platform.name() + "/" + what.name().toLowerCase(Locale.ROOT);
    }

    /** What they are called. */
    Set<String> names() {
        return all.keySet();
    }

    private Queue queue(String name) {
        return requireNonNull(all.get(name), name);
    }

    /** How many may be claimed now of which queue; those are left out of which none may be. */
    synchronized Map<String, Integer> open(Instant now) {
        Map<String, Integer> open = new LinkedHashMap<>();
        all.forEach((name, queue) -> {
            if (queue.underWay < queue.atOnce && !now.isBefore(queue.opens)) {
                open.put(name, queue.atOnce - queue.underWay);
            }
        });
        return open;
    }

    /** Whether somebody waits there: then whoever comes now is to stand behind them. */
    synchronized boolean isUsed(String name) {
        return queue(name).used;
    }

    /** Nobody is there who can be claimed now. */
    synchronized void empty(String name, Instant now) {
        queue(name).used = queue(name).underWay > 0;
        close(name, now.plus(LOOK_AGAIN));
    }

    /** Somebody stands there from now on. */
    synchronized void entered(String name) {
        queue(name).used = true;
    }

    /** Nobody gets anything before this time. */
    synchronized void close(String name, Instant until) {
        Queue queue = queue(name);
        queue.opens = queue.opens.isAfter(until) ? queue.opens : until;
    }

    /** Somebody was claimed there; those of other queues are none of ours. */
    synchronized void claimed(String name) {
        Queue queue = all.get(name);
        if (queue != null) {
            queue.used = true;
            queue.underWay++;
        }
    }

    /** Somebody who was claimed there has done what they could. */
    synchronized void carried(String name) {
        Queue queue = all.get(name);
        if (queue != null) {
            queue.underWay--;
        }
    }
}
