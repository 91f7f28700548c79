package dev.parley.schedule;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * A time of the day as somebody typed it.
 *
 * @param times those that it may mean: two where half of the day is open, none where there is no such time
 */
record SpokenClock(List<LocalTime> times) {

    /** Four groups: a word, or hour, minutes, and half of the day. */
    static final String PATTERN = "(?:(noon|midday|midnight)|(\\d{1,2})(?:[:.](\\d{2}))? ?(am|pm|a|p)?)(?![\\w:])";

    /** Hours that are typed with two digits and minutes are those of a clock with twenty-four. */
    private static final int TWO_DIGITS = 2;

    /**
     * Reads four groups of a match.
     *
     * @param first the number of the first group
     * @param hint {@code am} or {@code pm}, where something else says so
     */
    static SpokenClock of(MatchResult match, int first, Optional<String> hint) {
        String word = match.group(first);
        if (word != null && !word.isEmpty()) {
            return new SpokenClock(List.of(word.equals("midnight") ? LocalTime.MIDNIGHT : LocalTime.NOON));
        }
        String hours = match.group(first + 1);
        int hour = Integer.parseInt(hours);
        int minute = match.group(first + 2) == null ? 0 : Integer.parseInt(match.group(first + 2));
        Optional<String> half = Optional.ofNullable(match.group(first + 3)).filter(told -> !told.isEmpty());
        if (hour > 23 || minute > 59 || half.isPresent() && (hour == 0 || hour > 12)) {
            return new SpokenClock(List.of());
        }
        boolean exact = hour > 12
                || hour == 0
                || hours.length() == TWO_DIGITS && match.group(first + 2) != null
                || hours.startsWith("0");
        if (half.isEmpty() && exact) {
            return new SpokenClock(List.of(LocalTime.of(hour, minute)));
        }
        LocalTime early = LocalTime.of(hour % 12, minute);
        LocalTime late = LocalTime.of(hour % 12 + 12, minute);
        return half.or(() -> hint)
                .map(told -> new SpokenClock(List.of(told.startsWith("a") ? early : late)))
                .orElseGet(() -> new SpokenClock(List.of(early, late)));
    }

    boolean isOpen() {
        return times.size() > 1;
    }
}
