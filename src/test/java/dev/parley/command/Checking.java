package dev.parley.command;

import dev.parley.Phrases;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import picocli.CommandLine;

/** {@code ./parley check}, and what it writes. */
final class Checking {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** What it has written. */
    String out() {
        return out.toString();
    }

    /** What it has written of trouble. */
    String err() {
        return err.toString();
    }

    /** Forgets what it has written. */
    void forget() {
        out.getBuffer().setLength(0);
    }

    /** Checks everything. */
    int all(Path settings) {
        return check("--config", settings.toString());
    }

    /** Checks one thing, or in one way. */
    int only(String what, Path settings) {
        return check(what, "--config", settings.toString());
    }

    private int check(String... arguments) {
        return written(new CommandLine(new CheckCommand(Phrases.all(), InstantSource.system())))
                .execute(arguments);
    }

    /** The same as somebody types it, with everything around it. */
    int typed(String what, Path settings) {
        return written(CommandLines.of(Phrases.all(), InstantSource.system()))
                .execute("check", what, "--config", settings.toString());
    }

    private CommandLine written(CommandLine line) {
        return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    }
}
