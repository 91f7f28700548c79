package dev.parley.platform;

import java.time.Instant;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Points in time in a post. They are links to {@code time:} and the second since 1970, whose text says the time in the
 * community's zone; a platform that can show everybody their own time replaces them.
 */
public final class Moments {

    /** No text of a link has more than a hundred characters, so nothing is looked at for long. */
    private static final Pattern MOMENT = Pattern.compile("\\[([^\\[\\]\\n]{1,100})]\\(time:(\\d{1,12})\\)");

    private Moments() {}

    /** A point in time for a post, with words that say it. */
    public static String of(Instant at, String words) {
        return "[" + words + "](time:" + at.getEpochSecond() + ")";
    }

    /** The post with each of its points in time said by {@code saying}, which is given the time and the words. */
    public static String said(String markdown, BiFunction<Instant, String, String> saying) {
        return MOMENT.matcher(markdown)
                .replaceAll(moment -> java.util.regex.Matcher.quoteReplacement(said(moment, saying)));
    }

    private static String said(MatchResult moment, BiFunction<Instant, String, String> saying) {
        return saying.apply(Instant.ofEpochSecond(Long.parseLong(moment.group(2))), moment.group(1));
    }

    /** The post with its points in time in words alone. */
    public static String inWords(String markdown) {
        return said(markdown, (_, words) -> words);
    }
}
