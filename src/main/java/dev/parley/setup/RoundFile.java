package dev.parley.setup;

import dev.parley.coaching.pairing.Round;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A lead's file about a round of coaching.
 *
 * @param round what the round is to be made of
 * @param accounts by name, where Parley finds people in private: {@code discord:123456789012345678}; not everybody has one
 * @param warnings what is no mistake, and yet looks like one
 */
public record RoundFile(Round round, Map<String, String> accounts, List<Problem> warnings) {

    public RoundFile {
        accounts = Map.copyOf(accounts);
        warnings = List.copyOf(warnings);
    }

    /** Reads a file, and tells all that is wrong with it. */
    public static Reading<RoundFile> read(Path file) {
        Problems problems = new Problems(Labels.of(file));
        return TextFile.read(file, problems)
                .flatMap(text -> YamlText.read(text, 0, problems))
                .map(tree -> new RoundText(tree, problems).read())
                .orElseGet(() -> new Reading.Broken<>(problems.list()));
    }
}
