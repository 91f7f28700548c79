package dev.parley.platform.slack.wire;

import java.util.function.UnaryOperator;

/**
 * What people wrote as people see it. Slack writes people, channels, dates and addresses between angle brackets, and the three characters
 * that this takes as entities; marks for emphasis stay what they are.
 */
public final class PlainText {
    private PlainText() {}

    /**
     * The text as it is seen.
     *
     * @param slack as Slack writes it
     * @param names what a user is called, by their id; empty where that is not known
     */
    public static String of(String slack, UnaryOperator<String> names) {
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (true) {
            int open = slack.indexOf('<', at);
            int close = open < 0 ? -1 : slack.indexOf('>', open);
            if (close < 0) {
                return plain.append(unescaped(slack.substring(at))).toString();
            }
            plain.append(unescaped(slack.substring(at, open)));
            plain.append(bracketed(unescaped(slack.substring(open + 1, close)), names));
            at = close + 1;
        }
    }

    private static String bracketed(String inner, UnaryOperator<String> names) {
        int bar = inner.indexOf('|');
        String what = bar < 0 ? inner : inner.substring(0, bar);
        String label = bar < 0 ? "" : inner.substring(bar + 1);
        if (what.startsWith("@")) {
            String name = label.isEmpty() ? names.apply(what.substring(1)) : label;
            return "@" + (name.isEmpty() ? what.substring(1) : name);
        }
        if (what.startsWith("#")) {
            return "#" + (label.isEmpty() ? what.substring(1) : label);
        }
        if (what.startsWith("!")) {
            return special(what.substring(1), label);
        }
        return address(what, label);
    }

    /** {@code <!here>}, {@code <!subteam^S1|@team>}, {@code <!date^…|words>}. */
    private static String special(String what, String label) {
        if (!label.isEmpty()) {
            return label;
        }
        int caret = what.indexOf('^');
        return "@" + (caret < 0 ? what : what.substring(0, caret));
    }

    /** An address that says the same as its words is told once. */
    private static String address(String address, String words) {
        if (words.isEmpty()) {
            return address.startsWith("mailto:") ? address.substring("mailto:".length()) : address;
        }
        return address.endsWith(words) ? address.startsWith("mailto:") ? words : address : words + " (" + address + ")";
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
