package dev.parley.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is said of single meetings of a series, found by when the series has them. A day stands for the meetings on it.
 *
 * @param <T> what is said
 */
final class Spots<T> {

    private final When first;
    private final Map<Instant, T> times = new HashMap<>();
    private final Map<LocalDate, T> days = new HashMap<>();

    /** For the series that begins then. */
    Spots(When first) {
        this.first = first;
    }

    void put(When at, T said) {
        if (at.isDay()) {
            days.put(at.date(), said);
        } else if (first.isDay()) {
            days.put(at.day(first.rules()), said);
        } else {
            times.put(at.instant(), said);
        }
    }

    @Nullable
    T at(When meeting) {
        T said = meeting.isDay() ? null : times.get(meeting.instant());
        return said == null ? days.get(meeting.dateIn(first.rules())) : said;
    }
}
