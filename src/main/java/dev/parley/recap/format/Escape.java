package dev.parley.recap.format;

import dev.parley.recap.Link;

/** Writes people's words so that they are words and not markup. */
public final class Escape {

    private static final String MARKS = "\\`*_[]<>&~|";

    private Escape() {}

    /** One line of light Markdown; addresses of the web stay addresses. */
    public static String markdown(String words) {
        String line = Plain.isolated(words);
        StringBuilder escaped = new StringBuilder(line.length() + 16);
        int from = 0;
        for (Link link : Link.in(line)) {
            marks(line.substring(from, link.start()), escaped);
            escaped.append('<').append(link.url()).append('>');
            from = link.end();
        }
        marks(line.substring(from), escaped);
        return begun(escaped);
    }

    /** One line of light Markdown in which nothing is an address, for names and headings. */
    public static String heading(String words) {
        StringBuilder escaped = new StringBuilder();
        marks(Plain.isolated(words), escaped);
        return begun(escaped);
    }

    private static void marks(String words, StringBuilder escaped) {
        for (int at = 0; at < words.length(); at++) {
            char c = words.charAt(at);
            if (MARKS.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
    }

    /** What makes a heading, a list or a line only where a line begins. */
    private static String begun(StringBuilder line) {
        int digits = 0;
        while (digits < line.length() && Character.isDigit(line.charAt(digits))) {
            digits++;
        }
        if (digits > 0 && digits < line.length() && ".)".indexOf(line.charAt(digits)) >= 0) {
            line.insert(digits, '\\');
        } else if (!line.isEmpty() && "#+-=".indexOf(line.charAt(0)) >= 0) {
            line.insert(0, '\\');
        }
        return line.toString();
    }

    /** Text of XML or HTML, also within an attribute. */
    static String xml(String words) {
        StringBuilder escaped = new StringBuilder(words.length() + 16);
        for (int at = 0; at < words.length(); at++) {
            char c = words.charAt(at);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
