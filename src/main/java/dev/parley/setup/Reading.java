package dev.parley.setup;

import java.util.List;

/** What came of reading: a value, or everything that is wrong. */
public sealed interface Reading<T> {

    /** All is well. */
    record Good<T>(T value) implements Reading<T> {}

    /**
     * Something is wrong.
     *
     * @param problems at least one, in the order of the file
     */
    record Broken<T>(List<Problem> problems) implements Reading<T> {
        public Broken {
            problems = List.copyOf(problems);
        }
    }

    /** A value where there are no problems. */
    static <T> Reading<T> of(T value, List<Problem> problems) {
        return problems.isEmpty() ? new Good<>(value) : new Broken<>(problems);
    }

    /** What is wrong; empty where all is well. */
    default List<Problem> problems() {
        return switch (this) {
            case Good<T> good -> List.of();
            case Broken<T>(List<Problem> problems) -> problems;
        };
    }

    /** The value. Throws {@link SetupTrouble} where something is wrong. */
    default T value() {
        return switch (this) {
            case Good<T>(T value) -> value;
            case Broken<T>(List<Problem> problems) -> throw new SetupTrouble(problems);
        };
    }
}
