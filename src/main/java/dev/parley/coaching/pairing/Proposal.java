package dev.parley.coaching.pairing;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What comes of a round. */
public sealed interface Proposal {

    /**
     * Everybody meets somebody and no wish is broken.
     *
     * @param groups in the order of their first people in the round
     * @param repeats how often two meet who have met before; two who have met twice count for two
     * @param ungranted how often what was asked of a trait is not so of two who meet; of what is least, among the rounds with as few
     *     repeats
     */
    record Proposed(List<Group> groups, Figure repeats, Figure ungranted) implements Proposal {
        public Proposed {
            groups = List.copyOf(groups);
        }
    }

    /**
     * No round keeps all wishes.
     *
     * @param inTheWay wishes that no round keeps all of, though any one less could be kept; a smallest such set, or, where it would
     *     take too long to find one, a set from which nothing can be taken away. For the lead alone. Empty where there is nobody to meet
     */
    record Impossible(Set<Wish> inTheWay) implements Proposal {
        public Impossible {
            inTheWay = Collections.unmodifiableSet(new LinkedHashSet<>(inTheWay));
        }
    }

    /**
     * A figure of a whole round.
     *
     * @param found what the proposal has
     * @param least what no round can be below; what is found is the best where the two are the same
     */
    record Figure(int found, int least) {

        /** How much better a round might be, at most. */
        public int gap() {
            return found - least;
        }
    }
}
