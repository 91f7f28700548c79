package dev.parley.recap.format;

import dev.parley.recap.Recap;
import java.util.Locale;

/** How the answers came in, as a drawing in SVG. Its title and description say in words what it shows. */
public final class AnswersChart {

    private static final String STYLE = """
            .chart{--chart-paper:#fbf8f3;--chart-ink:#2d2822;--chart-soft:#6d6358;--chart-line:#d9cfc1;--chart-bar:#a3522f;\
            font:14px Palatino,"Palatino Linotype","URW Palladio L",P052,Georgia,serif}\
            .chart .chart-paper{fill:var(--chart-paper)}@media print{.chart .chart-paper{fill:none}}\
            .chart text{fill:var(--chart-soft)}.chart .chart-name{fill:var(--chart-ink);font-weight:bold}\
            .chart .chart-bar{fill:var(--chart-bar)}.chart .chart-later{fill:none;stroke:var(--chart-bar);stroke-width:1.5}\
            .chart .chart-line{stroke:var(--chart-line)}.chart .chart-put{stroke:var(--chart-soft);stroke-dasharray:2 2}\
            @media screen and (prefers-color-scheme:dark){.chart{--chart-paper:#1d1a17;--chart-ink:#ece5da;--chart-soft:#b3a899;--chart-line:#4a423a;--chart-bar:#e0976f}}\
            """;

    private AnswersChart() {}

    /** The drawing. It stands alone and may also stand in a page. */
    public static String of(Recap recap, Showing showing) {
        AnswersDrawing drawing = new AnswersDrawing(recap, showing);
        int edge = AnswersDrawing.EDGE;
        int width = AnswersDrawing.WIDTH + 2 * edge;
        int height = drawing.height() + 2 * edge;
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"%d %d %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-labelledby=\"chart-title chart-description\">"
                        .formatted(-edge, -edge, width, height, width, height));
        svg.append("<title id=\"chart-title\">")
                .append(Escape.xml(showing.say(RecapPhrase.CHART)))
                .append("</title>");
        svg.append("<desc id=\"chart-description\">")
                .append(Escape.xml(AnswersDrawing.description(recap, showing)))
                .append("</desc>");
        svg.append("<style>").append(STYLE).append("</style>");
        svg.append("<rect class=\"chart-paper\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
                .formatted(-edge, -edge, width, height));
        drawing.marks().forEach(mark -> svg.append(element(mark)));
        return svg.append("</svg>\n").toString();
    }

    private static String element(AnswersDrawing.Mark mark) {
        return switch (mark) {
            case AnswersDrawing.Mark.Bar(double x, double y, double width, double height, boolean later) ->
                String.format(
                        Locale.ROOT,
                        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"1.5\"/>",
                        later ? "chart-later" : "chart-bar",
                        x,
                        y,
                        width,
                        height);
            case AnswersDrawing.Mark.Line(double x, double y, double toX, double toY, boolean put) ->
                String.format(
                        Locale.ROOT,
                        "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                        put ? "chart-put" : "chart-line",
                        x,
                        y,
                        toX,
                        toY);
            case AnswersDrawing.Mark.Words words ->
                String.format(
                        Locale.ROOT,
                        "<text%s x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                        words.name() ? " class=\"chart-name\"" : "",
                        words.x(),
                        words.y(),
                        words.anchor().name().toLowerCase(Locale.ROOT),
                        Escape.xml(words.text()));
        };
    }
}
