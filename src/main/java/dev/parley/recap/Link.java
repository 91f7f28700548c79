package dev.parley.recap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A web address in a text. Only http and https are addresses here; one that was cut off ({@code https://example.org/lo…}) is none.
 *
 * @param start where it begins, in UTF-16 units
 * @param end where it ends, exclusive
 * @param url the address as typed
 * @param host its host in small letters
 */
public record Link(int start, int end, String url, String host) {

    private static final String CLOSING = ".,;:!?'\"*_~’”»";

    /** The addresses in a text, in order. */
    public static List<Link> in(String text) {
        List<Link> links = new ArrayList<>();
        int at = text.indexOf("://");
        while (at >= 0) {
            int start = schemeStart(text, at);
            int end = end(text, at + 3);
            if (start >= 0 && !cutOff(text, end)) {
                String host = host(text.substring(at + 3, end));
                if (!host.isEmpty()) {
                    links.add(new Link(start, end, text.substring(start, end), host));
                }
            }
            at = text.indexOf("://", Math.max(end, at + 3));
        }
        return links;
    }

    /** Whether a text as a whole is such an address. */
    public static boolean is(String text) {
        List<Link> links = in(text);
        return links.size() == 1
                && links.getFirst().start() == 0
                && links.getFirst().end() == text.length();
    }

    private static int schemeStart(String text, int colon) {
        for (String scheme : List.of("https", "http")) {
            int start = colon - scheme.length();
            if (start >= 0
                    && text.regionMatches(true, start, scheme, 0, scheme.length())
                    && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))) {
                return start;
            }
        }
        return -1;
    }

    private static int end(String text, int from) {
        int end = from;
        int open = 0;
        while (end < text.length() && belongs(text.charAt(end))) {
            char c = text.charAt(end);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open < 0) {
                break;
            }
            end++;
        }
        while (end > from && CLOSING.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean belongs(char c) {
        return c > ' '
                && c != '<'
                && c != '>'
                && c != '"'
                && c != '`'
                && c != '|'
                && c != '\\'
                && c != '…'
                && !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT;
    }

    private static boolean cutOff(String text, int end) {
        return end < text.length() && text.charAt(end) == '…' || text.startsWith("...", end);
    }

    private static String host(String rest) {
        int end = 0;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String authority = rest.substring(0, end);
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int port = host.indexOf(':');
        host = (port < 0 ? host : host.substring(0, port)).toLowerCase(Locale.ROOT);
        boolean named = host.indexOf('.') > 0
                && !host.endsWith(".")
                && host.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-' || c > 0x7f);
        return named ? host : "";
    }

    /** The same for two spellings of one address: scheme, letter case of the host and a slash at the end make no difference. */
    String key() {
        int path = url.indexOf("://") + 3;
        String rest = url.substring(path);
        int hostEnd = 0;
        while (hostEnd < rest.length() && "/?#".indexOf(rest.charAt(hostEnd)) < 0) {
            hostEnd++;
        }
        String key = rest.substring(0, hostEnd).toLowerCase(Locale.ROOT) + rest.substring(hostEnd);
        return key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
    }
}
