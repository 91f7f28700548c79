package dev.parley.coaching.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.coaching.pairing.Proposal.Figure;
import dev.parley.coaching.pairing.Proposal.Impossible;
import dev.parley.coaching.pairing.Proposal.Proposed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairingTest {

    @ParameterizedTest(name = "{0} people, seeds 0 to 299")
    @ValueSource(ints = {2, 3, 4, 5, 6, 7})
    void isTheBestOfEveryWay(int size) {
        LongStream.range(0, 300).forEach(seed -> compare(seed, new Rounds(seed).amongEquals(size)));
    }

    @ParameterizedTest(name = "{0} people, seeds 0 to 39")
    @ValueSource(ints = {8, 9})
    void isTheBestOfEveryWayAmongMore(int size) {
        LongStream.range(0, 40).forEach(seed -> compare(seed, new Rounds(seed).amongEquals(size)));
    }

    @ParameterizedTest(name = "{0} coaches, seeds 0 to 199")
    @ValueSource(ints = {1, 2, 3})
    void isTheBestForCoachesToo(int coaches) {
        for (int partners = 1; partners < 7; partners++) {
            int many = partners;
            LongStream.range(0, 200).forEach(seed -> compare(seed, new Rounds(seed).withCoaches(coaches, many)));
        }
    }

    private static void compare(long seed, Round round) {
        Exhaustive every = Exhaustive.of(round);
        switch (Pairing.propose(round, seed)) {
            case Proposed proposed -> {
                wellMade(round, proposed.groups());
                assertThat(every.breaks(proposed.groups())).as("seed %d", seed).isEmpty();
                Exhaustive.Bad bad = every.bad(proposed.groups());
                assertThat(Optional.of(bad)).as("seed %d", seed).isEqualTo(every.best());
                assertThat(proposed.repeats()).as("seed %d", seed).isEqualTo(new Figure(bad.repeats(), bad.repeats()));
                assertThat(proposed.ungranted())
                        .as("seed %d", seed)
                        .isEqualTo(new Figure(bad.ungranted(), bad.ungranted()));
            }
            case Impossible(Set<Wish> inTheWay) -> {
                assertThat(every.best()).as("seed %d", seed).isEmpty();
                assertThat(round.wishes()).as("seed %d", seed).containsAll(inTheWay);
                assertThat(every.inTheWay(inTheWay)).as("seed %d", seed).isTrue();
                if (round.wishes().size() < 15) {
                    assertThat(inTheWay).as("seed %d", seed).hasSize(every.smallestConflict());
                }
                for (Wish wish : inTheWay) {
                    Set<Wish> fewer = new HashSet<>(inTheWay);
                    fewer.remove(wish);
                    assertThat(every.inTheWay(fewer)).as("seed %d", seed).isFalse();
                }
            }
        }
    }

    /** Everybody is in one group, of two or, one time where they are odd in number, of three. */
    private static void wellMade(Round round, List<Group> groups) {
        List<String> placed = groups.stream().flatMap(PairingTest::names).toList();
        assertThat(placed)
                .containsExactlyInAnyOrderElementsOf(
                        round.people().stream().map(Person::name).toList());
        if (round.coaches().isEmpty()) {
            assertThat(groups)
                    .hasSize(round.people().size() / 2)
                    .allSatisfy(group -> assertThat(names(group)).hasSizeBetween(2, 3));
        }
    }

    private static Stream<String> names(Group group) {
        return switch (group) {
            case Group.Together(List<String> names) -> names.stream();
            case Group.Coaching(String coach, List<String> partners) ->
                Stream.concat(Stream.of(coach), partners.stream());
        };
    }

    @Test
    void roundsWithAndWithoutAWayAreAmongThose() {
        Set<Class<?>> kinds = new HashSet<>();
        LongStream.range(0, 300)
                .forEach(seed -> kinds.add(
                        Pairing.propose(new Rounds(seed).amongEquals(7), seed).getClass()));
        assertThat(kinds).containsExactlyInAnyOrder(Proposed.class, Impossible.class);
    }

    @ParameterizedTest(name = "{0} people, seeds 0 to 199")
    @ValueSource(ints = {4, 6, 9, 10, 12, 13})
    void theWayOfManyIsBoundedByTheBest(int size) {
        LongStream.range(0, 200).forEach(seed -> {
            Round round = new Rounds(seed).amongEquals(size);
            Ties ties = Ties.of(round.people(), round);
            Optional<Solution> best = EveryWay.best(ties);
            Optional<Solution> found = ManyPeople.find(ties, new Draw(seed));
            assertThat(found.isPresent()).as("seed %d", seed).isEqualTo(best.isPresent());
            found.ifPresent(solution -> bounded(seed, solution, best.orElseThrow()));
        });
    }

    private static void bounded(long seed, Solution found, Solution best) {
        assertThat(found.repeats().least())
                .as("seed %d", seed)
                .isLessThanOrEqualTo(best.repeats().found());
        assertThat(found.repeats().found())
                .as("seed %d", seed)
                .isGreaterThanOrEqualTo(best.repeats().found());
        assertThat(found.repeats().found() == 0)
                .as("without repeats, seed %d", seed)
                .isEqualTo(best.repeats().found() == 0);
        if (found.repeats().found() == best.repeats().found()) {
            assertThat(found.ungranted().least())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(best.ungranted().found());
            assertThat(found.ungranted().found())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(best.ungranted().found());
        }
    }

    @Test
    void twoThousandPeopleMeetNobodyAgain() {
        for (int size : List.of(2000, 1999)) {
            Rounds rounds = new Rounds(5);
            List<Person> people = rounds.people(size);
            Round round = new Round(
                    people,
                    Map.of(),
                    Set.of(new Wish.Apart("P0", "P1")),
                    Map.of(Trait.SCHOOL, Mixing.DIFFERENT, Trait.GRADE, Mixing.SAME),
                    rounds.earlier(people, 30));

            Proposed proposed = (Proposed) Pairing.propose(round, 5);

            wellMade(round, proposed.groups());
            assertThat(proposed.repeats()).isEqualTo(new Figure(0, 0));
            assertThat(proposed.ungranted().gap()).isZero();
        }
    }

    @Test
    void aSeedBringsTheSameProposalAndAnotherSeedAnother() {
        List<Person> people = new Rounds(1).people(40);
        Round round = new Round(people, Map.of(), Set.of(), Map.of(), List.of());

        assertThat(Pairing.propose(round, 7)).isEqualTo(Pairing.propose(round, 7));
        assertThat(Pairing.propose(round, 7)).isNotEqualTo(Pairing.propose(round, 8));
    }

    @Test
    void nobodyMeetsTwiceUntilEverybodyHasMet() {
        List<Person> people = new Rounds(1).people(8);
        List<Set<String>> earlier = new ArrayList<>();
        for (int round = 0; round < 7; round++) {
            Round next = new Round(people, Map.of(), Set.of(), Map.of(), earlier);
            Proposed proposed = (Proposed) Pairing.propose(next, round);
            assertThat(proposed.repeats().gap()).isZero();
            proposed.groups().forEach(group -> earlier.add(names(group).collect(Collectors.toSet())));
        }
        assertThat(earlier).hasSize(28);
    }

    @Test
    void aloneThereIsNobodyToMeetAndNoWishIsInTheWay() {
        Round round = new Round(new Rounds(1).people(1), Map.of(), Set.of(), Map.of(), List.of());

        assertThat(Pairing.propose(round, 1)).isEqualTo(new Impossible(Set.of()));
    }

    @Test
    void coachesWithTooLittleRoomAreInTheWayTogether() {
        Round round = new Round(
                new Rounds(1).people(7),
                Map.of("P0", 2, "P1", 2),
                Set.of(new Wish.Apart("P0", "P5")),
                Map.of(),
                List.of());

        assertThat(Pairing.propose(round, 1))
                .isEqualTo(new Impossible(Set.of(new Wish.Limit("P0", 2), new Wish.Limit("P1", 2))));
    }

    @Test
    void coachesShareEvenlyWhereNothingElseSpeaksForAnybody() {
        Round round =
                new Round(new Rounds(1).people(12), Map.of("P0", 9, "P1", 9, "P2", 9), Set.of(), Map.of(), List.of());

        Proposed proposed = (Proposed) Pairing.propose(round, 1);

        assertThat(proposed.groups())
                .allSatisfy(group -> assertThat(names(group)).hasSize(4));
    }

    @Test
    void hundredsOfCoachesAndTheirPartners() {
        Rounds rounds = new Rounds(3);
        List<Person> people = rounds.people(2000);
        Map<String, Integer> coaches = new HashMap<>();
        people.subList(0, 300).forEach(coach -> coaches.put(coach.name(), 6));
        Round round =
                new Round(people, coaches, Set.of(), Map.of(Trait.SCHOOL, Mixing.SAME), rounds.earlier(people, 10));

        Proposed proposed = (Proposed) Pairing.propose(round, 1);

        wellMade(round, proposed.groups());
        assertThat(proposed.repeats()).isEqualTo(new Figure(0, 0));
    }

    @Test
    void somebodyWhoMustMeetNobodyIsFoundAmongMany() {
        for (int size : List.of(60, 2001)) {
            List<Person> people = new Rounds(1).people(size);
            Set<Wish.Apart> apart = new HashSet<>(Set.of(new Wish.Apart("P3", "P4"), new Wish.Apart("P5", "P4")));
            IntStream.range(1, size).forEach(other -> apart.add(new Wish.Apart("P0", "P" + other)));

            assertThat(inTheWay(people, apart))
                    .hasSize(size - 1)
                    .allSatisfy(wish -> assertThat(wish.toString()).contains("=P0,"));
        }
    }

    /** Three who may only meet one and the same person, of an even number; and of an odd one, where a triad takes two of them. */
    @Test
    void someWhoMayOnlyMeetOneAreFoundAmongMany() {
        for (int size : List.of(40, 41)) {
            List<Person> people = new Rounds(1).people(size);
            Set<Wish.Apart> apart = new HashSet<>();
            for (int one : List.of(0, 1, 2)) {
                IntStream.range(0, size)
                        .filter(other -> other != one && other != 3)
                        .forEach(other -> apart.add(new Wish.Apart("P" + one, "P" + other)));
            }
            Set<Wish> found = inTheWay(people, apart);

            assertThat(apart)
                    .containsAll(found.stream().map(Wish.Apart.class::cast).toList());
            found.forEach(wish -> assertThat(possible(people, found, wish)).isTrue());
        }
    }

    private static Set<Wish> inTheWay(List<Person> people, Set<Wish.Apart> apart) {
        return ((Impossible) Pairing.propose(new Round(people, Map.of(), apart, Map.of(), List.of()), 1)).inTheWay();
    }

    private static boolean possible(List<Person> people, Set<Wish> wishes, Wish without) {
        Set<Wish.Apart> kept = wishes.stream()
                .filter(wish -> !wish.equals(without))
                .map(Wish.Apart.class::cast)
                .collect(Collectors.toSet());
        return Pairing.propose(new Round(people, Map.of(), kept, Map.of(), List.of()), 1) instanceof Proposed;
    }

    @Test
    void hundredsOfCoachesWithTooLittleRoomAreInTheWayTogether() {
        List<Person> people = new Rounds(3).people(900);
        Map<String, Integer> coaches =
                IntStream.range(0, 200).boxed().collect(Collectors.toMap(number -> "P" + number, _ -> 3));

        Impossible impossible =
                (Impossible) Pairing.propose(new Round(people, coaches, Set.of(), Map.of(), List.of()), 1);

        assertThat(impossible.inTheWay()).hasSize(200);
    }

    @ParameterizedTest(name = "{0} people who have nearly all met")
    @ValueSource(ints = {20, 21, 40, 41})
    void theGapIsSmallWhereManyHaveMet(int size) {
        LongStream.range(0, 10).forEach(seed -> {
            Rounds rounds = new Rounds(seed);
            List<Person> people = rounds.people(size);
            Map<Trait, Mixing> asked = Map.of(Trait.SCHOOL, Mixing.DIFFERENT, Trait.GRADE, Mixing.SAME);
            Round round = new Round(people, Map.of(), Set.of(), asked, rounds.earlier(people, 2 * size));

            Proposed proposed = (Proposed) Pairing.propose(round, seed);

            wellMade(round, proposed.groups());
            assertThat(proposed.repeats().gap()).as("seed %d", seed).isBetween(0, 3);
            assertThat(proposed.repeats().found() == 0)
                    .as("seed %d", seed)
                    .isEqualTo(proposed.repeats().least() == 0);
            assertThat(proposed.ungranted().gap()).as("seed %d", seed).isNotNegative();
        });
    }

    @Test
    void aRoundOfStrangersIsRefused() {
        List<Person> people = new Rounds(1).people(3);

        assertThatThrownBy(() -> new Round(people, Map.of("Nobody", 1), Set.of(), Map.of(), List.of()))
                .hasMessageContaining("Nobody");
        assertThatThrownBy(
                        () -> new Round(people, Map.of(), Set.of(new Wish.Apart("P1", "Nobody")), Map.of(), List.of()))
                .hasMessageContaining("Nobody");
        assertThatThrownBy(() -> new Wish.Apart("P1", "P1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Wish.Limit("P1", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theNamesOfAWishHaveNoOrder() {
        assertThat(new Wish.Apart("B", "A")).isEqualTo(new Wish.Apart("A", "B"));
    }
}
