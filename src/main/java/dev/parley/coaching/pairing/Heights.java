package dev.parley.coaching.pairing;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * As many pairs as possible at every height, from the lowest, until nobody (or one, where they are odd in number) is alone. It is a
 * good beginning, and a bound: if at most p of m pairs can be below a level, then m - p of any m pairs are not, at each level anew.
 */
final class Heights {

    private final int wanted;
    private final Matching matching;
    private final NavigableMap<Integer, Integer> pairs = new TreeMap<>();

    Heights(Ties ties, int... absent) {
        this.wanted = (ties.size() - absent.length) / 2;
        this.matching = new Matching(ties, absent);
        for (int level : ties.present()) {
            matching.raise(level);
            pairs.put(level, matching.pairs());
            if (isEnough()) {
                break;
            }
        }
    }

    /** Whether nobody, or one of an odd number, is alone. */
    boolean isEnough() {
        return matching.pairs() == wanted;
    }

    /** The pairs at the end. */
    Matching matching() {
        return matching;
    }

    /** What the steps of all pairs add up to at least; steps begin at these levels, one after another. Only where there is enough. */
    int least(IntUnaryOperator beginnings) {
        int least = 0;
        for (int step = 1; missing(beginnings.applyAsInt(step)) > 0; step++) {
            least += missing(beginnings.applyAsInt(step));
        }
        return least;
    }

    /** How many pairs at least are not below a level. */
    int missing(int level) {
        return wanted
                - (pairs.lowerEntry(level) == null ? 0 : pairs.lowerEntry(level).getValue());
    }
}
