package dev.parley.platform.local;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a client has done that it should not do to the real server, and what ours has said that the real one would not. */
public final class Violations {
    private static final int LONGEST = 1500;
    private final List<String> all = new CopyOnWriteArrayList<>();

    public void add(String violation) {
        all.add(violation.length() < LONGEST ? violation : violation.substring(0, LONGEST) + "…");
    }

    public List<String> all() {
        return List.copyOf(all);
    }

    public void clear() {
        all.clear();
    }
}
