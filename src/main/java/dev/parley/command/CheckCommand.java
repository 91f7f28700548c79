package dev.parley.command;

import dev.parley.setup.CoachingSettings;
import dev.parley.setup.Configuration.Room;
import dev.parley.setup.Problem;
import dev.parley.setup.Reading;
import dev.parley.setup.Series;
import dev.parley.setup.Setup;
import dev.parley.voice.Phrase;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads and checks everything that is written down, and asks Discord and Slack about the bot; changes nothing, opens no database and no port. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Reads and checks the settings, all prompts, the next dates and the bot on Discord and Slack, and changes nothing.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:All is well.", "1:Something is wrong; it is printed.", "2:The command was not understood."})
public final class CheckCommand implements Callable<Integer> {

    private static final int COMING = 8;
    private static final String DISCORD = "discord";
    private static final String SLACK = "slack";
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm xxx", Locale.ENGLISH);

    private final Collection<? extends Phrase> phrases;
    private final InstantSource clock;

    @Parameters(
            arity = "0..1",
            paramLabel = "discord|slack",
            description = {
                "Asks Discord or Slack about the bot, and prints the link that invites it or makes it.",
                "Without it that is done where rooms are there and the tokens are here."
            })
    private @Nullable String platform;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * The command.
     *
     * @param phrases all that Parley can say
     * @param clock from when on dates are shown
     */
    public CheckCommand(Collection<? extends Phrase> phrases, InstantSource clock) {
        this.phrases = phrases;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        boolean asked = asked();
        Reading<Setup> read = config.read(phrases);
        Found found = switch (read) {
            case Reading.Good<Setup>(Setup setup) ->
                new Found(
                        List.of(),
                        setup.warnings(),
                        asked ? List.of() : outlooks(setup),
                        asked ? Map.of() : coaching(setup),
                        platforms(setup));
            case Reading.Broken<Setup>(List<Problem> problems) ->
                new Found(problems, List.of(), List.of(), Map.of(), Map.of());
        };
        if (json) {
            printJson(found);
        } else {
            printText(found);
        }
        return found.isWell() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    /** Everything that a check brings to light. */
    private record Found(
            List<Problem> problems,
            List<Problem> warnings,
            List<Outlook> outlooks,
            Map<String, List<String>> coaching,
            Map<String, PlatformOutlook> platforms) {

        boolean isWell() {
            return problems.isEmpty() && platforms.values().stream().allMatch(PlatformOutlook::isWell);
        }
    }

    private boolean asked() {
        if (platform != null && !platform.equals(DISCORD) && !platform.equals(SLACK)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "\"" + platform + "\" cannot be checked by itself; only discord and slack can.");
        }
        return platform != null;
    }

    /** The platforms that were asked, by their names. */
    private Map<String, PlatformOutlook> platforms(Setup setup) {
        Map<String, PlatformOutlook> asked = new LinkedHashMap<>();
        Map<String, String> environment = System.getenv();
        if (!SLACK.equals(platform)) {
            DiscordOutlook.of(setup, DISCORD.equals(platform), environment)
                    .ifPresent(outlook -> asked.put(DISCORD, outlook));
        }
        if (!DISCORD.equals(platform)) {
            SlackOutlook.of(setup, SLACK.equals(platform), environment).ifPresent(outlook -> asked.put(SLACK, outlook));
        }
        return asked;
    }

    private List<Outlook> outlooks(Setup setup) {
        return setup.configuration().series().stream()
                .map(series -> Outlook.of(series, clock.instant(), COMING))
                .toList();
    }

    /** What coaching offers, by what it is. */
    private static Map<String, List<String>> coaching(Setup setup) {
        CoachingSettings settings = setup.configuration().coaching();
        Map<String, List<String>> offered = new LinkedHashMap<>();
        offered.put(
                "cycles",
                setup.prompts().cycles().keySet().stream()
                        .filter(settings::offersCycle)
                        .toList());
        offered.put(
                "frameworks",
                setup.prompts().frameworks().keySet().stream()
                        .filter(settings::offersFramework)
                        .toList());
        return offered;
    }

