package dev.parley.house.broken.conversation;

import java.util.UUID;

final class TossesACoin {
    private TossesACoin() {}

    static String name() {
        return UUID.randomUUID().toString();
    }
}
