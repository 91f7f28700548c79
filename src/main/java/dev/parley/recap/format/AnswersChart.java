package dev.parley.recap.format;

import dev.parley.recap.Part;
import dev.parley.recap.Recap;
import dev.parley.recap.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A drawing (SVG) of how the answers came in: a row of bars for each question over the same time, and behind them what came later.
 * Where times are not known, one bar a question. Its title and description say in words what it shows.
 */
public final class AnswersChart {

    private static final int WIDTH = 440;
    private static final int EDGE = 8;
    private static final int LEFT = 36;
    private static final int RIGHT = 34;
    private static final int LATER = 42;
    private static final int ROW = 40;
    private static final int BAR = 28;
    private static final int FOOT = 24;
    private static final String STYLE = """
            .chart{--chart-paper:#fbf8f3;--chart-ink:#2d2822;--chart-soft:#6d6358;--chart-line:#d9cfc1;--chart-bar:#a3522f;\
            font:14px Palatino,"Palatino Linotype","URW Palladio L",P052,Georgia,serif}\
            .chart .chart-paper{fill:var(--chart-paper)}@media print{.chart .chart-paper{fill:none}}\
            .chart text{fill:var(--chart-soft)}.chart .chart-name{fill:var(--chart-ink);font-weight:bold}\
            .chart .chart-bar{fill:var(--chart-bar)}.chart .chart-later{fill:none;stroke:var(--chart-bar);stroke-width:1.5}\
            .chart .chart-line{stroke:var(--chart-line)}.chart .chart-put{stroke:var(--chart-soft);stroke-dasharray:2 2}\
            @media screen and (prefers-color-scheme:dark){.chart{--chart-paper:#1d1a17;--chart-ink:#ece5da;--chart-soft:#b3a899;--chart-line:#4a423a;--chart-bar:#e0976f}}\
            """;

    private final Recap recap;
    private final Showing showing;
    private final StringBuilder svg = new StringBuilder();

    private AnswersChart(Recap recap, Showing showing) {
        this.recap = recap;
        this.showing = showing;
    }

    /** The drawing. It stands alone and may also stand in a page. */
    public static String of(Recap recap, Showing showing) {
        return new AnswersChart(recap, showing).draw();
    }

    private String draw() {
        Optional<String> updated = showing.updated(recap);
        int height = recap.parts().size() * ROW + (updated.isPresent() ? 2 : 1) * FOOT;
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"%d %d %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-labelledby=\"chart-title chart-description\">"
                        .formatted(
                                -EDGE,
                                -EDGE,
                                WIDTH + 2 * EDGE,
                                height + 2 * EDGE,
                                WIDTH + 2 * EDGE,
                                height + 2 * EDGE));
        svg.append("<title id=\"chart-title\">")
                .append(Escape.xml(showing.say(RecapPhrase.CHART)))
                .append("</title>");
        svg.append("<desc id=\"chart-description\">")
                .append(Escape.xml(description()))
                .append("</desc>");
        svg.append("<style>").append(STYLE).append("</style>");
        svg.append("<rect class=\"chart-paper\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
                .formatted(-EDGE, -EDGE, WIDTH + 2 * EDGE, height + 2 * EDGE));
        if (recap.timeline().isPresent()) {
            overTime(recap.timeline().get());
        } else {
            perQuestion();
        }
        updated.ifPresent(words -> text("", 0, height - 8, "start", words));
        return svg.append("</svg>\n").toString();
    }

    /** What the drawing shows, in words. */
    private String description() {
        List<String> rows = recap.parts().stream().map(this::described).toList();
        return showing.say(RecapPhrase.CHART_DESCRIPTION, "rows", String.join(" ", rows))
                .strip();
    }

    private String described(Part part) {
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
            part.at().ifPresent(at -> put(timeline, at, part.number(), plot));
            for (int bucket = 0; bucket < row.during().size(); bucket++) {
                bar(
                        "chart-bar",
                        LEFT + bucket * step + 0.5,
                        base,
                        Math.min(step - 1, 18),
                        row.during().get(bucket) * unit);
            }
            if (row.later() > 0) {
                bar("chart-later", LEFT + plot + 16, base, 14, row.later() * unit);
            }
            base += ROW;
        }
        times(timeline, plot, base - ROW + 16);
        if (later) {
            text("", LEFT + plot + 23, base - ROW + 16, "middle", showing.say(RecapPhrase.CHART_LATER));
        }
    }

    private void put(Timeline timeline, Instant at, int number, double plot) {
        double place = (double) Duration.between(timeline.from(), at).toMillis()
                / timeline.step().multipliedBy(timeline.buckets()).toMillis();
        if (place >= 0 && place <= 1) {
            int base = ROW * (1 + recap.parts().indexOf(recap.part(number).orElseThrow()));
            double x = LEFT + place * plot;
            line("chart-put", x, base - BAR, x, base);
        }
    }

    private void times(Timeline timeline, double plot, int y) {
        int marks = timeline.buckets() >= 6 ? 4 : 1;
        for (int mark = 0; mark <= marks; mark++) {
            int bucket = timeline.buckets() * mark / marks;
            String anchor = mark == 0 ? "start" : mark == marks ? "end" : "middle";
            text("", LEFT + plot * bucket / timeline.buckets(), y, anchor, showing.time(timeline.startOf(bucket)));
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
            bar("chart-bar", LEFT, base - 6, width, BAR / 2.0);
            base += ROW;
        }
    }

    private void frame(Part part, int base, double plot) {
        text("chart-name", 0, base - 4, "start", showing.label(part.number()));
        text("", WIDTH, base - 4, "end", "" + part.answers().size());
        line("chart-line", LEFT, base + 0.5, LEFT + plot, base + 0.5);
    }

    private void bar(String kind, double x, double base, double width, double height) {
        if (height > 0 && width > 0) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"1.5\"/>",
                    kind,
                    x,
                    base - height,
                    width,
                    height));
        }
    }

    private void line(String kind, double x, double y, double toX, double toY) {
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                kind,
                x,
                y,
                toX,
                toY));
    }

    private void text(String kind, double x, double y, String anchor, String words) {
        String named = kind.isEmpty() ? "" : " class=\"" + kind + "\"";
        svg.append(String.format(
                Locale.ROOT,
                "<text%s x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                named,
                x,
                y,
                anchor,
                Escape.xml(words)));
    }
}
