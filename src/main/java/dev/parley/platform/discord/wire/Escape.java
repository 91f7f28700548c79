package dev.parley.platform.discord.wire;

/** Writes words so that Discord shows them as they are. */
final class Escape {
    /** What is markup anywhere. A mention is no ping anyway, since nothing of ours may ping; escaped, it does not look like one. */
    private static final String ANYWHERE = "\\*_~|`[]<@";

    /** What is markup where a line begins. */
    private static final String AT_BEGIN = ">#-+";

    private static final int MOST_DIGITS = 9;

    /** How much of a line has been written; negative once it cannot become the number of an item any more. */
    private int digits;

    /** A line begins. */
    void line() {
        digits = 0;
    }

    /** Something else than a letter is written. */
    void other() {
        digits = -1;
    }

    /** The next letter of the line. What begins like "12. " is no item of a list: those are written elsewhere. */
    String letter(String letter) {
        boolean begins = digits == 0;
        boolean number = digits > 0 && digits <= MOST_DIGITS && letter.equals(".");
        digits = digits >= 0 && isDigit(letter) ? digits + 1 : -1;
        boolean mark = letter.length() == 1 && (ANYWHERE.contains(letter) || begins && AT_BEGIN.contains(letter));
        return mark || number ? "\\" + letter : letter;
    }

    private static boolean isDigit(String letter) {
        return letter.length() == 1 && letter.charAt(0) >= '0' && letter.charAt(0) <= '9';
    }
}
