package dev.parley.coaching.pairing;

import dev.parley.coaching.pairing.Proposal.Figure;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** What no round of some people can be below. */
final class Bound {

    private final Ties ties;
    private final Heights heights;
    private final int repeats;
    private final int ungranted;

    /**
     * A bound for people of whom there is a round.
     *
     * @param repeats how many repeats there are in any round, as far as that is known already
     */
    Bound(Ties ties, Heights heights, int repeats) {
        this.ties = ties;
        this.heights = heights;
        this.repeats = Math.max(repeats, heights.least(step -> step * Ties.MET) + besides(level -> level / Ties.MET));
        this.ungranted = this.repeats == 0 ? ungrantedWithoutRepeats() : ungrantedAtAll();
    }

    /** The least burden. */
    long burden() {
        return Ties.burden(repeats * Ties.MET) + ungranted;
    }

    /** The repeats in a burden, and the least. */
    Figure repeats(long burden) {
        return new Figure(Ties.repeats(burden), repeats);
    }

    /** What is ungranted in a burden, and the least of rounds with as few repeats. */
    Figure ungranted(long burden) {
        int met = Ties.repeats(burden);
        return new Figure(
                Ties.ungranted(burden), met == 0 ? ungranted : Math.max(ungrantedAtAll(), ungrantedBeside(met)));
    }

    /** Of pairs that are not below a level of those who have not met, no more than the repeats can be of others. */
    private int ungrantedBeside(int met) {
        return IntStream.range(1, Ties.MET)
                .map(step -> Math.max(0, heights.missing(step) - met))
                .sum();
    }

    private int ungrantedWithoutRepeats() {
        return heights.least(step -> step) + besides(level -> Math.min(level, Ties.MET));
    }

    private int ungrantedAtAll() {
        Heights alone = new Heights(ties.with(level -> level % Ties.MET));
        return alone.least(step -> step) + besides(level -> level % Ties.MET);
    }

    /** A triad is a pair and somebody who meets both: what these two ties have at least of something. */
    private int besides(IntUnaryOperator part) {
        return ties.size() % 2 == 0
                ? 0
                : IntStream.range(0, ties.size())
                        .map(third -> twoLeast(third, part))
                        .min()
                        .orElse(0);
    }

    private int twoLeast(int third, IntUnaryOperator part) {
        int[] levels = ties.of(third);
        int[] two = IntStream.range(0, levels.length)
                .filter(other -> other != third && levels[other] != Ties.APART)
                .map(other -> part.applyAsInt(levels[other]))
                .sorted()
                .limit(2)
                .toArray();
        return two.length < 2 ? Integer.MAX_VALUE : two[0] + two[1];
    }
}
