package dev.parley.command;

import dev.parley.calendar.Agenda;
import dev.parley.calendar.CalendarFetch;
import dev.parley.calendar.Meeting;
import dev.parley.calendar.Trouble;
import dev.parley.calendar.Window;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what Parley makes of a calendar, and keeps nothing. Ends with 0, with 1 when something was not understood, with 2 when it could not be read. */
@Command(
        name = "calendar",
        description =
                "Shows the meetings that Parley sees in a calendar, and names what it did not understand. Keeps nothing.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nEnds with:%n",
        exitCodeList = {
            "0:everything was understood",
            "1:some of it was not understood and is left out; the rest is shown",
            "2:wrong usage, or the calendar could not be read"
        })
public final class CalendarCommand implements Callable<Integer> {

    private static final int FINE = 0;
    private static final int SOME_LEFT_OUT = 1;
    private static final int FAILED = 2;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd", Locale.ENGLISH);
    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm xxx", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE|URL",
            description = {
                "An iCalendar file, or its address (https, http or webcal).",
                "Addresses inside of this network are refused."
            })
    private String source = "";

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "The first day, as 2026-03-02; today where none is given.")
    private @Nullable LocalDate from;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "28",
            description = "How many days, at most " + Window.MOST_DAYS + "; ${DEFAULT-VALUE} where none are given.")
    private int days;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = {
                "Whose clock the times are shown by, as Europe/Berlin; also of times for which the calendar names no zone.",
                "This machine's where none is given."
            })
    private @Nullable String zone;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    private final InstantSource clock;
    private final ZoneId here;

    /**
     * The command.
     *
     * @param clock says what is today
     * @param here the zone of this machine
     */
    public CalendarCommand(InstantSource clock, ZoneId here) {
        this.clock = clock;
        this.here = here;
    }

    @Override
    public Integer call() {
        Window window = window();
        byte[] calendar;
        try {
            calendar = CalendarFetch.isAddress(source) ? new CalendarFetch().fetch(source) : read(source);
        } catch (IOException failed) {
            spec.commandLine().getErr().println(sentence(failed));
            spec.commandLine().getErr().flush();
            return FAILED;
        }
        Agenda agenda = Agenda.of(calendar, window);
        if (json) {
            printJson(agenda, window);
        } else {
            printText(agenda, window);
        }
        return agenda.troubles().isEmpty() ? FINE : SOME_LEFT_OUT;
    }

    private Window window() {
        try {
            ZoneId shown = zone == null ? here : ZoneId.of(zone);
            LocalDate first = from == null ? LocalDate.ofInstant(clock.instant(), shown) : from;
            return new Window(first, days, shown);
        } catch (DateTimeException unknown) {
            throw new ParameterException(spec.commandLine(), "There is no zone \"" + zone + "\".");
        } catch (IllegalArgumentException impossible) {
            throw new ParameterException(spec.commandLine(), String.valueOf(impossible.getMessage()));
        }
    }

    private byte[] read(String file) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            byte[] calendar = in.readNBytes(Agenda.LARGEST + 1);
            if (calendar.length > Agenda.LARGEST) {
                throw new IOException(file + " is larger than " + (Agenda.LARGEST >> 20) + " MiB");
            }
            return calendar;
        } catch (InvalidPathException impossible) {
            throw new NoSuchFileException(file);
        }
    }

    private static String sentence(IOException failed) {
        return switch (failed) {
            case NoSuchFileException gone -> "There is no file " + gone.getFile() + ".";
            case AccessDeniedException closed -> closed.getFile() + " may not be read by you.";
            default -> "The calendar could not be read: " + failed.getMessage();
        };
    }

    private void printText(Agenda agenda, Window window) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter errors = spec.commandLine().getErr();
        agenda.meetings().forEach(meeting -> print(meeting, window.zone(), out));
        out.printf(
                "%s in %s from %s on, by the clock of %s.%n",
                counted(agenda.meetings().size(), "meeting"),
                window.days() == 1 ? "one day" : window.days() + " days",
                DAY.format(window.first()),
                window.zone());
        out.flush();
        agenda.troubles().forEach(errors::println);
        if (!agenda.troubles().isEmpty()) {
            errors.println(counted(agenda.troubles().size(), "thing") + " not understood and left out.");
        }
        errors.flush();
    }

    private static String counted(int number, String what) {
        return number == 1 ? "One " + what : number == 0 ? "No " + what + "s" : number + " " + what + "s";
    }

    private static void print(Meeting meeting, ZoneId zone, PrintWriter out) {
        out.println(when(meeting, zone) + "  "
                + (meeting.title().isEmpty() ? "(no title)" : meeting.title())
                + (meeting.cancelled() ? "  (cancelled)" : "")
                + (meeting.attendees().isEmpty() ? "" : "  <" + String.join(", ", meeting.attendees()) + ">"));
    }

    private static String when(Meeting meeting, ZoneId zone) {
        ZonedDateTime start = meeting.start().atZone(zone);
        ZonedDateTime end = meeting.end().atZone(zone);
        if (meeting.allDay()) {
            LocalDate last = end.toLocalDate().minusDays(1);
            boolean one = !last.isAfter(start.toLocalDate());
            return DAY.format(start) + (one ? "" : " to " + DAY.format(last)) + ", all day";
        }
        boolean sameDay = start.toLocalDate().equals(end.toLocalDate())
                && start.getOffset().equals(end.getOffset());
        return START.format(start) + " to " + (sameDay ? TIME : START).format(end);
    }

    private void printJson(Agenda agenda, Window window) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("from", window.first().toString());
        all.put("days", window.days());
        all.put("zone", window.zone().getId());
        all.put(
                "meetings",
                agenda.meetings().stream()
                        .map(meeting -> json(meeting, window.zone()))
                        .toList());
        all.put(
                "troubles",
                agenda.troubles().stream().map(CalendarCommand::json).toList());
        JsonOutput.print(spec.commandLine().getOut(), all);
    }

    private static Map<String, Object> json(Meeting meeting, ZoneId zone) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("uid", meeting.uid());
        shown.put("instance", meeting.instance());
        shown.put("title", meeting.title());
        shown.put("start", local(meeting.start(), zone));
        shown.put("end", local(meeting.end(), zone));
        shown.put("allDay", meeting.allDay());
        shown.put("cancelled", meeting.cancelled());
        shown.put("attendees", meeting.attendees());
        return shown;
    }

    private static String local(Instant instant, ZoneId zone) {
        return OFFSET.format(instant.atZone(zone));
    }

    private static Map<String, Object> json(Trouble trouble) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("line", trouble.line());
        shown.put("what", trouble.what());
        shown.put("why", trouble.why());
        return shown;
    }
}
