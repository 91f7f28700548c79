package dev.parley.platform.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.conversation.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Who is typing. Discord tells when somebody begins or goes on, and never when they stop. */
final class Typing {
    /** Discord's own clients show it for ten seconds. */
    private static final Duration LASTS = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final Cache<Typist, Instant> typists =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(LASTS).build();

    private record Typist(RoomId room, String person) {}

    Typing(InstantSource clock) {
        this.clock = clock;
    }

    void began(RoomId room, String person) {
        typists.put(new Typist(room, person), clock.instant());
    }

    /** Whoever has said something has stopped typing it. */
    void said(RoomId room, String person) {
        typists.invalidate(new Typist(room, person));
    }

    boolean in(RoomId room) {
        Instant now = clock.instant();
        return typists.asMap().entrySet().stream()
                .anyMatch(entry -> entry.getKey().room().equals(room)
                        && entry.getValue().plus(LASTS).isAfter(now));
    }

    void forget(String person) {
        typists.asMap().keySet().removeIf(typist -> typist.person().equals(person));
    }
}
