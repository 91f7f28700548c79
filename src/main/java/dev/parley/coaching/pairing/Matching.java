package dev.parley.coaching.pairing;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * As many pairs as possible among people whose level is not above some height, nobody in two of them: Edmonds' blossoms (1965), on rows
 * of levels. Raising the height keeps everybody who has a partner paired. A search that fails leaves a tree in which no later search of the same height
 * can succeed either; leaving it out keeps 2,000 people within a second.
 */
final class Matching {

    private static final int NOBODY = -1;

    private final Ties ties;
    private final boolean[] absent;
    private final int[] mates;
    private final boolean[] done;

    // One search: alternating trees from a person without a partner.
    private final boolean[] outer;
    private final int[] parents;
    private final int[] bases;
    private final boolean[] inBlossom;
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private int height;

    /** Pairs nobody yet. Absent people stay alone. */
    Matching(Ties ties, int... absent) {
        int size = ties.size();
        this.ties = ties;
        this.absent = new boolean[size];
        this.mates = new int[size];
        this.done = new boolean[size];
        this.outer = new boolean[size];
        this.parents = new int[size];
        this.bases = new int[size];
        this.inBlossom = new boolean[size];
        Arrays.fill(mates, NOBODY);
        for (int person : absent) {
            this.absent[person] = true;
        }
    }

    /** Pairs as many as possible up to a level. */
    void raise(int level) {
        height = level;
        System.arraycopy(absent, 0, done, 0, done.length);
        for (int person = 0; person < mates.length; person++) {
            if (mates[person] == NOBODY && !done[person]) {
                pairWithAnybodyFree(person);
            }
        }
        for (int person = 0; person < mates.length; person++) {
            if (mates[person] == NOBODY && !done[person]) {
                augment(search(person));
            }
        }
    }

    /** The partner of a person; negative where there is none. */
    int mate(int person) {
        return mates[person];
    }

    /** How many pairs there are. */
    int pairs() {
        return (int) Arrays.stream(mates).filter(mate -> mate != NOBODY).count() / 2;
    }

    /** Whether nobody who is present is alone. */
    boolean isPerfect() {
        for (int person = 0; person < mates.length; person++) {
            if (mates[person] == NOBODY && !absent[person]) {
                return false;
            }
        }
        return true;
    }

    /** Who could be left alone instead of the one person who is, with as many pairs. Only where exactly one is alone. */
    int[] replaceable() {
        System.arraycopy(absent, 0, done, 0, done.length);
        for (int person = 0; person < mates.length; person++) {
            if (mates[person] == NOBODY && !absent[person]) {
                search(person);
            }
        }
        int[] found = new int[outer.length];
        int count = 0;
        for (int person = 0; person < outer.length; person++) {
            if (outer[person]) {
                found[count++] = person;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private void pairWithAnybodyFree(int person) {
        int[] levels = ties.of(person);
        for (int other = 0; other < levels.length; other++) {
            if (mates[other] == NOBODY && other != person && levels[other] <= height && !done[other]) {
                mates[person] = other;
                mates[other] = person;
                return;
            }
        }
    }

    /** Turns a path round: who was paired along it with the one is paired with the other. */
    private void augment(int end) {
        int person = end;
        while (person != NOBODY) {
            int before = parents[person];
            int next = mates[before];
            mates[person] = before;
            mates[before] = person;
            person = next;
        }
    }

    /** Looks for a path to another person without a partner; its end, or nobody. */
    private int search(int root) {
        Arrays.fill(outer, false);
        Arrays.fill(parents, NOBODY);
        Arrays.setAll(bases, person -> person);
        waiting.clear();
        visit(root);
        while (!waiting.isEmpty()) {
            int end = spread(waiting.poll(), root);
            if (end != NOBODY) {
                return end;
            }
        }
        for (int person = 0; person < done.length; person++) {
            done[person] |= outer[person] || parents[person] != NOBODY;
        }
        return NOBODY;
    }

    private int spread(int person, int root) {
        int[] levels = ties.of(person);
        for (int other = 0; other < levels.length; other++) {
            if (levels[other] > height || done[other] || bases[person] == bases[other] || mates[person] == other) {
                continue;
            }
            if (other == root || mates[other] != NOBODY && parents[mates[other]] != NOBODY) {
                shrink(person, other);
            } else if (parents[other] == NOBODY) {
                parents[other] = person;
                if (mates[other] == NOBODY) {
                    return other;
                }
                visit(mates[other]);
            }
        }
        return NOBODY;
    }

    private void visit(int person) {
        outer[person] = true;
        waiting.add(person);
    }

    /** An odd ring was found: from here on it counts as one person. */
    private void shrink(int one, int other) {
        int base = meeting(one, other);
        Arrays.fill(inBlossom, false);
        mark(one, base, other);
        mark(other, base, one);
        for (int person = 0; person < bases.length; person++) {
            if (inBlossom[bases[person]]) {
                bases[person] = base;
                if (!outer[person]) {
                    visit(person);
                }
            }
        }
    }

    private void mark(int from, int base, int child) {
        int person = from;
        int below = child;
        while (bases[person] != base) {
            inBlossom[bases[person]] = true;
            inBlossom[bases[mates[person]]] = true;
            parents[person] = below;
            below = mates[person];
            person = parents[mates[person]];
        }
    }

    /** Where the ways of two people to the root meet. */
    private int meeting(int one, int other) {
        boolean[] passed = new boolean[bases.length];
        int person = bases[one];
        passed[person] = true;
        while (mates[person] != NOBODY) {
            person = bases[parents[mates[person]]];
            passed[person] = true;
        }
        person = bases[other];
        while (!passed[person]) {
            person = bases[parents[mates[person]]];
        }
        return person;
    }
}
