package dev.parley.command;

import dev.parley.schedule.SpokenTime;
import dev.parley.setup.Configuration;
import dev.parley.setup.VisitFile;
import dev.parley.voice.Phrase;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Invites a group to a visit. */
@Command(
        name = "visit",
        mixinStandardHelpOptions = true,
        description = {
            "Invites up to twelve people to a group visit: the Parley that runs here asks each of them in private whether they come,",
            "and puts one question to all of them a little after the end. Whoever was asked before is not asked twice."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:They have been asked.",
            "1:Nobody was asked; why is printed.",
            "2:The command was not understood."
        })
final class VisitCommand implements Callable<Integer> {

    /** Only to read with: an end has to be told. */
    private static final Duration USUAL = Duration.ofMinutes(45);

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.UK);

    private final Collection<? extends Phrase> phrases;
    private final InstantSource clock;

    @Parameters(
            paramLabel = "FILE",
            description = "The visit: title, when, the question, people with accounts. See config/visit.example.yaml.")
    private Path file = Path.of("");

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    VisitCommand(Collection<? extends Phrase> phrases, InstantSource clock) {
        this.phrases = phrases;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        VisitFile visit = VisitFile.read(file).value();
        Configuration configuration = config.read(phrases).value().configuration();
        SpokenTime.Understood time =
                time(visit.when(), configuration.community().zone());
        DataFolder data = new DataFolder(Databases.folder(configuration, config.home()));
        String answer = Knock.at(
                        data,
                        Proposing.VISIT,
                        Proposing.visit(
                                visit.cycle(), visit.title(), time.start(), time.end(), visit.prompt(), people(visit)))
                .orElseThrow(Partnerships::notRunning);
        print(visit, time, answer);
        return 0;
    }

    private SpokenTime.Understood time(String when, ZoneId zone) {
        SpokenTime read = SpokenTime.read(when, clock.instant(), zone, USUAL);
        if (read instanceof SpokenTime.Understood time && !time.remarks().contains(SpokenTime.Remark.USUAL_LENGTH)) {
            return time;
        }
        throw new CannotStart(file + ": \"" + when + "\" is not clear as a time to come, with its end."
                + " Write for example when: 2026-12-01 09:00-09:45, or with its zone: 2026-12-01 09:00-09:45 " + zone
                + ".");
    }

    private static List<Proposing.Person> people(VisitFile visit) {
        List<Proposing.Person> people = new ArrayList<>();
        visit.people()
                .forEach(guest -> people.add(
                        new Proposing.Person(guest.name(), guest.account(), people.isEmpty() ? "coach" : "partner")));
        return people;
    }

    private void print(VisitFile visit, SpokenTime.Understood time, String answer) {
        PrintWriter out = spec.commandLine().getOut();
        ZonedDateTime start = time.start().atZone(time.zone());
        List<String> names = visit.people().stream().map(VisitFile.Guest::name).toList();
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("title", visit.title());
            all.put("start", time.start().toString());
            all.put("end", time.end().toString());
            all.put("people", names);
            all.put("state", answer);
            JsonOutput.print(out, all);
            return;
        }
        out.println(visit.title() + ": " + SHOWN.format(start) + " (" + time.zone() + "), "
                + Duration.between(time.start(), time.end()).toMinutes() + " minutes");
        out.println(String.join(" · ", names));
        out.println(
                answer.equals(Proposing.ASKED)
                        ? "Each of them is asked in private whether they come."
                        : "They have been asked to this visit before, and are not asked twice.");
        out.flush();
    }
}
