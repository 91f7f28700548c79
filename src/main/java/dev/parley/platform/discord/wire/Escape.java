package dev.parley.platform.discord.wire;

import java.util.List;

/** Writes words so that Discord shows them as they are. */
final class Escape {
    /** What is markup anywhere. A mention is no ping anyway, since nothing of ours may ping; escaped, it does not look like one. */
    private static final String ANYWHERE = "\\*_~|`[]<@";

    /** What is markup where a line begins. */
    private static final String AT_BEGIN = ">#-+";

    private Escape() {}

    static String letter(String letter, boolean beginsLine) {
        boolean mark = letter.length() == 1 && (ANYWHERE.contains(letter) || beginsLine && AT_BEGIN.contains(letter));
        return mark ? "\\" + letter : letter;
    }

    /** A paragraph that begins like "12. " is not an item of a list: those are written elsewhere. */
    static void listNumber(List<Unit> units) {
        int at = 0;
        while (at < units.size() && at < 10 && isDigit(units.get(at).shown())) {
            at++;
        }
        if (at > 0 && at < units.size() && units.get(at).shown().equals(".")) {
            units.set(at, new Unit("\\.", units.get(at).pause(), units.get(at).marks()));
        }
    }

    private static boolean isDigit(String shown) {
        return shown.length() == 1 && shown.charAt(0) >= '0' && shown.charAt(0) <= '9';
    }
}
