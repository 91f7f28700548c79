package dev.parley;

import dev.parley.command.CommandLines;
import java.time.InstantSource;

/** Where Parley begins. */
public final class Main {

    private Main() {}

    /** Carries a command out and ends with its exit code. */
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true"); // pictures are drawn without a screen, also where there is one
        System.exit(CommandLines.of(Phrases.all(), InstantSource.system()).execute(arguments));
    }
}
