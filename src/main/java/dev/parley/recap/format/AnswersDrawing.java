package dev.parley.recap.format;

import dev.parley.recap.Part;
import dev.parley.recap.Recap;
import dev.parley.recap.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything is in a drawing of how the answers came in: a row of bars for each question over the same time, and behind them
 * what came later. Where times are not known, one bar a question. Units are those of a screen of ordinary density.
 */
final class AnswersDrawing {

    /** How wide the drawing is, without the paper's edge. */
    static final int WIDTH = 440;

    /** How much paper there is around it. */
    static final int EDGE = 8;

    /** How high a line of words below the rows is. */
    static final int FOOT = 24;

    private static final int LEFT = 36;
    private static final int RIGHT = 34;
    private static final int LATER = 42;
    private static final int ROW = 40;
    private static final int BAR = 28;
    private static final int GAP = 4;

    private final Recap recap;
    private final Showing showing;
    private final List<Mark> marks = new ArrayList<>();
    private final int height;

    /** What is drawn, in the order in which it is. */
    sealed interface Mark {

        /** @param later whether it stands for what came after the chat */
        record Bar(double x, double y, double width, double height, boolean later) implements Mark {}

        /** @param put whether it marks when a question was put; else it is the ground of a row */
        record Line(double x, double y, double toX, double toY, boolean put) implements Mark {}

        /**
         * @param y of the line on which they stand
         * @param room how wide they may be: who can measure them writes them smaller, if need be
         * @param name whether they name a row
         */
        record Words(double x, double y, Anchor anchor, double room, boolean name, String text) implements Mark {}
    }

    /** Which end of the words is at their place. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    AnswersDrawing(Recap recap, Showing showing) {
        this.recap = recap;
        this.showing = showing;
        Optional<String> updated = showing.updated(recap);
        int feet = (recap.timeline().isPresent() ? 1 : 0) + (updated.isPresent() ? 1 : 0);
        this.height = recap.parts().size() * ROW + feet * FOOT;
        recap.timeline().ifPresentOrElse(this::overTime, this::perQuestion);
        updated.ifPresent(text -> words(0, height - 8, Anchor.START, WIDTH, text));
    }

    /** How high the drawing is, without the paper's edge. */
    int height() {
        return height;
    }

    List<Mark> marks() {
        return Collections.unmodifiableList(marks);
    }

    /** What the drawing shows, in words. */
    static String description(Recap recap, Showing showing) {
        List<String> rows = recap.parts().stream()
                .map(part -> described(recap, part, showing))
                .toList();
        return showing.say(RecapPhrase.CHART_DESCRIPTION, "rows", String.join(" ", rows))
                .strip();
    }

    private static String described(Recap recap, Part part, Showing showing) {
        String question = showing.label(part.number());
        String count = showing.count(part.answers().size(), RecapPhrase.ONE_ANSWER, RecapPhrase.ANSWERS);
        int fullest = 0;
        int most = 0;
        List<Integer> during =
                recap.timeline().map(timeline -> row(timeline, part).during()).orElse(List.of());
        for (int bucket = 0; bucket < during.size(); bucket++) {
            if (during.get(bucket) > most) {
                most = during.get(bucket);
                fullest = bucket;
            }
        }
        if (most < 2) {
            return showing.voice().say(RecapPhrase.CHART_ROW_QUIET, Map.of("question", question, "count", count));
        }
        String time = showing.time(recap.timeline().orElseThrow().startOf(fullest));
        return showing.voice().say(RecapPhrase.CHART_ROW, Map.of("question", question, "count", count, "time", time));
    }

    private static Timeline.Row row(Timeline timeline, Part part) {
        return timeline.rows().stream()
                .filter(row -> row.question() == part.number())
                .findFirst()
                .orElseThrow();
    }

    private void overTime(Timeline timeline) {
        boolean later = timeline.rows().stream().anyMatch(row -> row.later() > 0);
        double plot = WIDTH - LEFT - RIGHT - (later ? LATER : 0);
        int highest = timeline.rows().stream()
                .mapToInt(row -> Math.max(row.later(), Collections.max(row.during())))
                .max()
                .orElse(1);
        double unit = (double) BAR / Math.max(1, highest);
        double step = plot / timeline.buckets();
        int base = ROW;
        for (Part part : recap.parts()) {
            Timeline.Row row = row(timeline, part);
            frame(part, base, plot);
            put(timeline, part, base, plot);
            for (int bucket = 0; bucket < row.during().size(); bucket++) {
                bar(
                        LEFT + bucket * step + 0.5,
                        base,
                        Math.min(step - 1, 18),
                        row.during().get(bucket) * unit,
                        false);
            }
            if (row.later() > 0) {
                bar(LEFT + plot + 16, base, 14, row.later() * unit, true);
            }
            base += ROW;
        }
        times(timeline, plot, base - ROW + 16);
        if (later) {
            String text = showing.say(RecapPhrase.CHART_LATER);
            words(LEFT + plot + 23, base - ROW + 16, Anchor.MIDDLE, LATER - 2 * GAP, text);
        }
    }

    private void put(Timeline timeline, Part part, int base, double plot) {
        Duration whole = timeline.step().multipliedBy(timeline.buckets());
        for (Instant at : part.at().stream().toList()) {
            double place = (double) Duration.between(timeline.from(), at).toMillis() / whole.toMillis();
            if (place >= 0 && place <= 1) {
                double x = LEFT + place * plot;
                marks.add(new Mark.Line(x, base - BAR, x, base, true));
            }
        }
    }

    private void times(Timeline timeline, double plot, int y) {
        int last = timeline.buckets() >= 6 ? 3 : 1;
        for (int mark = 0; mark <= last; mark++) {
            int bucket = timeline.buckets() * mark / last;
            Anchor anchor = mark == 0 ? Anchor.START : mark == last ? Anchor.END : Anchor.MIDDLE;
            String time = showing.time(timeline.startOf(bucket));
            words(LEFT + plot * bucket / timeline.buckets(), y, anchor, plot / (last + 1), time);
        }
    }

    private void perQuestion() {
        int most = recap.parts().stream()
                .mapToInt(part -> part.answers().size())
                .max()
                .orElse(1);
        int base = ROW;
        double plot = WIDTH - LEFT - RIGHT;
        for (Part part : recap.parts()) {
            frame(part, base, plot);
            double width = plot * part.answers().size() / Math.max(1, most);
            bar(LEFT, base - 6, width, BAR / 2.0, false);
            base += ROW;
        }
    }

    private void frame(Part part, int base, double plot) {
        marks.add(new Mark.Words(0, base - 4, Anchor.START, LEFT - GAP, true, showing.label(part.number())));
        words(WIDTH, base - 4, Anchor.END, RIGHT - GAP, "" + part.answers().size());
        marks.add(new Mark.Line(LEFT, base + 0.5, LEFT + plot, base + 0.5, false));
    }

    private void bar(double x, double base, double width, double height, boolean later) {
        if (height > 0 && width > 0) {
            marks.add(new Mark.Bar(x, base - height, width, height, later));
        }
    }

    private void words(double x, double y, Anchor anchor, double room, String text) {
        marks.add(new Mark.Words(x, y, anchor, room, false, text));
    }
}
