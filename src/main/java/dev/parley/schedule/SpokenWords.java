package dev.parley.schedule;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of the day that are written in words: "half past two" is "2:30", "ten am" is "10 am". */
final class SpokenWords {

    private static final List<String> HOURS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final String WORD = "(" + String.join("|", HOURS) + ")";

    /** Not a quarter to 12 with a half of the day: it lies in the other one. */
    private static final Pattern FRACTION =
            Pattern.compile("\\b(half past|quarter past|quarter to(?! (?:12|twelve) ?[ap]m?\\b)) (?:" + WORD
                    + "|(\\d{1,2}))(?!\\d|[:.]\\d|[a-z]{3})");

    private static final Pattern FULL =
            Pattern.compile("(?:(?<=\\bat )|\\b(?=[a-z]{3,6} ?(?:am|pm|o'?clock)\\b))" + WORD + "(?= |$|[ap]m)");

    private SpokenWords() {}

    static String asNumbers(String text) {
        String whole = FRACTION.matcher(text).replaceAll(SpokenWords::fraction);
        return FULL.matcher(whole).replaceAll(match -> Integer.toString(number(match.group(1))));
    }

    private static String fraction(MatchResult match) {
        int hour = match.group(2) == null ? Integer.parseInt(match.group(3)) : number(match.group(2));
        String clock = switch (match.group(1)) {
            case "half past" -> hour + ":30";
            case "quarter past" -> hour + ":15";
            default -> (hour == 1 ? 12 : hour == 0 ? 23 : hour - 1) + ":45";
        };
        return Matcher.quoteReplacement(clock);
    }

    private static int number(String hour) {
        return HOURS.indexOf(hour) + 1;
    }
}
