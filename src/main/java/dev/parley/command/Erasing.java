package dev.parley.command;

import dev.parley.engine.Engine;
import dev.parley.store.Person;
import dev.parley.store.Store;
import java.util.List;
import java.util.Map;

/** Erases somebody by name or id. */
final class Erasing {

    /** The value that names the person. */
    static final String PERSON = "person";

    private Erasing() {}

    /**
     * Erases whoever is meant.
     *
     * @return their id, which is all that is left to say
     * @throws IllegalArgumentException where nobody is meant, or more than one person
     */
    static String erase(Store store, Engine engine, String community, Map<String, String> values) {
        String wanted = values.getOrDefault(PERSON, "").strip();
        List<Person> meant = store.read(reading -> reading.people(community)).stream()
                .filter(person ->
                        person.id().value().equals(wanted) || person.name().equalsIgnoreCase(wanted))
                .toList();
        if (meant.isEmpty()) {
            throw new IllegalArgumentException("Nobody here is called \"" + wanted + "\".");
        }
        if (meant.size() > 1) {
            throw new IllegalArgumentException("Several people are called \"" + wanted + "\"; name one by id: "
                    + String.join(
                            ", ",
                            meant.stream().map(person -> person.id().value()).toList()));
        }
        engine.erase(meant.getFirst().id()).toCompletableFuture().join();
        return meant.getFirst().id().value();
    }
}
