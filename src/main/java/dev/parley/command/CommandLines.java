package dev.parley.command;

import dev.parley.setup.SetupTrouble;
import dev.parley.store.StoreTrouble;
import dev.parley.voice.Phrase;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** All that can be typed behind {@code ./parley}. */
public final class CommandLines {

    /** A command that was understood and could not be carried out. */
    static final int FAILED = 1;

    private CommandLines() {}

    /**
     * The command line.
     *
     * @param phrases all that Parley can say
     * @param clock the system's
     */
    public static CommandLine of(Collection<? extends Phrase> phrases, InstantSource clock) {
        return new CommandLine(new ServeCommand(phrases, clock))
                .addSubcommand(new DemoCommand(phrases, clock))
                .addSubcommand(new DeskCommand(phrases))
                .addSubcommand(new CheckCommand(phrases, clock))
                .addSubcommand(new ReplayCommand(phrases))
                .addSubcommand(new PairCommand(phrases))
                .addSubcommand(new VisitCommand(phrases, clock))
                .addSubcommand(new CalendarCommand(clock, ZoneId.systemDefault()))
                .addSubcommand(new EraseCommand(phrases, clock))
                .setExecutionExceptionHandler((trouble, line, _) -> explain(trouble, line));
    }

    /** One sentence for what can be expected to go wrong; the stack of anything else goes to the log. */
    private static int explain(Exception trouble, CommandLine line) {
        PrintWriter errors = line.getErr();
        switch (trouble) {
            case SetupTrouble setup -> errors.println(setup.getMessage());
            case StoreTrouble store -> errors.println(store.getMessage());
            case CannotStart start -> errors.println(start.getMessage());
            case UncheckedIOException files -> errors.println(files.getMessage());
            default -> {
                LoggerFactory.getLogger(CommandLines.class).debug("A fault of ours", trouble);
                errors.println("This should not have happened: " + trouble + ". Please tell those who make Parley.");
            }
        }
        errors.flush();
        return FAILED;
    }
}
