package dev.parley.house.broken.conversation;

import java.time.Instant;

final class AsksForTheTime {
    private AsksForTheTime() {}

    static Instant now() {
        return Instant.now();
    }
}
