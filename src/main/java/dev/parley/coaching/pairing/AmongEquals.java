package dev.parley.coaching.pairing;

import dev.parley.coaching.pairing.Proposal.Impossible;
import dev.parley.coaching.pairing.Proposal.Proposed;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Duos, and a triad where people are odd in number. */
final class AmongEquals {

    private final Round round;
    private final List<Person> people;
    private final Draw draw;

    AmongEquals(Round round, List<Person> people, Draw draw) {
        this.round = round;
        this.people = people;
        this.draw = draw;
    }

    Proposal propose() {
        Ties ties = Ties.of(people, round);
        Optional<Solution> found = few() ? EveryWay.best(ties) : ManyPeople.find(ties, draw);
        return found.<Proposal>map(
                        solution -> new Proposed(groups(solution.groups()), solution.repeats(), solution.ungranted()))
                .orElseGet(() -> new Impossible(nobodyForSomebody().orElseGet(this::inTheWay)));
    }

    private Set<Wish> inTheWay() {
        return new Conflict(this::broken).among(round.wishes());
    }

    /** The wishes about somebody among many who must not meet anyone: with any one less there would be somebody for them. */
    private Optional<Set<Wish>> nobodyForSomebody() {
        if (few()) {
            return Optional.empty();
        }
        Map<String, Set<Wish>> wishes = new LinkedHashMap<>();
        for (Wish wish : round.wishes()) {
            if (wish instanceof Wish.Apart(String one, String other)) {
                wishes.computeIfAbsent(one, _ -> new LinkedHashSet<>()).add(wish);
                wishes.computeIfAbsent(other, _ -> new LinkedHashSet<>()).add(wish);
            }
        }
        return wishes.values().stream()
                .filter(about -> about.size() == people.size() - 1)
                .findFirst();
    }

    private boolean few() {
        return people.size() <= EveryWay.MOST;
    }

    /** What a round breaks that keeps certain wishes. */
    private Optional<Set<Wish>> broken(Set<Wish> kept) {
        Ties ties = Ties.of(people, kept, round.wishes());
        Optional<Solution> found = few() ? EveryWay.best(ties) : ManyPeople.findAny(ties, draw);
        return found.map(solution -> broken(solution.groups()));
    }

    private Set<Wish> broken(List<int[]> groups) {
        Set<Wish> broken = new HashSet<>();
        for (int[] group : groups) {
            for (int one : group) {
                for (int other : group) {
                    if (one < other) {
                        broken.add(new Wish.Apart(
                                people.get(one).name(), people.get(other).name()));
                    }
                }
            }
        }
        return round.wishes().stream().filter(broken::contains).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Group> groups(List<int[]> groups) {
        List<Person> order = round.people();
        return groups.stream()
                .map(group -> Arrays.stream(group)
                        .mapToObj(people::get)
                        .sorted(Comparator.comparingInt(order::indexOf))
                        .toList())
                .sorted(Comparator.comparingInt(group -> order.indexOf(group.getFirst())))
                .<Group>map(group ->
                        new Group.Together(group.stream().map(Person::name).toList()))
                .toList();
    }
}
