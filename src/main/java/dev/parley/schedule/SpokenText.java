package dev.parley.schedule;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody typed, from which one part after the other is taken away. */
final class SpokenText {

    private static final int LONGEST = 200;
    private static final Pattern DASH = Pattern.compile("\\s{0,9}\\p{Pd}\\s{0,9}");
    private static final Pattern MERIDIEM = Pattern.compile("(?<=[\\d ])([ap])\\.\\s?m\\b\\.?");
    private static final Pattern COMMA = Pattern.compile("[,;](?!\\d)");
    private static final Pattern FILLER = Pattern.compile(
            "\\b(?:at|on|from|the|for|and|of|in|please|lasting|meet|meeting|let's|time|o'?clock|uhr)\\b|[@.!?()]");

    private String rest;

    SpokenText(String text) {
        String plain = Normalizer.normalize(
                        text.length() > LONGEST ? text.substring(0, LONGEST) : text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'');
        plain = DASH.matcher(plain).replaceAll("-");
        plain = MERIDIEM.matcher(plain).replaceAll("$1m");
        plain = COMMA.matcher(plain).replaceAll(" ").replaceAll("\\s+", " ").strip();
        rest = SpokenWords.asNumbers(plain);
    }

    /** The first place that a pattern fits, which is then no longer there. */
    Optional<MatchResult> take(Pattern pattern) {
        Matcher matcher = pattern.matcher(rest);
        if (!matcher.find()) {
            return Optional.empty();
        }
        MatchResult result = matcher.toMatchResult();
        rest = (rest.substring(0, matcher.start()) + "  " + rest.substring(matcher.end())).strip();
        return Optional.of(result);
    }

    /** What nobody has taken and what means something. */
    String left() {
        return FILLER.matcher(rest).replaceAll(" ").replaceAll("\\s+", " ").strip();
    }

    String rest() {
        return rest;
    }
}
