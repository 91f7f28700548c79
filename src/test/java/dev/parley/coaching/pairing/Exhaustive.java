package dev.parley.coaching.pairing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Looks at every way to make groups, in the plainest words: what a proposal is compared with. */
final class Exhaustive {

    /** What is bad of a way, the worse first. */
    record Bad(int idle, int repeats, int ungranted) implements Comparable<Bad> {
        private static final Comparator<Bad> ORDER =
                Comparator.comparingInt(Bad::idle).thenComparing(Bad::repeats).thenComparing(Bad::ungranted);

        @Override
        public int compareTo(Bad other) {
            return ORDER.compare(this, other);
        }
    }

    private final Round round;
    private final Map<String, Person> people;
    private final Set<Set<Wish>> broken = new HashSet<>();
    private Optional<Bad> best = Optional.empty();

    private Exhaustive(Round round) {
        this.round = round;
        this.people = round.people().stream().collect(Collectors.toMap(Person::name, person -> person));
        List<Person> all = round.people();
        if (round.coaches().isEmpty()) {
            partitions(all, new ArrayList<>(), this::look);
        } else {
            List<Person> partners = all.stream()
                    .filter(person -> !round.coaches().containsKey(person.name()))
                    .toList();
            assignments(partners, new ArrayList<>(), this::look);
        }
    }

    static Exhaustive of(Round round) {
        return new Exhaustive(round);
    }

    /** The least that is bad of a way that breaks no wish; empty where there is none. */
    Optional<Bad> best() {
        return best;
    }

    /** How many wishes it takes to be in the way of every round. */
    int smallestConflict() {
        List<Wish> wishes = new ArrayList<>(round.wishes());
        return IntStream.range(0, 1 << wishes.size())
                .filter(set -> inTheWay(IntStream.range(0, wishes.size())
                        .filter(wish -> (set >> wish & 1) == 1)
                        .mapToObj(wishes::get)
                        .collect(Collectors.toSet())))
                .map(Integer::bitCount)
                .min()
                .orElseThrow();
    }

    /** Whether every round breaks one of these. */
    boolean inTheWay(Set<Wish> wishes) {
        return broken.stream().allMatch(set -> set.stream().anyMatch(wishes::contains));
    }

    private static void partitions(List<Person> left, List<Group> made, Consumer<List<Group>> look) {
        if (left.isEmpty()) {
            look.accept(made);
        }
        for (int i = 1; i < left.size(); i++) {
            partition(left, List.of(left.getFirst(), left.get(i)), made, look);
            for (int j = i + 1; left.size() % 2 == 1 && j < left.size(); j++) {
                partition(left, List.of(left.getFirst(), left.get(i), left.get(j)), made, look);
            }
        }
    }

    private static void partition(List<Person> left, List<Person> group, List<Group> made, Consumer<List<Group>> look) {
        List<Group> more = new ArrayList<>(made);
        more.add(new Group.Together(group.stream().map(Person::name).toList()));
        partitions(left.stream().filter(person -> !group.contains(person)).toList(), more, look);
    }

    private void assignments(List<Person> left, List<String> chosen, Consumer<List<Group>> look) {
        if (left.isEmpty()) {
            look.accept(groups(chosen));
            return;
        }
        for (String coach : round.coaches().keySet()) {
            List<String> more = new ArrayList<>(chosen);
            more.add(coach);
            assignments(left.subList(1, left.size()), more, look);
        }
    }

    private List<Group> groups(List<String> chosen) {
        List<String> partners = round.people().stream()
                .map(Person::name)
                .filter(name -> !round.coaches().containsKey(name))
                .toList();
        return round.coaches().keySet().stream()
                .<Group>map(coach -> new Group.Coaching(
                        coach,
                        IntStream.range(0, chosen.size())
                                .filter(i -> chosen.get(i).equals(coach))
                                .mapToObj(partners::get)
                                .toList()))
                .toList();
    }

    private void look(List<Group> groups) {
        Set<Wish> breaks = breaks(groups);
        broken.add(breaks);
        Bad bad = bad(groups);
        if (breaks.isEmpty() && best.filter(known -> known.compareTo(bad) <= 0).isEmpty()) {
            best = Optional.of(bad);
        }
    }

    /** The wishes that groups break. */
    Set<Wish> breaks(List<Group> groups) {
        Set<Wish> breaks = new HashSet<>();
        meeting(groups).forEach(pair -> breaks.add(new Wish.Apart(pair.getFirst(), pair.getLast())));
        breaks.retainAll(round.apart());
        for (Group group : groups) {
            if (group instanceof Group.Coaching(String coach, List<String> partners)
                    && partners.size() > round.coaches().get(coach)) {
                breaks.add(new Wish.Limit(coach, round.coaches().get(coach)));
            }
        }
        return breaks;
    }

    /** What is bad of groups, counted one by one. */
    Bad bad(List<Group> groups) {
        int repeats = 0;
        int ungranted = 0;
        for (List<String> pair : meeting(groups)) {
            repeats += (int) round.earlier().stream()
                    .filter(group -> group.containsAll(pair))
                    .count();
            Person one = people.get(pair.getFirst());
            Person other = people.get(pair.getLast());
            ungranted += (int) round.asked().entrySet().stream()
                    .filter(asked -> !asked.getValue().granted(asked.getKey(), one, other))
                    .count();
        }
        int idle = (int) groups.stream()
                .filter(group -> group instanceof Group.Coaching coaching
                        && coaching.partners().isEmpty())
                .count();
        return new Bad(idle, repeats, ungranted);
    }

    private static List<List<String>> meeting(List<Group> groups) {
        return groups.stream()
                .flatMap(group -> switch (group) {
                    case Group.Together(List<String> names) ->
                        names.stream()
                                .flatMap(one -> names.stream()
                                        .filter(other -> one.compareTo(other) < 0)
                                        .map(other -> List.of(one, other)));
                    case Group.Coaching(String coach, List<String> partners) ->
                        partners.stream().map(partner -> List.of(coach, partner));
                })
                .toList();
    }
}
