package dev.parley.setup;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times of the day as they are written in settings, and what other ways of writing them may mean. */
final class LocalTimes {

    private static final Pattern EXACT = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final Pattern LOOSE =
            Pattern.compile("(\\d{1,2})(?:[:.h](\\d{2}))?\\s?([ap])?\\.?m?\\.?(?:\\s+(\\S{1,40}))?");

    private LocalTimes() {}

    static Optional<LocalTime> time(String text) {
        return EXACT.matcher(text).matches() ? Optional.of(LocalTime.parse(text)) : Optional.empty();
    }

    static Optional<LocalDate> date(String text) {
        try {
            return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }

    /** A local date and time with a space or a T between them. */
    static Optional<LocalDateTime> dateTime(String text) {
        if (text.length() != 16 || text.charAt(10) != ' ' && text.charAt(10) != 'T') {
            return Optional.empty();
        }
        return date(text.substring(0, 10))
                .flatMap(date -> time(text.substring(11)).map(date::atTime));
    }

    /** What to do about a time of the day that is written in another way. */
    static String remedy(String wrong) {
        Matcher loose = LOOSE.matcher(wrong.toLowerCase(Locale.ROOT).strip());
        if (!loose.matches()) {
            return "Write for example time: 20:00.";
        }
        int hour = Integer.parseInt(loose.group(1));
        String half = loose.group(3);
        if (hour > 23 || half != null && (hour > 12 || hour == 0)) {
            return "Write for example time: 20:00.";
        }
        int whole = half == null ? hour : hour % 12 + (half.equals("p") ? 12 : 0);
        String minutes = loose.group(2) == null ? "00" : loose.group(2);
        String zone = loose.group(4);
        return String.format(Locale.ROOT, "Write time: %02d:%s", whole, minutes)
                + (zone == null ? "." : ", and zone: in a line of its own. " + zone(zone.toUpperCase(Locale.ROOT)));
    }

    private static String zone(String name) {
        return Zones.what(name) + ". " + Zones.remedy(name);
    }
}
