package dev.parley.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversation.Said;
import dev.parley.conversation.filing.Replay;
import dev.parley.recap.Recap;
import dev.parley.recap.format.RecapFiles;
import dev.parley.recap.format.Showing;
import dev.parley.setup.Setup;
import dev.parley.transcript.Archived;
import dev.parley.transcript.Transcript;
import dev.parley.voice.Phrase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replays past chats: infers their questions and files every message. Ends with 0, with 1 when lines were bad, with 2 when a file could not be read or written. */
@Command(
        name = "replay",
        description = "Replays the archive of a past chat and files every message.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nEnds with:%n",
        exitCodeList = {
            "0:everything was read",
            "1:some lines were bad; the rest was done",
            "2:wrong usage, or a file could not be read or written"
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final int FINE = 0;
    private static final int SOME_BAD = 1;
    private static final int FAILED = 2;
    /** Progress is told every so many messages. */
    private static final int STEP = 5_000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Plain lines, one message each, or time<TAB>author<TAB>text. The form is recognised.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> files;

    @Option(
            names = "--filing",
            paramLabel = "FILE.jsonl",
            description =
                    "Writes one JSON object a message: line, kind, questions, part, repeatOf, sure. For one archive only.")
    private @Nullable Path filing;

    @Option(names = "--json", description = "Prints the summary as JSON, one object an archive.")
    private boolean json;

    @Option(
            names = "--recap",
            paramLabel = "DIR",
            description =
                    "Writes the recap as Markdown, HTML, JSON, CSV, SVG and PNG; of several archives each into a folder of its own.")
    private @Nullable Path recap;

    @Mixin
    private ConfigOption config = new ConfigOption();

    private final Collection<? extends Phrase> phrases;

    /**
     * The command.
     *
     * @param phrases all that Parley can say
     */
    public ReplayCommand(Collection<? extends Phrase> phrases) {
        this.phrases = phrases;
    }

    @Override
    public Integer call() {
        if (filing != null && files.size() > 1) {
            throw new ParameterException(
                    spec.commandLine(), "--filing takes one archive at a time; line numbers of several would mix.");
        }
        return files.stream().mapToInt(this::replay).max().orElse(FINE);
    }

    private int replay(Path file) {
        try {
            Transcript transcript = Transcript.read(file);
            List<Said> messages =
                    Archived.messages(transcript, file.getFileName().toString());
            Replay replay = Replay.of(messages, progress(file, messages.size()));
            if (filing != null) {
                writeFiling(replay, filing);
            }
            if (recap != null) {
                writeRecap(file, ReplayedRecap.of(name(file), transcript, messages, replay), recap);
            }
            say(ReplaySummary.of(file.toString(), transcript, replay));
            return transcript.problems().isEmpty() ? FINE : SOME_BAD;
        } catch (IOException failed) {
            errors().println(sentence(failed));
            return FAILED;
        }
    }

    private static String sentence(IOException failed) {
        return switch (failed) {
            case NoSuchFileException gone -> "There is no file or folder " + gone.getFile() + ".";
            case AccessDeniedException closed -> closed.getFile() + " may not be read or written by you.";
            default -> "Could not read or write: " + failed.getMessage() + ".";
        };
    }

    private IntConsumer progress(Path file, int all) {
        return done -> {
            if (done % STEP == 0) {
                errors().printf("%s: %,d of %,d messages%n", file, done, all);
                errors().flush();
            }
        };
    }

    private static void writeFiling(Replay replay, Path to) throws IOException {
        try (Writer out = Files.newBufferedWriter(to, StandardCharsets.UTF_8)) {
            FilingLines.write(replay, out);
        }
    }

    private void writeRecap(Path file, Recap made, Path folder) throws IOException {
        Setup setup = config.read(phrases).value();
        Showing showing = new Showing(setup.prompts().voice(), ZoneId.of("UTC"), Running.LOCALE);
        RecapFiles.write(files.size() == 1 ? folder : folder.resolve(name(file)), made, showing);
    }

    /** The archive's name without its ending. */
    private static String name(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 1 ? name : name.substring(0, dot);
    }

    private void say(ReplaySummary summary) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(summary));
        } else {
            print(summary, out);
        }
        out.flush();
    }

    private void print(ReplaySummary summary, PrintWriter out) {
        out.printf("%s: %,d messages (%s)%n", summary.file(), summary.messages(), summary.form());
        if (!summary.moderators().isEmpty()) {
            out.printf("  moderated by %s%n", String.join(", ", summary.moderators()));
        }
        summary.questions()
                .forEach(question -> out.printf(
                        "  Q%d (line %d), %d answers: %s%n",
                        question.number(), question.line(), question.answers(), shortened(question.text())));
        out.printf("  %s; %d repeats, %d guesses%n", summary.kinds(), summary.repeats(), summary.guesses());
        summary.problems()
                .forEach(problem -> errors().printf("%s:%d: %s%n", summary.file(), problem.line(), problem.what()));
        errors().flush();
    }

    private static String shortened(String text) {
        int[] points = text.codePoints().limit(100).toArray();
        String start = new String(points, 0, points.length);
        return start.length() < text.length() ? start + "…" : start;
    }

    private PrintWriter errors() {
        return spec.commandLine().getErr();
    }
}
