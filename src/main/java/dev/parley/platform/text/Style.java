package dev.parley.platform.text;

/** How something is set. */
public record Style(boolean strong, boolean emphasis) {

    /** As it comes. */
    public static final Style PLAIN = new Style(false, false);

    Style strengthened() {
        return new Style(true, emphasis);
    }

    Style emphasized() {
        return new Style(strong, true);
    }
}
