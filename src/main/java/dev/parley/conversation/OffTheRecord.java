package dev.parley.conversation;

/** How a person keeps a message out of everything that is stored. */
public final class OffTheRecord {

    private static final String SIGN = "off the record:";

    private OffTheRecord() {}

    /** Whether a message begins with {@code off the record:}, in whatever case and however spaced in front. */
    public static boolean is(String text) {
        return text.strip().regionMatches(true, 0, SIGN, 0, SIGN.length());
    }
}
