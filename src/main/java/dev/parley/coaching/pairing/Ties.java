package dev.parley.coaching.pairing;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * What speaks against each two people meeting, as a level: how often they have met, and within that, how much of what was asked is
 * not so of them. The higher level of two is always the worse one. People are numbers from 0 here.
 */
final class Ties {

    /** The level of two who must not meet. */
    static final int APART = Integer.MAX_VALUE;

    /** One meeting weighs more than all that can be asked. */
    static final int MET = 4;

    /** The burden of a group in which two must not meet; two of them can be added. */
    static final long UNBEARABLE = Long.MAX_VALUE / 4;

    /** All ungranted wishes of 2,000 people together weigh less than one repeat. */
    private static final int REPEAT_BITS = 32;

    private final int[][] levels;

    private Ties(int[][] levels) {
        this.levels = levels;
    }

    /** Ties with these levels: as many rows as columns, the same from both sides. */
    static Ties of(int[][] levels) {
        return new Ties(levels);
    }

    /** The ties among people of a round. */
    static Ties of(List<Person> people, Round round) {
        int[][] levels = new int[people.size()][people.size()];
        Map<String, Integer> numbers = numbers(people);
        for (Set<String> group : round.earlier()) {
            int[] met = group.stream()
                    .filter(numbers::containsKey)
                    .mapToInt(numbers::get)
                    .toArray();
            for (int one : met) {
                for (int other : met) {
                    levels[one][other] += MET;
                }
            }
        }
        round.asked().forEach((trait, mixing) -> ask(trait, mixing, people, levels));
        keepApart(round.apart(), numbers, APART, levels);
        return new Ties(levels);
    }

    /** Ties that know wishes alone: two who must not meet, by a wish that is kept, or by one that weighs like having met. */
    static Ties of(List<Person> people, Collection<Wish> kept, Collection<Wish> loose) {
        int[][] levels = new int[people.size()][people.size()];
        Map<String, Integer> numbers = numbers(people);
        keepApart(loose, numbers, MET, levels);
        keepApart(kept, numbers, APART, levels);
        return new Ties(levels);
    }

    private static Map<String, Integer> numbers(List<Person> people) {
        Map<String, Integer> numbers = new HashMap<>();
        people.forEach(person -> numbers.put(person.name(), numbers.size()));
        return numbers;
    }

    private static void ask(Trait trait, Mixing mixing, List<Person> people, int[][] levels) {
        for (int one = 0; one < levels.length; one++) {
            for (int other = 0; other < levels.length; other++) {
                levels[one][other] += mixing.granted(trait, people.get(one), people.get(other)) ? 0 : 1;
            }
        }
    }

    private static void keepApart(
            Collection<? extends Wish> wishes, Map<String, Integer> numbers, int level, int[][] levels) {
        for (Wish wish : wishes) {
            if (wish instanceof Wish.Apart(String one, String other)) {
                int first = requireNonNull(numbers.get(one));
                int second = requireNonNull(numbers.get(other));
                levels[first][second] = level;
                levels[second][first] = level;
            }
        }
    }

    /** How many people there are. */
    int size() {
        return levels.length;
    }

    /** The level of two people; senseless of one and the same. */
    int level(int one, int other) {
        return levels[one][other];
    }

    /** The levels of one person with each. */
    int[] of(int one) {
        return levels[one];
    }

    /** The levels of any two who may meet, from the lowest. */
    int[] present() {
        BitSet present = new BitSet();
        for (int one = 0; one < levels.length; one++) {
            for (int other = 0; other < one; other++) {
                if (levels[one][other] != APART) {
                    present.set(levels[one][other]);
                }
            }
        }
        return present.stream().toArray();
    }

    /** The same people with other levels; two who must not meet still must not. */
    Ties with(IntUnaryOperator change) {
        return new Ties(Arrays.stream(levels)
                .map(row -> Arrays.stream(row)
                        .map(level -> level == APART ? APART : change.applyAsInt(level))
                        .toArray())
                .toArray(int[][]::new));
    }

    /** What speaks against a group as a whole; such figures can be added and compared. */
    long burden(int... group) {
        long burden = 0;
        for (int i = 0; i < group.length; i++) {
            for (int j = 0; j < i; j++) {
                if (levels[group[i]][group[j]] == APART) {
                    return UNBEARABLE;
                }
                burden += burden(levels[group[i]][group[j]]);
            }
        }
        return burden;
    }

    /** What a level adds to a burden. */
    static long burden(int level) {
        return ((long) (level / MET) << REPEAT_BITS) + level % MET;
    }

    /** How many repeats are in a burden. */
    static int repeats(long burden) {
        return (int) (burden >> REPEAT_BITS);
    }

    /** How many wishes that are not granted are in a burden. */
    static int ungranted(long burden) {
        return (int) burden;
    }
}
