package dev.parley.setup;

import java.util.List;
import java.util.stream.Collectors;

/** The operator's files cannot be used. The message is all problems, one a line. */
public final class SetupTrouble extends RuntimeException {

    private final transient List<Problem> problems;

    /** Trouble with these, at least one. */
    public SetupTrouble(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the files. */
    public List<Problem> problems() {
        return problems;
    }
}
