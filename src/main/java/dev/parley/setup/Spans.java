package dev.parley.setup;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as people write them: {@code 50m}, {@code 1h 30m}, {@code 2 days}, or by ISO 8601, {@code PT50M}. */
final class Spans {

    private static final Pattern PIECE = Pattern.compile("(\\d{1,6})\\s?([a-z]+)\\s*");

    private Spans() {}

    /** The span; empty where this is none. */
    static Optional<Duration> read(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.startsWith("p")) {
            return iso(plain);
        }
        Matcher piece = PIECE.matcher(plain);
        Duration sum = Duration.ZERO;
        int at = 0;
        while (piece.find() && piece.start() == at) {
            Optional<Duration> unit = unit(piece.group(2));
            if (unit.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(unit.get().multipliedBy(Long.parseLong(piece.group(1))));
            at = piece.end();
        }
        return at == plain.length() && at > 0 ? Optional.of(sum) : Optional.empty();
    }

    /** The shortest way to write a span. */
    static String write(Duration span) {
        StringBuilder text = new StringBuilder();
        append(text, span.toDays(), "d");
        append(text, span.toHoursPart(), "h");
        append(text, span.toMinutesPart(), "m");
        append(text, span.toSecondsPart(), "s");
        return text.isEmpty() ? "0m" : text.toString().strip();
    }

    private static void append(StringBuilder text, long number, String unit) {
        if (number > 0) {
            text.append(number).append(unit).append(' ');
        }
    }

    private static Optional<Duration> iso(String plain) {
        try {
            return Optional.of(Duration.parse(plain)).filter(span -> !span.isNegative());
        } catch (DateTimeException | ArithmeticException notIso) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> unit(String name) {
        return switch (name) {
            case "s", "sec", "second", "seconds" -> Optional.of(Duration.ofSeconds(1));
            case "m", "min", "minute", "minutes" -> Optional.of(Duration.ofMinutes(1));
            case "h", "hour", "hours" -> Optional.of(Duration.ofHours(1));
            case "d", "day", "days" -> Optional.of(Duration.ofDays(1));
            default -> Optional.empty();
        };
    }
}
