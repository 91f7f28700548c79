package dev.parley.recap;

import java.util.regex.Pattern;

/** Knows what people said off the record: it is in no recap. */
final class OffTheRecord {

    private static final Pattern BEGINNING = Pattern.compile(
            "[\\s\\p{P}\\p{Cf}]*+off\\s++the\\s++record\\s*+(?:[\\p{P}\\p{Sm}]|$).*+",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private OffTheRecord() {}

    /**
     * Whether a message is off the record.
     *
     * @param body where the message begins behind its label: a label does not put it on the record
     */
    static boolean is(String text, Body body) {
        return BEGINNING.matcher(text).matches()
                || BEGINNING.matcher(body.in(text)).matches();
    }
}
