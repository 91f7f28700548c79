package dev.parley.setup;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the right word that is nearest to a wrong one. */
final class Nearest {

    private static final int LONGEST = 60;

    private Nearest() {}

    /** The word that was probably meant; empty where none is near. */
    static Optional<String> to(String wrong, Collection<String> right) {
        String plain = plain(wrong);
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return Optional.empty();
        }
        return right.stream()
                .filter(word -> distance(plain, plain(word)) <= Math.max(1, plain.length() / 3)
                        || plain.length() > 1 && plain(word).startsWith(plain))
                .min(Comparator.<String>comparingInt(word -> distance(plain, plain(word)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** "The nearest is …", or what there is to choose from. */
    static String remedy(String wrong, Collection<String> right) {
        return to(wrong, right)
                .map(word -> "The nearest is \"" + word + "\".")
                .orElseGet(() -> "Use one of: " + String.join(", ", right) + ".");
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[-_ .]", "");
    }

    /** How many letters must be changed, left out, put in or swapped with their neighbour. */
    private static int distance(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : step(one, other, steps, i, j);
            }
        }
        return steps[one.length()][other.length()];
    }

    private static int step(String one, String other, int[][] steps, int i, int j) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(steps[i - 1][j - 1] + change, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
    }
}
