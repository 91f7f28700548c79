package dev.parley.setup;

import java.nio.file.Path;
import java.util.List;

/**
 * A lead's file about a group visit.
 *
 * @param title what people see
 * @param when as people write times, to be read on the community's clock
 * @param prompt the one question for all
 * @param cycle the name of the cycle whose agreement and roles count
 * @param people two to twelve; the first one is the host
 */
public record VisitFile(String title, String when, String prompt, String cycle, List<Guest> people) {

    public VisitFile {
        people = List.copyOf(people);
    }

    /**
     * Somebody who comes.
     *
     * @param account where Parley finds them in private: {@code discord:123456789012345678}
     */
    public record Guest(String name, String account) {}

    /** Reads a file, and tells all that is wrong with it. */
    public static Reading<VisitFile> read(Path file) {
        Problems problems = new Problems(Labels.of(file));
        return TextFile.read(file, problems)
                .flatMap(text -> {
                    Evaluation.refuse(text, problems);
                    return YamlText.read(text, 0, problems);
                })
                .map(tree -> new VisitText(tree, problems).read())
                .orElseGet(() -> new Reading.Broken<>(problems.list()));
    }
}
