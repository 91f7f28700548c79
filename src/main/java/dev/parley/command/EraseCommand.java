package dev.parley.command;

import dev.parley.engine.Engine;
import dev.parley.engine.Settings;
import dev.parley.engine.Speech;
import dev.parley.engine.coaching.CoachingService;
import dev.parley.setup.Configuration;
import dev.parley.setup.Setup;
import dev.parley.site.coaching.PrivateLinks;
import dev.parley.store.Store;
import dev.parley.voice.Phrase;
import dev.parley.web.OneTimeLinks;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Forgets a person: words, name, accounts, key. */
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description = {
            "Forgets a person for ever: their words, their name, their accounts, their key.",
            "Asks the Parley that runs here, or opens the database itself where none does.",
            "Names the copies of the database that lie beside it; copies elsewhere are yours to find and delete."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:They are forgotten.",
            "1:Nobody was forgotten; why is printed.",
            "2:The command was not understood."
        })
final class EraseCommand implements Callable<Integer> {

    private final Collection<? extends Phrase> phrases;
    private final InstantSource clock;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(paramLabel = "PERSON", description = "Their name in the room, or their id.")
    private String person = "";

    @Option(names = "--yes", description = "Does not ask whether you are sure.")
    private boolean sure;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    EraseCommand(Collection<? extends Phrase> phrases, InstantSource clock) {
        this.phrases = phrases;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Setup setup = config.read(phrases).value();
        PrintWriter out = spec.commandLine().getOut();
        if (!sure && !confirmed()) {
            throw new CannotStart("Nobody was forgotten. Say --yes to go ahead without being asked.");
        }
        Map<String, String> values = Map.of(Erasing.PERSON, person);
        DataFolder data = new DataFolder(Databases.folder(setup.configuration(), config.home()));
        String id = Knock.at(data, "erase", values).orElseGet(() -> alone(setup, values));
        List<Path> older = OlderCopies.in(data.path());
        if (json) {
            JsonOutput.print(
                    out, new Forgotten(id, older.stream().map(Path::toString).toList()));
        } else {
            out.println("They are forgotten.");
            OlderCopies.told(older).forEach(out::println);
            out.println(
                    "Copies that were made elsewhere, and what the server of the database backs up, still hold them.");
        }
        out.flush();
        return 0;
    }

    /**
     * What is said to programs.
     *
     * @param forgotten their id
     * @param older copies of the database that may still hold them
     */
    private record Forgotten(String forgotten, List<String> older) {}

    private boolean confirmed() {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return false;
        }
        String answer = console.readLine("Forget \"%s\" for ever? This cannot be undone. [y/N] ", person);
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }

    private String alone(Setup setup, Map<String, String> values) {
        Configuration configuration = setup.configuration();
        Settings settings = new Settings(
                configuration.community().name(),
                configuration.community().zone(),
                Running.LOCALE,
                Optional.empty(),
                Optional.empty(),
                _ -> "",
                Duration.ofSeconds(30),
                0,
                "erase");
        CoachingService coaching = Coached.of(setup, new PrivateLinks(new OneTimeLinks(clock)));
        Speech speech = new Speech(setup.prompts().voice(), settings.zone(), settings.locale());
        try (Store store = Databases.open(configuration, config.home());
                Engine engine = new Engine(
                        settings,
                        store,
                        List.of(),
                        new SettledProgramme(setup, speech),
                        setup.prompts().voice(),
                        clock,
                        Optional.of(coaching))) {
            return Erasing.erase(store, engine, settings.community(), values);
        } catch (IllegalArgumentException nobody) {
            throw new CannotStart(String.valueOf(nobody.getMessage()));
        }
    }
}
