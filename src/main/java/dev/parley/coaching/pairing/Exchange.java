package dev.parley.coaching.pairing;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes groups better by letting two of them exchange members, again and again. Of exchanges that change nothing one is made now
 * and then, so that it does not get stuck at the first hollow. Ends when nothing is left to gain or after a bounded number of steps.
 */
final class Exchange {

    private final Ties ties;
    private final List<int[]> groups;
    private final long least;
    private final Draw draw;
    private long burden;
    private int looks;

    /**
     * @param groups are changed
     * @param least a burden below which nothing can be
     */
    Exchange(Ties ties, List<int[]> groups, long least, Draw draw) {
        this.ties = ties;
        this.groups = groups;
        this.least = least;
        this.draw = draw;
        this.burden = groups.stream().mapToLong(ties::burden).sum();
    }

    /**
     * Exchanges; the burden that is left.
     *
     * @param most how often two groups are looked at, at most
     */
    long improve(int most) {
        looks = 0;
        while (burden > least && looks < most) {
            List<Integer> burdened = burdened();
            exchange(burdened.get(draw.below(burdened.size())));
        }
        return burden;
    }

    private List<Integer> burdened() {
        List<Integer> burdened = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            if (ties.burden(groups.get(i)) > 0) {
                burdened.add(i);
            }
        }
        looks += groups.size();
        return burdened;
    }

    /** The best exchange of one group with any other; among equal ones, one at random. */
    private void exchange(int one) {
        int with = -1;
        int[][] best = {};
        long gain = 0;
        int equals = 0;
        for (int other = 0; other < groups.size(); other++) {
            if (other == one) {
                continue;
            }
            long now = ties.burden(groups.get(one)) + ties.burden(groups.get(other));
            for (int[][] way : ways(groups.get(one), groups.get(other))) {
                long won = now - ties.burden(way[0]) - ties.burden(way[1]);
                equals = won > gain ? 1 : won == gain ? equals + 1 : equals;
                if (won > gain || won == gain && draw.below(equals) == 0) {
                    gain = won;
                    with = other;
                    best = way;
                }
            }
            looks++;
        }
        if (with >= 0) {
            groups.set(one, best[0]);
            groups.set(with, best[1]);
            burden -= gain;
        }
        looks++;
    }

    /** Every other way to make two groups of the same people: a member for a member, or two of a triad become the duo. */
    private static List<int[][]> ways(int[] one, int[] other) {
        List<int[][]> ways = new ArrayList<>();
        boolean duos = one.length == 2 && other.length == 2;
        for (int i = 0; i < (duos ? 1 : one.length); i++) {
            for (int j = 0; j < other.length; j++) {
                int[] left = one.clone();
                int[] right = other.clone();
                left[i] = other[j];
                right[j] = one[i];
                ways.add(new int[][] {left, right});
            }
        }
        if (one.length > other.length) {
            divided(one, other).forEach(way -> ways.add(new int[][] {way[1], way[0]}));
        } else if (other.length > one.length) {
            ways.addAll(divided(other, one));
        }
        return ways;
    }

    /** A duo of a triad, and a triad of the duo and whoever is left. */
    private static List<int[][]> divided(int[] triad, int[] duo) {
        return List.of(
                new int[][] {{triad[0], triad[1]}, {duo[0], duo[1], triad[2]}},
                new int[][] {{triad[0], triad[2]}, {duo[0], duo[1], triad[1]}},
                new int[][] {{triad[1], triad[2]}, {duo[0], duo[1], triad[0]}});
    }
}
