package dev.parley.command;

import dev.parley.coaching.pairing.Group;
import dev.parley.coaching.pairing.Proposal;
import dev.parley.coaching.pairing.Proposal.Figure;
import dev.parley.coaching.pairing.Proposal.Impossible;
import dev.parley.coaching.pairing.Proposal.Proposed;
import dev.parley.coaching.pairing.Wish;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A proposal for programs. Wishes are only in it where there is no proposal. */
final class PairingJson {

    private PairingJson() {}

    static Map<String, Object> of(Proposal proposal, long seed) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("seed", seed);
        switch (proposal) {
            case Proposed(List<Group> groups, Figure repeats, Figure ungranted) -> {
                told.put("possible", true);
                told.put("groups", groups.stream().map(PairingJson::group).toList());
                told.put("repeats", figure(repeats));
                told.put("ungranted", figure(ungranted));
            }
            case Impossible(Set<Wish> inTheWay) -> {
                told.put("possible", false);
                told.put("inTheWay", inTheWay.stream().map(PairingJson::wish).toList());
            }
        }
        return told;
    }

    private static Map<String, Object> group(Group group) {
        return switch (group) {
            case Group.Together(List<String> names) -> Map.of("names", names);
            case Group.Coaching(String coach, List<String> partners) -> {
                Map<String, Object> coaching = new LinkedHashMap<>();
                coaching.put("coach", coach);
                coaching.put("partners", partners);
                yield coaching;
            }
        };
    }

    /** What became of a partnership. */
    static Map<String, Object> partnership(Partnerships.Told told) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("names", told.names());
        one.put("state", told.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        one.put("without", told.without());
        return one;
    }

    private static Map<String, Object> figure(Figure figure) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("found", figure.found());
        told.put("least", figure.least());
        told.put("gap", figure.gap());
        return told;
    }

    private static Map<String, Object> wish(Wish wish) {
        return switch (wish) {
            case Wish.Apart(String one, String other) -> Map.of("notTogether", List.of(one, other));
            case Wish.Limit(String coach, int partners) -> {
                Map<String, Object> limit = new LinkedHashMap<>();
                limit.put("coach", coach);
                limit.put("partners", partners);
                yield limit;
            }
        };
    }
}