    private static void print(Map<String, List<String>> coaching, PrintWriter out) {
        if (coaching.values().stream().anyMatch(names -> !names.isEmpty())) {
            out.println("Coaching");
            coaching.forEach((kind, names) -> out.println(
                    "  " + names.size() + " " + kind + (names.isEmpty() ? "" : ": " + String.join(", ", names))));
            out.println();
        }
    }

    private void printText(Found found) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<Problem> problems = found.problems();
        if (!problems.isEmpty()) {
            problems.forEach(err::println);
            err.println(problems.size() == 1 ? "One problem." : problems.size() + " problems.");
            err.flush();
            return;
        }
        found.warnings().forEach(warning -> err.println("Warning: " + warning));
        found.outlooks().forEach(outlook -> print(outlook, out));
        print(found.coaching(), out);
        found.platforms().values().forEach(outlook -> outlook.print(out));
        out.println(found.isWell() ? "All is well." : "Not all is well.");
        out.flush();
        err.flush();
    }

    private static void print(Outlook outlook, PrintWriter out) {
        Series series = outlook.series();
        out.println(series.title() + " (" + series.id() + ") in "
                + series.rooms().stream().map(CheckCommand::named).collect(Collectors.joining(", "))
                + series.timetable()
                        .map(timetable -> ", " + timetable.weekly().zone())
                        .orElse(", begins when the first person arrives"));
        for (Outlook.Meeting meeting : outlook.meetings()) {
            out.println("  " + LOCAL.format(meeting.start()) + "  "
                    + meeting.script().orElse("no script")
                    + (meeting.notes().isEmpty() ? "" : "  (" + String.join("; ", meeting.notes()) + ")"));
        }
        if (series.timetable().isPresent() && outlook.left() < Math.min(series.warnWeeks(), COMING)) {
            out.println("  " + dry(outlook.left()) + ": add some to scripts.");
        }
        out.println();
    }

    private static String named(Room room) {
        List<String> elsewhere = new ArrayList<>();
        room.discord().ifPresent(_ -> elsewhere.add("on Discord"));
        room.slack().ifPresent(_ -> elsewhere.add("on Slack"));
        if (elsewhere.isEmpty()) {
            return room.id();
        }
        if (room.web()) {
            elsewhere.addFirst("on the web");
        }
        return room.id() + " " + String.join(" and ", elsewhere);
    }

    private static String dry(int left) {
        return switch (left) {
            case 0 -> "The queue of scripts is empty";
            case 1 -> "The queue of scripts runs dry after the next chat";
            default -> "The queue of scripts runs dry after the next " + left + " chats";
        };
    }

    private void printJson(Found found) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("ok", found.isWell());
        all.put("problems", found.problems());
        all.put("warnings", found.warnings());
        all.put("series", found.outlooks().stream().map(CheckCommand::json).toList());
        all.putAll(found.coaching());
        found.platforms().forEach((name, outlook) -> all.put(name, outlook.json()));
        JsonOutput.print(spec.commandLine().getOut(), all);
    }

    private static Map<String, Object> json(Outlook outlook) {
        Map<String, Object> series = new LinkedHashMap<>();
        series.put("id", outlook.series().id());
        series.put("title", outlook.series().title());
        series.put("rooms", outlook.series().rooms().stream().map(Room::id).toList());
        series.put("withScript", outlook.left());
        series.put("coming", outlook.meetings().stream().map(CheckCommand::json).toList());
        return series;
    }

    private static Map<String, Object> json(Outlook.Meeting meeting) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("date", meeting.date());
        shown.put("start", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(meeting.start()));
        shown.put("script", meeting.script().orElse(null));
        shown.put("notes", meeting.notes());
        return shown;
    }
}
