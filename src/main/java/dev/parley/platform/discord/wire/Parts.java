package dev.parley.platform.discord.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * Fills messages with lines. A message ends between lines where it can, else after a sentence, else after a word, else after a
 * letter; marks that are open where it ends are closed, and opened again in the next.
 */
final class Parts {
    private final int longest;
    private final List<String> parts = new ArrayList<>();
    private final StringBuilder part = new StringBuilder();

    private Parts(int longest) {
        this.longest = longest;
    }

    static List<String> of(List<Line> lines, int longest) {
        Parts all = new Parts(longest);
        lines.forEach(all::line);
        all.end();
        return all.parts.isEmpty() ? List.of("") : all.parts;
    }

    private void line(Line line) {
        String whole = written(line.units(), line.first(), line.next());
        if (fits(whole)) {
            add(whole);
            return;
        }
        if (whole.length() <= longest) {
            end();
            add(whole);
            return;
        }
        cut(line);
    }

    private boolean fits(String more) {
        return (part.isEmpty() ? 0 : part.length() + 1) + more.length() <= longest;
    }

    private void add(String more) {
        if (!part.isEmpty()) {
            part.append('\n');
        } else if (more.isBlank() || more.equals(">")) {
            return;
        }
        part.append(more);
    }

    private void end() {
        String text = part.toString().stripTrailing();
        if (!text.isEmpty()) {
            parts.add(text);
        }
        part.setLength(0);
    }

    /** A line that fits into no message whole. It begins a message of its own where the one before is more than half full. */
    private void cut(Line line) {
        if (part.length() > longest / 2) {
            end();
        }
        List<Unit> left = line.units();
        String first = line.first();
        while (!left.isEmpty()) {
            int room = longest - (part.isEmpty() ? 0 : part.length() + 1);
            int fitting = fitting(left, first, line.next(), room);
            int at = fitting == left.size() ? fitting : good(left, fitting);
            add(written(left.subList(0, at), first, line.next()));
            left = left.subList(at, left.size());
            first = line.next();
            if (!left.isEmpty()) {
                end();
            }
        }
    }

    /** How many units fit, at least one. */
    private static int fitting(List<Unit> units, String first, String next, int room) {
        Writer writer = new Writer(first, next);
        for (int at = 0; at < units.size(); at++) {
            writer.write(units.get(at));
            if (writer.closedLength() > room) {
                return Math.max(1, at);
            }
        }
        return units.size();
    }

    /** The best place to cut in the later half of what fits. */
    private static int good(List<Unit> units, int fitting) {
        int best = fitting;
        int pause = 0;
        for (int at = fitting; at > fitting / 2; at--) {
            if (units.get(at - 1).pause() > pause) {
                pause = units.get(at - 1).pause();
                best = at;
            }
        }
        return best;
    }

    private static String written(List<Unit> units, String first, String next) {
        Writer writer = new Writer(first, next);
        units.forEach(writer::write);
        return writer.closed();
    }

    /** Writes units with the marks that they are set in. */
    private static final class Writer {
        private final StringBuilder text;
        private final String next;
        private List<String> open = List.of();

        Writer(String first, String next) {
            this.text = new StringBuilder(first);
            this.next = next;
        }

        void write(Unit unit) {
            if (unit.pause() == Unit.LINE) {
                close(0);
                text.append('\n').append(next);
                return;
            }
            int same = 0;
            while (same < open.size()
                    && same < unit.marks().size()
                    && open.get(same).equals(unit.marks().get(same))) {
                same++;
            }
            close(same);
            unit.marks().subList(same, unit.marks().size()).forEach(text::append);
            open = unit.marks();
            text.append(unit.shown());
        }

        private void close(int kept) {
            // Discord shows marks that close after a blank as they are: the blank goes outside.
            int end = text.length();
            while (open.size() > kept && end > 0 && text.charAt(end - 1) == ' ') {
                end--;
            }
            String blanks = text.substring(end);
            text.setLength(end);
            for (int at = open.size() - 1; at >= kept; at--) {
                text.append(open.get(at));
            }
            text.append(blanks);
            open = open.subList(0, kept);
        }

        int closedLength() {
            return text.length() + open.stream().mapToInt(String::length).sum();
        }

        String closed() {
            close(0);
            return text.toString();
        }
    }
}
