package dev.parley.coaching.pairing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The smallest set of wishes that no round keeps all of. Every round breaks some wish of such a set, so it is a smallest set that
 * hits what each round breaks. Rounds are not listed for that: a set that hits what is known so far is tried, and is either in the way
 * or shows another round (Ignatiev and others, 2015). Where that would take too long, wishes are taken away one by one as long as what is left is in
 * the way.
 */
final class Conflict {

    private static final int MOST_ROUNDS = 100;
    private static final int MOST_STEPS = 20_000;

    private final Function<Set<Wish>, Optional<Set<Wish>>> breaking;
    private int steps;

    /**
     * A search for wishes in the way.
     *
     * @param breaking what a round breaks that keeps certain wishes, and others where it can; empty where no round keeps them
     */
    Conflict(Function<Set<Wish>, Optional<Set<Wish>>> breaking) {
        this.breaking = breaking;
    }

    /** A smallest set, or one from which nothing can be taken away, in the order of the wishes. All of them together must be in the way. */
    Set<Wish> among(Set<Wish> wishes) {
        Set<Wish> found = new LinkedHashSet<>(wishes);
        found.retainAll(smallest(wishes));
        return found;
    }

    private Set<Wish> smallest(Set<Wish> wishes) {
        Set<Wish> minimal = minimal(wishes);
        List<Set<Wish>> broken = new ArrayList<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Set<Wish> hitting = hitting(broken, Set.of(), minimal);
            if (hitting.size() == minimal.size() || steps > MOST_STEPS) {
                return minimal;
            }
            Optional<Set<Wish>> more = breaking.apply(hitting);
            if (more.isEmpty()) {
                return hitting;
            }
            broken.add(more.get());
        }
        return minimal;
    }

    /** What is left when wishes are taken away, many at once and then fewer, as long as the rest is in the way. */
    private Set<Wish> minimal(Set<Wish> wishes) {
        List<Wish> left = new ArrayList<>(wishes);
        for (int many = Math.max(1, left.size() / 2); many > 0; many /= 2) {
            for (int from = 0; from < left.size(); ) {
                List<Wish> fewer = new ArrayList<>(left.subList(0, from));
                fewer.addAll(left.subList(Math.min(left.size(), from + many), left.size()));
                if (breaking.apply(new LinkedHashSet<>(fewer)).isEmpty()) {
                    left = fewer;
                } else {
                    from += many;
                }
            }
        }
        return new LinkedHashSet<>(left);
    }

    /** The smallest set with a wish of each; the best that is known where none is smaller. */
    private Set<Wish> hitting(Collection<Set<Wish>> broken, Set<Wish> chosen, Set<Wish> best) {
        steps++;
        Optional<Set<Wish>> missed = broken.stream()
                .filter(round -> round.stream().noneMatch(chosen::contains))
                .findFirst();
        if (missed.isEmpty()) {
            return chosen.size() < best.size() ? chosen : best;
        }
        Set<Wish> found = best;
        if (chosen.size() + 1 < best.size() && steps <= MOST_STEPS) {
            for (Wish wish : missed.get()) {
                Set<Wish> more = new LinkedHashSet<>(chosen);
                more.add(wish);
                found = hitting(broken, more, found);
            }
        }
        return found;
    }
}
