package dev.parley.recap;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what stands for many answers: passages near to what many people said (each person's voice counts once, however much they
 * wrote), and far from each other. The same passages give the same choice.
 */
final class Choosing {

    /** As near as this, two passages say the same. */
    private static final double SAME = 0.55;

    /** A passage less than this much as near to the others as the nearest one stands for nobody else. */
    private static final double OUTLIER = 0.3;

    /** How much being near to everyone counts against being far from what is chosen already. */
    private static final double NEARNESS = 0.7;

    /** From this many voices on, a passage that shares nothing with the others is left out. */
    private static final int VOICES = 4;

    private final Map<String, Double> rarity;
    private final List<Passage> passages;
    private final Map<Passage, Map<String, Double>> directions = new IdentityHashMap<>();

    /**
     * Prepares a choice.
     *
     * @param rarity how much a term tells, from all that was said in the chat
     */
    Choosing(List<Passage> passages, Map<String, Double> rarity) {
        this.passages = passages;
        this.rarity = rarity;
        passages.forEach(passage -> directions.put(passage, direction(passage.terms())));
    }

    /** At most so many passages, the best first, each of somebody else as long as there is somebody else. */
    List<Passage> best(int most) {
        Map<Passage, Double> merits = merits();
        List<Passage> chosen = new ArrayList<>();
        Set<String> authors = new HashSet<>();
        while (chosen.size() < most) {
            Passage next = next(merits, chosen, authors);
            if (next == null) {
                return chosen;
            }
            chosen.add(next);
            authors.add(next.author());
        }
        return chosen;
    }

    private @Nullable Passage next(Map<Passage, Double> merits, List<Passage> chosen, Set<String> authors) {
        Passage best = null;
        double highest = Double.NEGATIVE_INFINITY;
        for (Passage passage : passages) {
            double merit = merits.getOrDefault(passage, 0.0);
            double nearest = nearest(passage, chosen);
            if (merit <= 0 || nearest >= SAME || authors.contains(passage.author())) {
                continue;
            }
            double value = NEARNESS * merit - (1 - NEARNESS) * nearest;
            if (value > highest) {
                highest = value;
                best = passage;
            }
        }
        return best;
    }

    private double nearest(Passage passage, List<Passage> chosen) {
        double nearest = 0;
        for (Passage other : chosen) {
            double near = Math.max(
                    cosine(requireNonNull(directions.get(passage)), requireNonNull(directions.get(other))),
                    shared(passage.terms(), other.terms()));
            nearest = Math.max(nearest, near);
        }
        return nearest;
    }

    /** From 0 to 1; the best has 1. Outliers have none. */
    private Map<Passage, Double> merits() {
        Map<String, Map<String, Double>> voices = voices();
        Map<String, Double> everyone = sum(voices.values());
        Map<Passage, Double> nearness = new IdentityHashMap<>();
        double nearestOfAll = 0;
        for (Passage passage : passages) {
            Map<String, Double> others = difference(everyone, requireNonNull(voices.get(passage.author())));
            double near = cosine(requireNonNull(directions.get(passage)), others);
            nearness.put(passage, near);
            nearestOfAll = Math.max(nearestOfAll, near);
        }
        boolean few = voices.size() < VOICES;
        Map<Passage, Double> merits = new IdentityHashMap<>();
        double highest = 0;
        for (Passage passage : passages) {
            double near = requireNonNull(nearness.get(passage));
            boolean outlier = !few && (near <= 0 || near < OUTLIER * nearestOfAll);
            double merit = outlier ? 0 : (near + (few ? 0.2 : 0)) * passage.weight();
            merits.put(passage, merit);
            highest = Math.max(highest, merit);
        }
        double best = highest;
        merits.replaceAll((passage, merit) -> best > 0 ? merit / best : 0);
        return merits;
    }

    private Map<String, Map<String, Double>> voices() {
        Map<String, Map<String, Integer>> said = new TreeMap<>();
        for (Passage passage : passages) {
            Map<String, Integer> terms = said.computeIfAbsent(passage.author(), author -> new TreeMap<>());
            passage.terms().forEach((term, count) -> terms.merge(term, count, Math::max));
        }
        Map<String, Map<String, Double>> voices = new TreeMap<>();
        said.forEach((author, terms) -> voices.put(author, direction(terms)));
        return voices;
    }

    private Map<String, Double> direction(Map<String, Integer> terms) {
        Map<String, Double> direction = new TreeMap<>();
        terms.forEach((term, count) -> {
            double weight = (1 + Math.log(count)) * rarity.getOrDefault(term, 0.0);
            if (weight > 0) {
                direction.put(term, weight);
            }
        });
        double length = length(direction);
        direction.replaceAll((term, weight) -> weight / length);
        return direction;
    }

    private static Map<String, Double> sum(Iterable<Map<String, Double>> vectors) {
        Map<String, Double> sum = new TreeMap<>();
        vectors.forEach(vector -> vector.forEach((term, weight) -> sum.merge(term, weight, Double::sum)));
        return sum;
    }

    private static Map<String, Double> difference(Map<String, Double> vector, Map<String, Double> without) {
        Map<String, Double> difference = new TreeMap<>(vector);
        without.forEach((term, weight) -> difference.merge(term, -weight, Double::sum));
        difference.values().removeIf(weight -> weight < 1e-9);
        return difference;
    }

    private static double cosine(Map<String, Double> one, Map<String, Double> other) {
        double product = 0;
        for (Map.Entry<String, Double> term : one.entrySet()) {
            product += term.getValue() * other.getOrDefault(term.getKey(), 0.0);
        }
        double lengths = length(one) * length(other);
        return lengths == 0 ? 0 : product / lengths;
    }

    private static double length(Map<String, Double> vector) {
        double squares = 0;
        for (double weight : vector.values()) {
            squares += weight * weight;
        }
        return Math.sqrt(squares);
    }

    /** How much of the shorter passage stands in the other one; counted only for passages long enough to tell. */
    private static double shared(Map<String, Integer> one, Map<String, Integer> other) {
        Set<String> both = new HashSet<>(one.keySet());
        both.retainAll(other.keySet());
        double shorter = Math.min(one.size(), other.size());
        return shorter == 0 ? 0 : both.size() / shorter * 0.8;
    }
}
