package dev.parley.coaching.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Duos (and one triad) of more people than every way can be tried for. A matching of least weight over the two million ties of
 * 2,000 people is heavy, and its weights are hardly ever needed: nearly all ties are of the lowest level. So pairs are matched
 * height by height, without weights. That finds a round without repeats wherever there is one, tells whether there is any round at
 * all, and bounds what a round can be; what is left above the bound is made smaller by exchanges.
 */
final class ManyPeople {

    /** How often two groups are looked at for exchanges: about a second. */
    private static final int MOST_LOOKS = 3_000_000;

    /** Where people are few, so often for each two of them. */
    private static final int LOOKS_AT_TWO = 100;

    /** How many triads are tried where people are odd in number. */
    private static final int TRIADS = 12;

    private final Ties ties;
    private final Draw draw;
    private final int looks;
    private final Heights heights;

    private ManyPeople(Ties ties, Draw draw, int looks) {
        this.ties = ties;
        this.draw = draw;
        this.looks = looks;
        this.heights = new Heights(ties);
    }

    /** Good groups, without repeats wherever there are such; empty where there are no groups at all. */
    static Optional<Solution> find(Ties ties, Draw draw) {
        int looks = Math.min(MOST_LOOKS / ties.size(), LOOKS_AT_TWO * ties.size()) * ties.size();
        Ties amongNew = ties.with(level -> level < Ties.MET ? level : Ties.APART);
        return new ManyPeople(amongNew, draw, looks).find(0).or(() -> new ManyPeople(ties, draw, looks).find(1));
    }

    /** Any groups; empty where there are none at all. Much quicker. */
    static Optional<Solution> findAny(Ties ties, Draw draw) {
        return new ManyPeople(ties, draw, 0).find(0);
    }

    /** Good groups, where so many repeats are known to be in any. */
    private Optional<Solution> find(int repeats) {
        List<List<int[]>> beginnings = beginnings();
        if (beginnings.isEmpty()) {
            return Optional.empty();
        }
        Bound bound = new Bound(ties, heights, repeats);
        for (List<int[]> groups : beginnings) {
            new Exchange(ties, groups, bound.burden(), draw).improve(looks / TRIADS);
        }
        List<int[]> best =
                beginnings.stream().min(Comparator.comparingLong(this::burden)).orElseThrow();
        long burden = new Exchange(ties, best, bound.burden(), draw).improve(looks);
        return Optional.of(new Solution(best, bound.repeats(burden), bound.ungranted(burden)));
    }

    private long burden(List<int[]> groups) {
        return groups.stream().mapToLong(ties::burden).sum();
    }

    /** Groups to begin with; none where there are no groups at all. */
    private List<List<int[]>> beginnings() {
        if (ties.size() < 2 || !heights.isEnough()) {
            return List.of();
        }
        if (ties.size() % 2 == 0) {
            return List.of(pairs(heights.matching()));
        }
        List<List<int[]>> beginnings = new ArrayList<>();
        for (int i = 0; i < TRIADS; i++) {
            around(cheapTriad()).ifPresent(beginnings::add);
        }
        return beginnings.isEmpty() ? any() : beginnings;
    }

    private List<int[]> pairs(Matching matching) {
        List<int[]> pairs = new ArrayList<>();
        for (int person = 0; person < ties.size(); person++) {
            if (matching.mate(person) > person) {
                pairs.add(new int[] {person, matching.mate(person)});
            }
        }
        return pairs;
    }

    /** A triad, and pairs of all others; empty where there is no such round. */
    private Optional<List<int[]>> around(int... triad) {
        if (ties.burden(triad) >= Ties.UNBEARABLE) {
            return Optional.empty();
        }
        Heights others = new Heights(ties, triad);
        if (!others.isEnough()) {
            return Optional.empty();
        }
        List<int[]> groups = pairs(others.matching());
        groups.add(triad);
        return Optional.of(groups);
    }

    /** Somebody at random, with the two who suit best. */
    private int[] cheapTriad() {
        int first = draw.below(ties.size());
        int second = best(first);
        return new int[] {first, second, best(first, second)};
    }

    private int best(int... with) {
        return IntStream.range(0, ties.size())
                .filter(person -> Arrays.stream(with).noneMatch(other -> other == person))
                .boxed()
                .min(Comparator.comparingLong(person -> Arrays.stream(with)
                        .mapToLong(other -> ties.burden(person, other))
                        .sum()))
                .orElseThrow();
    }

    /**
     * The first triad of all that leaves pairs for everybody else. Each of its three could be the one left alone beside pairs of the
     * others, so only those come into question who can be: nobody, where somebody must not meet anyone.
     */
    private List<List<int[]>> any() {
        for (int level : ties.present()) {
            heights.matching().raise(level);
        }
        int[] candidates = heights.matching().replaceable();
        for (int i = 0; i < candidates.length; i++) {
            for (int j = 0; j < i; j++) {
                for (int k = 0; k < j; k++) {
                    Optional<List<int[]>> groups = around(candidates[i], candidates[j], candidates[k]);
                    if (groups.isPresent()) {
                        return List.of(groups.get());
                    }
                }
            }
        }
        return List.of();
    }
}
