package dev.parley.command;

import dev.parley.voice.Phrase;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks the running Parley for a new link to the host's desk. */
@Command(
        name = "desk",
        mixinStandardHelpOptions = true,
        description = "Prints a new one-time link to the host's desk of the Parley that runs here.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:The link is printed.", "1:No Parley runs here.", "2:The command was not understood."})
final class DeskCommand implements Callable<Integer> {

    private final Collection<? extends Phrase> phrases;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DeskCommand(Collection<? extends Phrase> phrases) {
        this.phrases = phrases;
    }

    @Override
    public Integer call() {
        DataFolder data =
                new DataFolder(Databases.folder(config.read(phrases).value().configuration(), config.home()));
        String link = Knock.at(data, "desk", Map.of())
                .orElseThrow(
                        () -> new CannotStart("No Parley runs here. Start it with ./parley, which prints a link."));
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? "{\"link\": \"" + link + "\"}" : link);
        out.flush();
        return 0;
    }
}
