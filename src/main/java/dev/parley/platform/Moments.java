package dev.parley.platform;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Points in time in a post. They are links whose text says the time as it is when the post is sent; a platform that can show
 * everybody their own time, or how long it is until then whenever they look, replaces them. The address is {@link #AT} for a time of day
 * or {@link #LEFT} for how long it is until then, and behind it the second since 1970.
 */
public final class Moments {

    /** Begins the address of a point in time that is told as a date and a time of day. */
    public static final String AT = "time:";

    /** Begins the address of a point in time that is told by how far away it is. */
    public static final String LEFT = "left:";

    /** No text of a link has more than a hundred characters, so nothing is looked at for long. */
    private static final Pattern MOMENT =
            Pattern.compile("\\[([^\\[\\]\\n]{1,100})]\\((?:" + AT + "|" + LEFT + ")\\d{1,12}\\)");

    private Moments() {}

    /** A point in time for a post, with words that say it. */
    public static String of(Instant at, String words) {
        return link(AT, at, words);
    }

    /** How long it is until a point in time, with words that say it as it is now: "in four minutes". */
    public static String left(Instant at, String words) {
        return link(LEFT, at, words);
    }

    private static String link(String kind, Instant at, String words) {
        return "[" + words + "](" + kind + at.getEpochSecond() + ")";
    }

    /** The post with its points in time in words alone. */
    public static String inWords(String markdown) {
        return MOMENT.matcher(markdown).replaceAll("$1");
    }
}
