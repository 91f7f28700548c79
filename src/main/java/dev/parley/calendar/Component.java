package dev.parley.calendar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands between a {@code BEGIN} and its {@code END}. A file that was cut off, or whose ends are mixed up, still gives what it has. */
final class Component {

    /** Of a calendar, an event and its alarm; what is deeper is taken as lines of the one around it. */
    private static final int DEEPEST = 6;

    private final String name;
    private final int line;
    private final List<Line> lines = new ArrayList<>();
    private final List<Component> inner = new ArrayList<>();
    private boolean whole;

    private Component(String name, int line) {
        this.name = name;
        this.line = line;
    }

    /** The file as one component around all others. */
    static Component of(List<Line> lines) {
        Component file = new Component("", 1);
        Deque<Component> open = new ArrayDeque<>(List.of(file));
        for (Line line : lines) {
            if (line.is("BEGIN")) {
                begin(line, open);
            } else if (line.is("END")) {
                end(line.word(), open);
            } else {
                open.element().lines.add(line);
            }
        }
        return file;
    }

    private static void begin(Line line, Deque<Component> open) {
        String name = line.word();
        if (name.equals("VEVENT") && isOpen(name, open)) {
            while (!open.pop().name.equals(name)) {
                continue;
            }
        }
        if (open.size() <= DEEPEST) {
            Component begun = new Component(name, line.number());
            open.element().inner.add(begun);
            open.push(begun);
        }
    }

    private static void end(String name, Deque<Component> open) {
        if (!isOpen(name, open)) {
            return;
        }
        Component ended = open.pop();
        while (!ended.name.equals(name)) {
            ended = open.pop();
        }
        ended.whole = true;
    }

    private static boolean isOpen(String name, Deque<Component> open) {
        return !name.isEmpty() && open.stream().anyMatch(component -> component.name.equals(name));
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    /** Whether its end was there. */
    boolean isWhole() {
        return whole;
    }

    /** Those of a name right inside. */
    List<Component> inner(String wanted) {
        return inner.stream().filter(component -> component.name.equals(wanted)).toList();
    }

    /** Those of a name at whatever depth, in their order. */
    Stream<Component> all(String wanted) {
        return Stream.concat(
                name.equals(wanted) ? Stream.of(this) : Stream.empty(),
                inner.stream().flatMap(component -> component.all(wanted)));
    }

    /** The first line of a name. */
    Optional<Line> first(String wanted) {
        return lines.stream().filter(line -> line.is(wanted)).findFirst();
    }

    List<Line> lines(String wanted) {
        return lines.stream().filter(line -> line.is(wanted)).toList();
    }
}
