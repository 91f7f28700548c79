package dev.parley.coaching.pairing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Rounds out of a seed. */
final class Rounds {

    private final Random random;

    Rounds(long seed) {
        this.random = new Random(seed);
    }

    /** A round of so many equals; some are impossible. */
    Round amongEquals(int size) {
        List<Person> people = people(size);
        return new Round(people, Map.of(), apart(people, random.nextInt(size * size / 2)), asked(), earlier(people));
    }

    /** A round of coaches with their limits; some are impossible. */
    Round withCoaches(int coaches, int partners) {
        List<Person> people = people(coaches + partners);
        Map<String, Integer> limits = new HashMap<>();
        people.subList(0, coaches).forEach(coach -> limits.put(coach.name(), 1 + random.nextInt(3)));
        return new Round(people, limits, apart(people, random.nextInt(coaches * partners)), asked(), earlier(people));
    }

    /** People with schools and grades, where those are known. */
    List<Person> people(int size) {
        return new ArrayList<>(IntStream.range(0, size)
                .mapToObj(number -> new Person("P" + number, some("Oak", "Elm", "Ash"), some("3", "4")))
                .toList());
    }

    private Optional<String> some(String... values) {
        return random.nextInt(8) == 0 ? Optional.empty() : Optional.of(values[random.nextInt(values.length)]);
    }

    private Map<Trait, Mixing> asked() {
        Map<Trait, Mixing> asked = new EnumMap<>(Trait.class);
        for (Trait trait : Trait.values()) {
            if (random.nextBoolean()) {
                asked.put(trait, random.nextBoolean() ? Mixing.SAME : Mixing.DIFFERENT);
            }
        }
        return asked;
    }

    private Set<Wish.Apart> apart(List<Person> people, int many) {
        Set<Wish.Apart> apart = new LinkedHashSet<>();
        for (int i = 0; i < many; i++) {
            String one = people.get(random.nextInt(people.size())).name();
            String other = people.get(random.nextInt(people.size())).name();
            if (!one.equals(other)) {
                apart.add(new Wish.Apart(one, other));
            }
        }
        return apart;
    }

    private List<Set<String>> earlier(List<Person> people) {
        return earlier(people, random.nextInt(people.size() + 2));
    }

    /** So many rounds of groups at random, of two and now and then of three. */
    List<Set<String>> earlier(List<Person> people, int rounds) {
        List<Set<String>> groups = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            List<String> names =
                    new ArrayList<>(people.stream().map(Person::name).toList());
            Collections.shuffle(names, random);
            while (names.size() > 1) {
                int size = Math.min(names.size(), random.nextInt(5) == 0 ? 3 : 2);
                groups.add(new HashSet<>(names.subList(0, size)));
                names.subList(0, size).clear();
            }
        }
        return groups;
    }
}
