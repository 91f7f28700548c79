package dev.parley.coaching.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The best duos (and one triad) of all that there are, for few people: the best for each set of people is found once, and a larger set is
 * a group with somebody in it and the best for the rest.
 */
final class EveryWay {

    /** A quarter of a million sets, forty million steps. */
    static final int MOST = 18;

    private static final long UNKNOWN = -1;

    private final Ties ties;
    private final long[] burdens;
    private final int[] firsts;

    private EveryWay(Ties ties) {
        this.ties = ties;
        this.burdens = new long[1 << ties.size()];
        this.firsts = new int[1 << ties.size()];
        Arrays.fill(burdens, UNKNOWN);
    }

    /** The best groups; empty where there are none. At most {@link #MOST} people. */
    static Optional<Solution> best(Ties ties) {
        EveryWay ways = new EveryWay(ties);
        int all = (1 << ties.size()) - 1;
        if (all == 0 || ways.burden(all) >= Ties.UNBEARABLE) {
            return Optional.empty();
        }
        List<int[]> groups = new ArrayList<>();
        for (int left = all; left != 0; left &= ~ways.firsts[left]) {
            groups.add(members(ways.firsts[left]));
        }
        return Optional.of(Solution.best(groups, ways.burden(all)));
    }

    private static int[] members(int set) {
        int[] members = new int[Integer.bitCount(set)];
        int left = set;
        for (int i = 0; i < members.length; i++) {
            members[i] = Integer.numberOfTrailingZeros(left);
            left &= left - 1;
        }
        return members;
    }

    private long burden(int set) {
        if (set == 0) {
            return 0;
        }
        if (burdens[set] == UNKNOWN) {
            burdens[set] = Ties.UNBEARABLE;
            int first = Integer.numberOfTrailingZeros(set);
            int rest = set & ~(1 << first);
            for (int others = rest; others != 0; others &= others - 1) {
                int second = Integer.numberOfTrailingZeros(others);
                with(set, (1 << first) | (1 << second), ties.burden(first, second));
                if (Integer.bitCount(set) % 2 == 1) {
                    triads(set, first, second, others & (others - 1));
                }
            }
        }
        return burdens[set];
    }

    private void triads(int set, int first, int second, int thirds) {
        for (int others = thirds; others != 0; others &= others - 1) {
            int third = Integer.numberOfTrailingZeros(others);
            with(set, (1 << first) | (1 << second) | (1 << third), ties.burden(first, second, third));
        }
    }

    private void with(int set, int group, long burden) {
        if (burden >= burdens[set]) {
            return;
        }
        long whole = Math.min(Ties.UNBEARABLE, burden + burden(set & ~group));
        if (whole < burdens[set]) {
            burdens[set] = whole;
            firsts[set] = group;
        }
    }
}
