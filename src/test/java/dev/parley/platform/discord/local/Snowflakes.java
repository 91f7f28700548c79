package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.parley.platform.local.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;

/** Ids as Discord makes them: milliseconds since 2015 in the upper 42 bits, each larger than the one before. */
final class Snowflakes {
    private static final long EPOCH = 1_420_070_400_000L;
    private long last;
    volatile InstantSource clock = InstantSource.system();

    synchronized long next() {
        last = Math.max(last + 1, clock.millis() - EPOCH << 22);
        return last;
    }

    /** Ids as Discord writes them, which is as strings. */
    static ArrayNode json(Collection<Long> ids) {
        ArrayNode array = Json.array();
        ids.forEach(id -> array.add(Long.toString(id)));
        return array;
    }

    static Instant time(long id) {
        return Instant.ofEpochMilli((id >>> 22) + EPOCH);
    }
}
