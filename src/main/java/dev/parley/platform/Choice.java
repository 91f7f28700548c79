package dev.parley.platform;

/**
 * Something that a person can do with what they were told, shown as a button where the platform has buttons.
 *
 * @param meaning what {@link Coaching} wants back; opaque to platforms, of letters, digits and {@code . : ~ - _}; at most
 *     {@value #LONGEST} characters, save for what stands on pages alone
 * @param label what stands on the button
 * @param style how it stands out
 * @param form whether a form opens when it is pressed
 */
public record Choice(String meaning, String label, Style style, boolean form) {

    /** The longest meaning, in characters: Discord takes 100 for all that a button carries. */
    public static final int LONGEST = 80;

    /** What the mark of a button begins with that does something at once; between two stops and the meaning stands nothing. */
    public static final String MARK = "coaching";

    /** What the mark of a button begins with that opens a form. */
    public static final String FORM_MARK = "coaching-form";

    /** A button that does something at once. */
    public Choice(String meaning, String label, Style style) {
        this(meaning, label, style, false);
    }

    /** What a button for it is marked with, the same wherever it stands; at most 95 characters. */
    public String mark() {
        return (form ? FORM_MARK : MARK) + ".." + meaning;
    }

    /** How a button stands out. */
    public enum Style {
        /** What most people want. */
        MAIN,
        /** One of several. */
        OTHER,
        /** Ends something. */
        ENDING
    }
}
