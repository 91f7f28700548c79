package dev.parley.setup;

import dev.parley.coaching.pairing.Round;
import java.nio.file.Path;
import java.util.List;

/**
 * A lead's file about a round of coaching.
 *
 * @param round what the round is to be made of
 * @param warnings what is no mistake, and yet looks like one
 */
public record RoundFile(Round round, List<Problem> warnings) {

    public RoundFile {
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
