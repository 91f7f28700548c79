package dev.parley.benchmark;

import java.util.Collection;

/** The middle of what was measured: one round that something disturbed does not count; not a number where nothing was. */
final class Median {
    private Median() {}

    static double of(Collection<Double> measured) {
        if (measured.isEmpty()) {
            return Double.NaN;
        }
        double[] sorted = measured.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
