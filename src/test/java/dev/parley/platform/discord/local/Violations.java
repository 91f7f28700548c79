package dev.parley.platform.discord.local;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the client has done that a client of the real Discord should not do, and what we have said that Discord would not. */
final class Violations {
    private static final int LONGEST = 1500;
    private final List<String> all = new CopyOnWriteArrayList<>();

    void add(String violation) {
        all.add(violation.length() < LONGEST ? violation : violation.substring(0, LONGEST) + "…");
    }

    List<String> all() {
        return List.copyOf(all);
    }

    void clear() {
        all.clear();
    }
}
