package dev.parley.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.coaching.pairing.Group;
import dev.parley.coaching.pairing.Pairing;
import dev.parley.coaching.pairing.Proposal;
import dev.parley.coaching.pairing.Proposal.Figure;
import dev.parley.coaching.pairing.Proposal.Impossible;
import dev.parley.coaching.pairing.Proposal.Proposed;
import dev.parley.coaching.pairing.Wish;
import dev.parley.setup.RoundFile;
import dev.parley.voice.Phrase;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Proposes who meets whom in a round of coaching. What is printed as the proposal is for everybody: names, and nothing of what was
 * wished. What is for the lead alone goes to the error output.
 */
@Command(
        name = "pair",
        mixinStandardHelpOptions = true,
        description = {
            "Proposes who meets whom in a round of coaching: duos, with one triad where people are odd in number, or coaches with their partners.",
            "The proposal can be passed on; what is for you alone goes to the error output. Nothing is stored,",
            "unless you say --propose: then the Parley that runs here asks each of them in private whether they agree."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:There is a proposal, and whoever was to be asked has been asked.",
            "1:There is none, the file is wrong, or not all could be asked; why is printed.",
            "2:The command was not understood."
        })
final class PairCommand implements Callable<Integer> {

    private final Collection<? extends Phrase> phrases;

    @Parameters(
            paramLabel = "FILE",
            description = "The round: people, what is wished for, earlier rounds. See config/round.example.yaml.")
    private Path file = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description =
                    "Another number brings another proposal that is as good, where there is one. The same brings the same. (${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--propose",
            paramLabel = "CYCLE",
            description =
                    "Makes partnerships of the proposal, in this cycle: everybody is asked in private whether they agree. Whoever was asked before is not asked twice.")
    private Optional<String> cycle = Optional.empty();

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    PairCommand(Collection<? extends Phrase> phrases) {
        this.phrases = phrases;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        RoundFile round = RoundFile.read(file).value();
        round.warnings().forEach(errors()::println);
        Proposal proposal = Pairing.propose(round.round(), seed);
        List<Partnerships.Told> told = proposed(proposal, round);
        if (json) {
            out().println(new ObjectMapper().writeValueAsString(json(proposal, told)));
        } else {
            print(proposal);
            told(told);
        }
        out().flush();
        errors().flush();
        boolean all = told.stream().allMatch(Partnerships.Told::isSettled);
        return switch (proposal) {
            case Proposed _ -> all ? CommandLine.ExitCode.OK : CommandLines.FAILED;
            case Impossible _ -> CommandLines.FAILED;
        };
    }

    private List<Partnerships.Told> proposed(Proposal proposal, RoundFile round) {
        return switch (proposal) {
            case Proposed(List<Group> groups, Figure _, Figure _) ->
                cycle.map(name -> new Partnerships(data(), name, round.accounts()).propose(groups))
                        .orElse(List.of());
            case Impossible _ -> List.of();
        };
    }

    private DataFolder data() {
        return new DataFolder(Databases.folder(config.read(phrases).value().configuration(), config.home()));
    }

    private Map<String, Object> json(Proposal proposal, List<Partnerships.Told> told) {
        Map<String, Object> all = new LinkedHashMap<>(PairingJson.of(proposal, seed));
        cycle.ifPresent(name -> {
            all.put("cycle", name);
            all.put("partnerships", told.stream().map(PairingJson::partnership).toList());
        });
        return all;
    }

    private void told(List<Partnerships.Told> told) {
        if (told.isEmpty()) {
            return;
        }
        errors().println();
        errors().println("Asked in private just now: " + count(told, Partnerships.State.ASKED)
                + "; asked before, or together already: " + count(told, Partnerships.State.ALREADY) + ".");
        List<Partnerships.Told> open =
                told.stream().filter(one -> !one.isSettled()).toList();
        if (!open.isEmpty()) {
            errors().println("Not asked, since Parley does not know where to find somebody in private:");
            open.forEach(one -> errors().println("  " + String.join(" · ", one.names()) + ": without an account "
                    + String.join(", ", one.without())));
            errors().println(
                            "Give them one in the file, such as account: \"discord:123456789012345678\", and run this again.");
            errors().println(
                            "Whoever was asked is not asked twice, as long as the file and the seed bring the same round.");
        }
    }

    private static long count(List<Partnerships.Told> told, Partnerships.State state) {
        return told.stream().filter(one -> one.state() == state).count();
    }

    private void print(Proposal proposal) {
        switch (proposal) {
            case Proposed proposed -> {
                proposed.groups().stream().flatMap(PairCommand::line).forEach(out()::println);
                out().flush();
                forTheLead(proposed);
            }
            case Impossible(Set<Wish> inTheWay) -> inTheWay(inTheWay);
        }
    }

    /** A group as people read it: names alone. Of a coach without partners only the lead hears. */
    private static Stream<String> line(Group group) {
        return switch (group) {
            case Group.Together(List<String> names) -> Stream.of(String.join(" · ", names));
            case Group.Coaching(String coach, List<String> partners) ->
                Stream.of(coach + ": " + String.join(" · ", partners)).filter(_ -> !partners.isEmpty());
        };
    }

    private void forTheLead(Proposed proposed) {
        errors().println();
        errors().println("For you alone:");
        errors().println("  Two who have met before: " + said(proposed.repeats()));
        errors().println("  Not as asked of school or grade: " + said(proposed.ungranted()));
        proposed.groups().stream()
                .filter(group -> line(group).findAny().isEmpty())
                .map(Group.Coaching.class::cast)
                .forEach(idle -> errors().println("  Without a partner this time: " + idle.coach()));
    }

    private static String said(Figure figure) {
        return figure.gap() == 0
                ? figure.found() + ", and no round has fewer."
                : figure.found() + ", and no round has fewer than " + figure.least() + ": a gap of " + figure.gap()
                        + ". Another --seed may come nearer.";
    }

    private void inTheWay(Set<Wish> wishes) {
        errors().println("No round leaves nobody out and keeps all of these:");
        wishes.stream().map(PairCommand::said).sorted().forEach(errors()::println);
        errors().println("Take any one of them back. Where others are in the way as well, they are told then.");
    }

    private static String said(Wish wish) {
        return switch (wish) {
            case Wish.Apart(String one, String other) -> "  not together: " + one + ", " + other;
            case Wish.Limit(String coach, int partners) -> "  partners at most: " + coach + ", " + partners;
        };
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter errors() {
        return spec.commandLine().getErr();
    }
}
