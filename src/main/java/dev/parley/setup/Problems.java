package dev.parley.setup;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects what is wrong with one file. Of several problems at one place the first one found is told. */
final class Problems {

    private static final int LONGEST = 600;

    private final String file;
    private final SortedMap<Spot, Problem> found = new TreeMap<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Spot spot, String what, String remedy) {
        found.putIfAbsent(spot, new Problem(file, spot.line(), spot.column(), line(what), line(remedy)));
    }

    /** On one line, of bearable length, and with nothing that a terminal obeys: the file's own text may be in it. */
    private static String line(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return cut.replaceAll("\\p{Cntrl}", " ");
    }

    /** Collects something else about the same file. */
    Problems another() {
        return new Problems(file);
    }

    boolean none() {
        return found.isEmpty();
    }

    /** All of them, in the order of the file. */
    List<Problem> list() {
        return List.copyOf(found.values());
    }
}
