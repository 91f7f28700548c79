package dev.parley.site;

import dev.parley.conversation.Filing;
import dev.parley.conversation.Kind;
import dev.parley.conversation.Verb;
import java.util.Optional;

/** Reads what the desk's forms send. */
final class Choices {
    private static final int MOST_QUESTIONS = 99;

    private Choices() {}

    /** A place to file under: {@code Q3}, {@code intro}, {@code final}, {@code side}; empty for anything else. */
    static Optional<Filing> filing(String place) {
        return switch (place) {
            case "intro" -> Optional.of(Filing.as(Kind.INTRODUCTION, true));
            case "final" -> Optional.of(Filing.as(Kind.FINAL, true));
            case "side" -> Optional.of(Filing.as(Kind.SIDE, true));
            default ->
                place.startsWith("Q")
                        ? number(place.substring(1)).map(number -> Filing.answer(number, true))
                        : Optional.empty();
        };
    }

    /** The place that {@link #filing} reads as this; empty text where there is none. */
    static String place(Filing filing) {
        return switch (filing.kind()) {
            case ANSWER ->
                filing.questions().size() == 1 ? "Q" + filing.questions().first() : "";
            case INTRODUCTION -> "intro";
            case FINAL -> "final";
            case SIDE -> "side";
            case WELCOME, QUESTION -> "";
        };
    }

    static Optional<Integer> number(String digits) {
        if (!digits.matches("\\d{1,2}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(digits);
        return number >= 1 && number <= MOST_QUESTIONS ? Optional.of(number) : Optional.empty();
    }

    /** A verb that needs no more than its name. */
    static Optional<Verb> verb(String name) {
        return switch (name) {
            case "start" -> Optional.of(new Verb.Start());
            case "pause" -> Optional.of(new Verb.Pause());
            case "resume" -> Optional.of(new Verb.Resume());
            case "hold" -> Optional.of(new Verb.Hold());
            case "next" -> Optional.of(new Verb.Next());
            case "skip" -> Optional.of(new Verb.Skip());
            case "repeat" -> Optional.of(new Verb.Repeat());
            case "end" -> Optional.of(new Verb.End());
            case "undo" -> Optional.of(new Verb.Undo());
            default -> Optional.empty();
        };
    }
}
