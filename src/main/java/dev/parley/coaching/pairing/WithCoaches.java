package dev.parley.coaching.pairing;

import dev.parley.coaching.pairing.Proposal.Impossible;
import dev.parley.coaching.pairing.Proposal.Proposed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A coach for each partner. */
final class WithCoaches {

    /** From so many coaches on, what is plainly in the way is not compared with what else may be. */
    private static final int MANY = 12;

    private final Round round;
    private final List<Person> coaches;
    private final List<Person> partners;

    WithCoaches(Round round, List<Person> people) {
        this.round = round;
        this.coaches = people.stream().filter(this::isCoach).toList();
        this.partners = people.stream().filter(person -> !isCoach(person)).toList();
    }

    private boolean isCoach(Person person) {
        return round.coaches().containsKey(person.name());
    }

    Proposal propose() {
        int[][] levels = levels(Ties.of(everybody(), round));
        return assign(levels, round.wishes())
                .<Proposal>map(assigned -> proposed(assigned, levels))
                .orElseGet(() -> new Impossible(tooLittleRoom().orElseGet(this::inTheWay)));
    }

    private Set<Wish> inTheWay() {
        return new Conflict(this::broken).among(round.wishes());
    }

    /** All limits, where many coaches have too little room for everybody: with any one less there would be enough. */
    private Optional<Set<Wish>> tooLittleRoom() {
        int room = round.coaches().values().stream().mapToInt(Integer::intValue).sum();
        return Optional.of(round.wishes())
                .filter(_ -> coaches.size() > MANY && room < partners.size())
                .map(wishes -> wishes.stream()
                        .filter(Wish.Limit.class::isInstance)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private List<Person> everybody() {
        List<Person> everybody = new ArrayList<>(partners);
        everybody.addAll(coaches);
        return everybody;
    }

    private int[][] levels(Ties ties) {
        int[][] levels = new int[partners.size()][coaches.size()];
        for (int partner = 0; partner < levels.length; partner++) {
            for (int coach = 0; coach < levels[partner].length; coach++) {
                levels[partner][coach] = ties.level(partner, partners.size() + coach);
            }
        }
        return levels;
    }

    /** The coach of each partner by number; none where somebody is left out or there is nobody to be coached. */
    private Optional<int[]> assign(int[][] levels, Set<Wish> kept) {
        int[] limits = new int[coaches.size()];
        boolean[] hard = new boolean[coaches.size()];
        for (int coach = 0; coach < limits.length; coach++) {
            limits[coach] = limit(coach).partners();
            hard[coach] = kept.contains(limit(coach));
        }
        return partners.isEmpty() ? Optional.empty() : new Coaches(levels, limits, hard).assign();
    }

    private Wish.Limit limit(int coach) {
        String name = coaches.get(coach).name();
        return new Wish.Limit(name, round.limit(name));
    }

    private Proposal proposed(int[] assigned, int[][] levels) {
        long burden = IntStream.range(0, assigned.length)
                .mapToLong(partner -> Ties.burden(levels[partner][assigned[partner]]))
                .sum();
        List<Group> groups = IntStream.range(0, coaches.size())
                .boxed()
                .sorted(Comparator.comparingInt(coach -> round.people().indexOf(coaches.get(coach))))
                .<Group>map(coach -> new Group.Coaching(coaches.get(coach).name(), names(partnersOf(coach, assigned))))
                .toList();
        Solution best = Solution.best(List.of(), burden);
        return new Proposed(groups, best.repeats(), best.ungranted());
    }

    private List<Person> partnersOf(int coach, int[] assigned) {
        return IntStream.range(0, assigned.length)
                .filter(partner -> assigned[partner] == coach)
                .mapToObj(partners::get)
                .sorted(Comparator.comparingInt(partner -> round.people().indexOf(partner)))
                .toList();
    }

    private static List<String> names(List<Person> people) {
        return people.stream().map(Person::name).toList();
    }

    /** What an assignment breaks that keeps certain wishes. */
    private Optional<Set<Wish>> broken(Set<Wish> kept) {
        int[][] levels = levels(Ties.of(everybody(), kept, round.wishes()));
        return assign(levels, kept).map(this::broken);
    }

    private Set<Wish> broken(int[] assigned) {
        Set<Wish> broken = new HashSet<>();
        for (int partner = 0; partner < assigned.length; partner++) {
            broken.add(new Wish.Apart(
                    partners.get(partner).name(), coaches.get(assigned[partner]).name()));
        }
        for (int coach = 0; coach < coaches.size(); coach++) {
            if (partnersOf(coach, assigned).size() > limit(coach).partners()) {
                broken.add(limit(coach));
            }
        }
        return round.wishes().stream().filter(broken::contains).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
