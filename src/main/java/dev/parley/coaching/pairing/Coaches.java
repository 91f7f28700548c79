package dev.parley.coaching.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Gives each partner a coach, as well as can be done: first so that as few coaches as possible have nobody, then with the fewest repeats, the
 * fewest ungranted wishes, and evenly. A flow of least cost, by the cheapest path for one partner after another: what a coach's next
 * partner costs never falls, so each step is the best for those who have been placed, and so is the last.
 */
final class Coaches {

    private static final int NOBODY = -1;
    private static final long NO_WAY = Long.MAX_VALUE / 4;
    private static final long FIRST_PARTNER = 1L << 57;
    private static final int EVENNESS_BITS = 22;
    private static final int ASKED_BITS = 13;

    /** Levels of partners (rows) with coaches (columns). */
    private final int[][] levels;

    private final int[] limits;
    private final int[] hardLimits;
    private final List<List<Integer>> partners = new ArrayList<>();
    private final int[] coachOf;

    // The cheapest way to place one partner with each coach: who moves there, and from whom.
    private final long[] costs;
    private final int[] moved;
    private final boolean[] changed;

    /**
     * @param limits how many partners each coach is to have at most
     * @param hard whether the limit of each is kept; one that is not weighs like a repeat for each partner above it
     */
    Coaches(int[][] levels, int[] limits, boolean[] hard) {
        this.levels = levels;
        this.limits = limits;
        this.hardLimits = new int[limits.length];
        this.coachOf = new int[levels.length];
        this.costs = new long[limits.length];
        this.moved = new int[limits.length];
        this.changed = new boolean[limits.length];
        Arrays.fill(coachOf, NOBODY);
        for (int coach = 0; coach < limits.length; coach++) {
            hardLimits[coach] = hard[coach] ? limits[coach] : Integer.MAX_VALUE;
            partners.add(new ArrayList<>());
        }
    }

    /** The coach of each partner; empty where somebody would be left out. */
    Optional<int[]> assign() {
        for (int partner = 0; partner < levels.length; partner++) {
            int last = cheapest(partner);
            if (last == NOBODY) {
                return Optional.empty();
            }
            place(last);
        }
        return Optional.of(coachOf);
    }

    /** The coach at whom the cheapest way ends that places one more partner. */
    private int cheapest(int partner) {
        Arrays.fill(moved, NOBODY);
        Arrays.fill(costs, NO_WAY);
        relax(partner, 0);
        for (int coach = cheapestChanged(); coach != NOBODY; coach = cheapestChanged()) {
            changed[coach] = false;
            for (int other : partners.get(coach)) {
                relax(other, costs[coach] - cost(other, coach));
            }
        }
        return cheapestEnd();
    }

    /** The next to look on from; the cheapest first, so that hardly any is looked on from twice. */
    private int cheapestChanged() {
        int cheapest = NOBODY;
        for (int coach = 0; coach < costs.length; coach++) {
            if (changed[coach] && (cheapest == NOBODY || costs[coach] < costs[cheapest])) {
                cheapest = coach;
            }
        }
        return cheapest;
    }

    private int cheapestEnd() {
        int best = NOBODY;
        for (int coach = 0; coach < costs.length; coach++) {
            if (costs[coach] < NO_WAY
                    && partners.get(coach).size() < hardLimits[coach]
                    && (best == NOBODY || costs[coach] + next(coach) < costs[best] + next(best))) {
                best = coach;
            }
        }
        return best;
    }

    /** Looks whether it is cheaper than what is known to let a partner, who can leave for so much, go to each coach. */
    private void relax(int partner, long before) {
        for (int coach = 0; coach < costs.length; coach++) {
            if (levels[partner][coach] != Ties.APART && before + cost(partner, coach) < costs[coach]) {
                costs[coach] = before + cost(partner, coach);
                moved[coach] = partner;
                changed[coach] = true;
            }
        }
    }

    private long cost(int partner, int coach) {
        int level = levels[partner][coach];
        return repeats(level / Ties.MET) + ((long) (level % Ties.MET) << EVENNESS_BITS);
    }

    private static long repeats(int many) {
        return (long) many << (EVENNESS_BITS + ASKED_BITS);
    }

    /** What one more partner of a coach costs, whoever it is. */
    private long next(int coach) {
        int many = partners.get(coach).size();
        return many + (many < limits[coach] ? 0 : repeats(1)) - (many == 0 ? FIRST_PARTNER : 0);
    }

    /** Moves everybody along the way that ends at a coach. */
    private void place(int last) {
        int coach = last;
        while (coach != NOBODY) {
            int partner = moved[coach];
            int from = coachOf[partner];
            if (from != NOBODY) {
                partners.get(from).remove((Integer) partner);
            }
            partners.get(coach).add(partner);
            coachOf[partner] = coach;
            coach = from;
        }
    }
}
