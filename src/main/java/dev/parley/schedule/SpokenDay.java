package dev.parley.schedule;

import dev.parley.schedule.SpokenTime.Doubt;
import dev.parley.schedule.SpokenTime.Trouble;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The days that somebody may mean.
 *
 * @param dates in order; none where there is no such date
 * @param told whether a day was named at all
 * @param repeats whether a day that is over means the same one a week later: a day of the week without a date
 */
record SpokenDay(
        List<LocalDate> dates, boolean told, boolean repeats, Optional<Doubt> doubt, Optional<Trouble> trouble) {

    private static final String MONTH =
            "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\b\\.?";
    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:t(?=\\d)|\\b)");
    private static final Pattern DOTTED = Pattern.compile("\\b(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4}\\b)?");
    private static final Pattern SLASHED = Pattern.compile("\\b(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?\\b");
    private static final Pattern DAY_FIRST =
            Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)? " + MONTH + "(?: (\\d{4})\\b)?");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("\\b" + MONTH + " (\\d{1,2})(?:st|nd|rd|th)?(?![:\\d])(?: (\\d{4})\\b)?");
    private static final Pattern WEEKDAY = Pattern.compile(
            "\\b(next |this |coming )?(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|r|rs|rsday|urday)?\\b\\.?");
    private static final Pattern WORD = Pattern.compile(
            "\\b(day after tomorrow|tomorrow|tmrw|tomorow|today|tonight|this (?=morning|afternoon|evening))");
    private static final Pattern LATER = Pattern.compile("\\bin (an?|one|two|three|\\d{1,3}) (day|week)s?\\b");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    /** Takes what names a day out of a text. */
    static SpokenDay take(SpokenText text, LocalDate today) {
        Optional<SpokenDay> date = date(text, today);
        Optional<MatchResult> weekday = text.take(WEEKDAY);
        if (date.isPresent()) {
            return weekday.map(match -> date.get().only(day(match))).orElse(date.get());
        }
        return weekday.map(match -> weekday(match, today))
                .or(() -> text.take(LATER).map(match -> of(today.plusDays(days(match)))))
                .or(() -> text.take(WORD).map(match -> of(today.plusDays(word(match.group(1))))))
                .orElse(new SpokenDay(List.of(today), false, false, Optional.empty(), Optional.empty()));
    }

    private static Optional<SpokenDay> date(SpokenText text, LocalDate today) {
        return text.take(ISO)
                .map(match -> of(exact(number(match, 1), number(match, 2), number(match, 3)).stream()
                        .toList()))
                .or(() -> text.take(DOTTED)
                        .map(match -> of(next(today, match.group(3), number(match, 2), number(match, 1)).stream()
                                .toList())))
                .or(() -> text.take(SLASHED).map(match -> slashed(match, today)))
                .or(() -> text.take(DAY_FIRST)
                        .map(match -> of(next(today, match.group(3), month(match.group(2)), number(match, 1)).stream()
                                .toList())))
                .or(() -> text.take(MONTH_FIRST)
                        .map(match -> of(next(today, match.group(3), month(match.group(1)), number(match, 2)).stream()
                                .toList())));
    }

    private static SpokenDay of(LocalDate date) {
        return of(List.of(date));
    }

    private static SpokenDay of(List<LocalDate> dates) {
        Optional<Trouble> trouble = dates.isEmpty() ? Optional.of(Trouble.NO_SUCH_DATE) : Optional.empty();
        return new SpokenDay(
                dates, true, false, dates.size() > 1 ? Optional.of(Doubt.MONTH) : Optional.empty(), trouble);
    }

    /** Only those that are this day of the week. */
    private SpokenDay only(DayOfWeek day) {
        List<LocalDate> fitting =
                dates.stream().filter(date -> date.getDayOfWeek() == day).toList();
        Optional<Trouble> differ = fitting.isEmpty() ? Optional.of(Trouble.DAY_AND_DATE_DIFFER) : Optional.empty();
        return new SpokenDay(
                fitting, true, false, fitting.size() > 1 ? doubt : Optional.empty(), trouble.or(() -> differ));
    }

    /** The third of December or the twelfth of March. */
    private static SpokenDay slashed(MatchResult match, LocalDate today) {
        return of(Stream.of(
                        next(today, match.group(3), number(match, 1), number(match, 2)),
                        next(today, match.group(3), number(match, 2), number(match, 1)))
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList());
    }

    /** On a Tuesday "next Friday" is the coming one for some, and for others that of the next week. */
    private static SpokenDay weekday(MatchResult match, LocalDate today) {
        LocalDate coming = today.with(TemporalAdjusters.nextOrSame(day(match)));
        if (!"next ".equals(match.group(1))) {
            return new SpokenDay(List.of(coming), true, true, Optional.empty(), Optional.empty());
        }
        LocalDate first = today.with(TemporalAdjusters.next(day(match)));
        LocalDate nextWeek =
                today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(TemporalAdjusters.nextOrSame(day(match)));
        return first.equals(nextWeek)
                ? of(first)
                : new SpokenDay(List.of(first, nextWeek), true, false, Optional.of(Doubt.WEEK), Optional.empty());
    }

    private static DayOfWeek day(MatchResult match) {
        return DayOfWeek.of(DAYS.indexOf(match.group(2)) + 1);
    }

    private static int days(MatchResult match) {
        int number = switch (match.group(1)) {
            case "a", "an", "one" -> 1;
            case "two" -> 2;
            case "three" -> 3;
            default -> number(match, 1);
        };
        return number * (match.group(2).equals("week") ? 7 : 1);
    }

    private static int word(String word) {
        return switch (word) {
            case "day after tomorrow" -> 2;
            case "tomorrow", "tmrw", "tomorow" -> 1;
            default -> 0;
        };
    }

    private static int month(String name) {
        return MONTHS.indexOf(name) + 1;
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    /** Without a year, the first time that this date comes. */
    private static Optional<LocalDate> next(LocalDate today, @Nullable String year, int month, int day) {
        if (year != null) {
            return exact(Integer.parseInt(year), month, day);
        }
        return Stream.of(0, 1, 2, 3, 4)
                .flatMap(more -> exact(today.getYear() + more, month, day).stream())
                .filter(date -> !date.isBefore(today))
                .findFirst();
    }

    private static Optional<LocalDate> exact(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
