package dev.parley.coaching.pairing;

import java.util.List;

/** Some who meet in a round. */
public sealed interface Group {

    /** A duo or a triad of equals. */
    record Together(List<String> names) implements Group {
        public Together {
            names = List.copyOf(names);
        }
    }

    /**
     * A coach with partners, each of whom they meet.
     *
     * @param partners none only where there are fewer partners than coaches, or too many who must not meet
     */
    record Coaching(String coach, List<String> partners) implements Group {
        public Coaching {
            partners = List.copyOf(partners);
        }
    }
}
