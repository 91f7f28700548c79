package dev.parley.coaching.pairing;

import java.util.List;

/** What looks like chance, and follows from a seed: SplitMix64 (Steele, Lea and Flood, 2014). */
final class Draw {

    private long state;

    Draw(long seed) {
        this.state = seed;
    }

    /** One of the numbers from 0, below a bound. */
    int below(int bound) {
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return (int) Long.remainderUnsigned(mixed ^ (mixed >>> 31), bound);
    }

    /** Puts a list into another order. */
    <T> void shuffle(List<T> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            int j = below(i + 1);
            T moved = list.get(i);
            list.set(i, list.get(j));
            list.set(j, moved);
        }
    }
}
