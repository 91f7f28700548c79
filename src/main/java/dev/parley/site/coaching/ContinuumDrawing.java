package dev.parley.site.coaching;

import dev.parley.coaching.Framework;
import dev.parley.engine.coaching.MyJournal;
import dev.parley.platform.text.Markup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where a person saw themselves on a continuum over time, as a drawing in SVG: a row for each step by its name, the first one lowest. Its
 * title and description say in words what it shows. Colours come from the page's style sheet.
 */
final class ContinuumDrawing {
    private static final int WIDTH = 360;
    private static final int LEFT = 14;
    private static final int RIGHT = WIDTH - 14;
    private static final int TOP = 26;
    private static final int ROW = 46;
    private static final int FOOT = 24;

    /** Code points of a step's name for which there is room at this size of letters. */
    private static final int LONGEST = 44;

    private final MyJournal.Continuum continuum;
    private final Paper paper;
    private final List<Mark> marks = new ArrayList<>();

    ContinuumDrawing(MyJournal.Continuum continuum, Paper paper) {
        this.continuum = continuum;
        this.paper = paper;
        List<Framework.Step> steps = continuum.domain().steps();
        continuum
                .placed()
                .forEach(placed -> paper.step(continuum, placed)
                        .ifPresent(step -> marks.add(new Mark(placed.at(), step, y(steps.indexOf(step))))));
    }

    private record Mark(Instant at, Framework.Step step, int y) {}

    private int y(int step) {
        return TOP + (continuum.domain().steps().size() - 1 - step) * ROW;
    }

    private double x(Mark mark) {
        Instant first = marks.getFirst().at();
        long whole = Duration.between(first, marks.getLast().at()).toSeconds();
        long part = Duration.between(first, mark.at()).toSeconds();
        return whole == 0 ? (LEFT + RIGHT) / 2.0 : LEFT + (RIGHT - LEFT) * (double) part / whole;
    }

    /** The drawing; empty where there is nothing to draw. The id is the page's, for its title and description. */
    String svg(String id) {
        if (marks.isEmpty()) {
            return "";
        }
        int height = y(0) + FOOT;
        StringBuilder svg = new StringBuilder();
        svg.append("<svg class=\"growth\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s-title %s-words\">"
                .formatted(WIDTH, height, id, id));
        svg.append("<title id=\"%s-title\">%s</title>"
                .formatted(id, Markup.escaped(continuum.domain().title())));
        svg.append("<desc id=\"%s-words\">%s</desc>".formatted(id, Markup.escaped(description())));
        ground(svg);
        way(svg);
        names(svg);
        feet(svg, height - 6);
        return svg.append("</svg>").toString();
    }

    private String description() {
        List<String> sentences = new ArrayList<>();
        marks.forEach(mark -> sentences.add(paper.placed(mark.at(), mark.step().title())));
        return String.join(" ", sentences);
    }

    private void ground(StringBuilder svg) {
        for (int step = 0; step < continuum.domain().steps().size(); step++) {
            svg.append("<line class=\"ground\" x1=\"0\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>"
                    .formatted(WIDTH, y(step), y(step)));
        }
    }

    private void names(StringBuilder svg) {
        List<Framework.Step> steps = continuum.domain().steps();
        for (int step = 0; step < steps.size(); step++) {
            svg.append("<text x=\"0\" y=\"%d\">%s</text>"
                    .formatted(
                            y(step) - 10,
                            Markup.escaped(shortened(steps.get(step).title()))));
        }
    }

    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    private void way(StringBuilder svg) {
        if (marks.size() > 1) {
            svg.append("<polyline points=\"");
            marks.forEach(mark -> svg.append(String.format(Locale.ROOT, "%.1f,%d ", x(mark), mark.y())));
            svg.append("\"/>");
        }
        marks.forEach(mark ->
                svg.append(String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%d\" r=\"6\"/>", x(mark), mark.y())));
    }

    private void feet(StringBuilder svg, int y) {
        String first = Markup.escaped(paper.shortDay(marks.getFirst().at()));
        String last = Markup.escaped(paper.shortDay(marks.getLast().at()));
        if (first.equals(last)) {
            svg.append("<text class=\"foot\" text-anchor=\"middle\" x=\"%d\" y=\"%d\">%s</text>"
                    .formatted(WIDTH / 2, y, first));
        } else {
            svg.append("<text class=\"foot\" x=\"0\" y=\"%d\">%s</text>".formatted(y, first));
            svg.append(
                    "<text class=\"foot\" text-anchor=\"end\" x=\"%d\" y=\"%d\">%s</text>".formatted(WIDTH, y, last));
        }
    }
}
