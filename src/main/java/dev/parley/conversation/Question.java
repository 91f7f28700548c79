package dev.parley.conversation;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * A question of a script.
 *
 * @param number from 1, as people label their answers
 * @param text what is asked, as light Markdown
 * @param planned how long it is meant to stay open in a chat of the script's own length; only the proportion between
 *     questions counts when a chat is shorter or starts late
 */
public record Question(int number, String text, Duration planned) {
    private static final int HIGHEST = 99;

    /** The number of a question as people write it: {@code Q3}, {@code a3} or {@code 3}; empty for anything else. */
    public static Optional<Integer> number(String wish) {
        String label = wish.strip().toLowerCase(Locale.ROOT);
        String digits = label.startsWith("q") || label.startsWith("a") ? label.substring(1) : label;
        boolean number =
                !digits.isEmpty() && digits.length() <= 2 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number
                ? Optional.of(Integer.valueOf(digits)).filter(one -> one >= 1 && one <= HIGHEST)
                : Optional.empty();
    }
}
