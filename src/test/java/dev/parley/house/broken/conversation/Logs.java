package dev.parley.house.broken.conversation;

import org.slf4j.Logger;

final class Logs {
    private Logs() {}

    static void log(Logger log) {
        log.info("said");
    }
}
