package dev.parley.site.coaching;

import dev.parley.coaching.Principle;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person wants to see of their journal.
 *
 * @param words to be found in it; may be empty
 * @param principle its name; empty for all
 * @param domain framework and domain with a full stop between them; empty for all
 * @param page from 1
 */
record Wanted(String words, Optional<Principle> principle, String domain, int page) {
    static final Wanted NOTHING = new Wanted("", Optional.empty(), "", 1);

    private static final int MOST_PAGES = 10_000;

    /** Reads it from the fields of a form or from what is behind an address's question mark. What makes no sense there wants nothing. */
    static Wanted of(Function<String, Optional<String>> fields) {
        return new Wanted(
                fields.apply("words").map(String::strip).orElse(""),
                fields.apply("principle").flatMap(Wanted::principle),
                fields.apply("domain")
                        .filter(name -> name.matches("[a-z0-9.-]{1,100}"))
                        .orElse(""),
                fields.apply("page")
                        .filter(number -> number.matches("[0-9]{1,5}"))
                        .map(Integer::parseInt)
                        .map(number -> Math.clamp(number, 1, MOST_PAGES))
                        .orElse(1));
    }

    static Wanted of(Here here) {
        Map<String, String> values = new HashMap<>();
        for (String pair : here.query().split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
            }
        }
        return of(name -> Optional.ofNullable(values.get(name)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badPercent) {
            return "";
        }
    }

    private static Optional<Principle> principle(String name) {
        return Arrays.stream(Principle.values())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    Wanted onPage(int other) {
        return new Wanted(words, principle, domain, other);
    }

    boolean everything() {
        return words.isEmpty() && principle.isEmpty() && domain.isEmpty();
    }

    /** Its address; the words that are looked for stay out of it. */
    Here here() {
        String query = Stream.of(
                        principle.map(one -> "principle=" + one.name()).orElse(""),
                        domain.isEmpty() ? "" : "domain=" + URLEncoder.encode(domain, StandardCharsets.UTF_8),
                        page == 1 ? "" : "page=" + page)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return new Here("/coaching/journal", query, "");
    }
}
