package dev.parley.setup;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.coaching.pairing.Mixing;
import dev.parley.coaching.pairing.Person;
import dev.parley.coaching.pairing.Round;
import dev.parley.coaching.pairing.Trait;
import dev.parley.coaching.pairing.Wish;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a round of a lead's file. */
final class RoundText {

    private static final Rules RULES = Rules.of("round.schema.json");
    private static final String PEOPLE = "/people";
    private static final String NAME = "name";
    private static final String PARTNERS = "partners";

    private final Tree tree;
    private final Problems problems;
    private final Problems warnings;

    /** People by name, with the pointer of their item. */
    private final Map<String, String> known = new LinkedHashMap<>();

    RoundText(Tree tree, Problems problems) {
        this.tree = tree;
        this.problems = problems;
        this.warnings = problems.another();
    }

    /** The round; broken where problems were told. */
    Reading<RoundFile> read() {
        RULES.check(tree, problems);
        if (!problems.none()) {
            return new Reading.Broken<>(problems.list());
        }
        List<Person> people = people();
        Map<String, Integer> coaches = coaches();
        somebodyToMeet(coaches);
        Map<String, String> accounts = accounts();
        Set<Wish.Apart> apart = apart();
        List<Set<String>> earlier = earlier();
        return problems.none()
                ? new Reading.Good<>(
                        new RoundFile(new Round(people, coaches, apart, asked(), earlier), accounts, warnings.list()))
                : new Reading.Broken<>(problems.list());
    }

    private List<Person> people() {
        List<Person> people = new ArrayList<>();
        for (String item : items(PEOPLE)) {
            String name = node(item).path(NAME).asText();
            String first = known.putIfAbsent(name, item);
            if (first != null) {
                problems.add(
                        tree.value(Tree.below(item, NAME)),
                        "There are two people with the name \"" + name + "\"",
                        "The first one is in line "
                                + tree.value(Tree.below(first, NAME)).line()
                                + "; add something that tells them apart.");
            }
            people.add(new Person(name, text(item, "school"), text(item, "grade")));
        }
        return people;
    }

    private Map<String, Integer> coaches() {
        Map<String, Integer> coaches = new HashMap<>();
        known.forEach((name, item) -> {
            if (node(item).has(PARTNERS)) {
                coaches.put(name, node(item).path(PARTNERS).asInt());
            }
        });
        return coaches;
    }

    private Map<String, String> accounts() {
        Accounts accounts = new Accounts(tree, problems);
        known.forEach((name, item) -> accounts.read(name, item));
        return accounts.byName();
    }

    private void somebodyToMeet(Map<String, Integer> coaches) {
        if (known.size() < 2) {
            problems.add(tree.key(PEOPLE), "One person alone has nobody to meet", "Add somebody.");
        } else if (coaches.size() == known.size()) {
            problems.add(
                    tree.key(PEOPLE),
                    "Everybody is a coach, and nobody is there to be coached",
                    "Delete partners: where somebody is to have a coach, or everywhere for a round among equals.");
        }
    }

    private Map<Trait, Mixing> asked() {
        Map<Trait, Mixing> asked = new EnumMap<>(Trait.class);
        for (Trait trait : Trait.values()) {
            text("/wishes", trait.name().toLowerCase(Locale.ROOT))
                    .ifPresent(mixing -> asked.put(trait, Mixing.valueOf(mixing.toUpperCase(Locale.ROOT))));
        }
        return asked;
    }

    private Set<Wish.Apart> apart() {
        Set<Wish.Apart> apart = new LinkedHashSet<>();
        for (String item : items("/not-together")) {
            Set<String> names = new LinkedHashSet<>();
            for (String pointer : items(item)) {
                String name = node(pointer).asText();
                if (!known.containsKey(name)) {
                    stranger(pointer, name);
                } else if (!names.add(name)) {
                    problems.add(
                            tree.value(pointer), "\"" + name + "\" is in this list twice", "Delete the second one.");
                }
            }
            if (items(item).size() < 2) {
                problems.add(
                        tree.value(item),
                        "It takes two who are not to be together",
                        "Write for example - [Ruth, Teo], or delete the line.");
            }
            apart.addAll(pairs(List.copyOf(names)));
        }
        return apart;
    }

    private static Set<Wish.Apart> pairs(List<String> names) {
        Set<Wish.Apart> pairs = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = 0; j < i; j++) {
                pairs.add(new Wish.Apart(names.get(j), names.get(i)));
            }
        }
        return pairs;
    }

    private void stranger(String pointer, String name) {
        problems.add(
                tree.value(pointer),
                "Nobody in this round is called \"" + name + "\"",
                Nearest.to(name, known.keySet())
                        .map(near -> "The nearest is \"" + near + "\".")
                        .orElse("Write the name as it is under people, or take it out of here."));
    }

    /** Who has left since is no mistake; a name that is nearly somebody's looks like one. */
    private List<Set<String>> earlier() {
        List<Set<String>> earlier = new ArrayList<>();
        Set<String> strangers = new HashSet<>();
        for (String round : items("/earlier")) {
            for (String group : items(round + "/groups")) {
                Set<String> names = new LinkedHashSet<>();
                for (String pointer : items(group)) {
                    String name = node(pointer).asText();
                    names.add(name);
                    if (!known.containsKey(name) && strangers.add(name)) {
                        nearly(pointer, name);
                    }
                }
                earlier.add(names);
            }
        }
        return earlier;
    }

    private void nearly(String pointer, String name) {
        Nearest.to(name, known.keySet())
                .ifPresent(near -> warnings.add(
                        tree.value(pointer),
                        "Nobody in this round is called \"" + name + "\"",
                        "If \"" + near + "\" is meant, write it so; otherwise all is well."));
    }

    private JsonNode node(String pointer) {
        return tree.root().at(JsonPointer.compile(pointer));
    }

    private Optional<String> text(String item, String key) {
        JsonNode node = node(item).path(key);
        return node.isValueNode() ? Optional.of(node.asText()) : Optional.empty();
    }

    /** The pointers of a list's items. */
    private List<String> items(String pointer) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < node(pointer).size(); i++) {
            items.add(Tree.below(pointer, i));
        }
        return items;
    }
}
