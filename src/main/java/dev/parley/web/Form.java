package dev.parley.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a form as a browser sends them. */
final class Form {
    private static final int MOST_FIELDS = 100;

    private Form() {}

    /** Reads {@code application/x-www-form-urlencoded}. Of a field that comes twice the first counts. */
    static Map<String, String> read(byte[] body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&", MOST_FIELDS + 1)) {
            if (fields.size() == MOST_FIELDS) {
                throw Problem.unreadable();
            }
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badPercent) {
            throw Problem.unreadable();
        }
    }
}
