package dev.parley.site.coaching;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A private page, and where on it.
 *
 * @param path begins with {@code /coaching}
 * @param query without its question mark; may be empty
 * @param place the id of an element; may be empty
 */
record Here(String path, String query, String place) {
    static final Here HOME = new Here("/coaching");

    private static final String PARTNERSHIP = "/coaching/partnership/";
    private static final Pattern PATH =
            Pattern.compile("(/coaching(?:/journal|/shelf|/lead|/partnership/[A-Za-z0-9-]{1,80})?)"
                    + "(?:\\?([A-Za-z0-9=&%._-]{1,300}))?(?:#([A-Za-z0-9-]{1,80}))?");

    Here(String path) {
        this(path, "", "");
    }

    /** Reads an address of ours; empty for any other. */
    static Optional<Here> of(String address) {
        var found = PATH.matcher(address);
        return found.matches()
                ? Optional.of(new Here(found.group(1), orEmpty(found.group(2)), orEmpty(found.group(3))))
                : Optional.empty();
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    /** The same page at an element of it. */
    Here at(String id) {
        return new Here(path, query, id);
    }

    Page page() {
        return switch (path) {
            case "/coaching" -> Page.HOME;
            case "/coaching/journal" -> Page.JOURNAL;
            case "/coaching/shelf" -> Page.SHELF;
            case "/coaching/lead" -> Page.LEAD;
            default -> Page.PARTNERSHIP;
        };
    }

    /** The partnership's id. */
    String id() {
        return path.substring(PARTNERSHIP.length());
    }

    @Override
    public String toString() {
        return path + (query.isEmpty() ? "" : "?" + query) + (place.isEmpty() ? "" : "#" + place);
    }

    /** The pages that there are. */
    enum Page {
        HOME,
        PARTNERSHIP,
        JOURNAL,
        SHELF,
        LEAD
    }
}
