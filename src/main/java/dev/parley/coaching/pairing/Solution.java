package dev.parley.coaching.pairing;

import dev.parley.coaching.pairing.Proposal.Figure;
import java.util.List;

/** Groups of people by their numbers, and how good they are. */
record Solution(List<int[]> groups, Figure repeats, Figure ungranted) {

    /** A solution that none is better than. */
    static Solution best(List<int[]> groups, long burden) {
        int repeats = Ties.repeats(burden);
        int ungranted = Ties.ungranted(burden);
        return new Solution(groups, new Figure(repeats, repeats), new Figure(ungranted, ungranted));
    }
}
