package dev.parley.coaching.pairing;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a round is to be made of.
 *
 * @param people all who take part, each of whom is to meet somebody
 * @param coaches how many partners each coach has at most, at least one, by the coach's name; everybody else is a partner then. Empty
 *     for a round among equals
 * @param apart who must not meet
 * @param asked what is asked of everybody's traits, as far as it can be had
 * @param earlier the groups of earlier rounds; who is in them and not in this round does not matter
 */
public record Round(
        List<Person> people,
        Map<String, Integer> coaches,
        Set<Wish.Apart> apart,
        Map<Trait, Mixing> asked,
        List<Set<String>> earlier) {

    /** Throws {@link IllegalArgumentException} where two people have one name, or a wish is about somebody who does not take part. */
    public Round {
        people = List.copyOf(people);
        coaches = Map.copyOf(coaches);
        apart = Set.copyOf(apart);
        asked = Map.copyOf(asked);
        earlier = List.copyOf(earlier);
        Set<String> names = people.stream().map(Person::name).collect(Collectors.toSet());
        Set<String> named = new HashSet<>(coaches.keySet());
        apart.forEach(wish -> named.addAll(List.of(wish.one(), wish.other())));
        if (names.size() < people.size()) {
            throw new IllegalArgumentException("Two people have one name.");
        }
        if (!names.containsAll(named)) {
            named.removeAll(names);
            throw new IllegalArgumentException("Not in the round: " + named);
        }
    }

    /** How many partners a coach takes at most. */
    int limit(String coach) {
        return requireNonNull(coaches.get(coach));
    }

    /** Everything that must not be broken, in a settled order. */
    Set<Wish> wishes() {
        Set<Wish> wishes = new LinkedHashSet<>();
        people.stream()
                .filter(person -> coaches.containsKey(person.name()))
                .forEach(coach -> wishes.add(new Wish.Limit(coach.name(), limit(coach.name()))));
        apart.stream()
                .sorted(Comparator.comparing(Wish.Apart::one).thenComparing(Wish.Apart::other))
                .forEach(wishes::add);
        return wishes;
    }
}
