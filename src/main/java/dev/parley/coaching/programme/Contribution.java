package dev.parley.coaching.programme;

import dev.parley.coaching.Principle;
import dev.parley.coaching.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a partnership or a visit gives to the programme's figures: no person, no word.
 *
 * @param visit whether it is a visit: its meeting counts, and it is no partnership
 * @param begun when all had agreed
 * @param ended when it was over
 * @param meetings the ends of all meetings that were not called off
 * @param items what all have chosen to share with the programme
 */
public record Contribution(
        boolean visit, Instant begun, Optional<Instant> ended, List<Instant> meetings, List<Item> items) {

    public Contribution {
        meetings = List.copyOf(meetings);
        items = List.copyOf(items);
    }

    /**
     * Something that all chose to share with the programme.
     *
     * @param at the end of its meeting
     * @param principle what its question was about; empty for a question of the meeting's own
     * @param domains the standards that somebody saw in it
     */
    public record Item(Instant at, Optional<Principle> principle, Set<Tag> domains) {
        public Item {
            domains = Set.copyOf(domains);
        }
    }
}
