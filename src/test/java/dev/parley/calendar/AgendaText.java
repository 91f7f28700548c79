package dev.parley.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is expected of a calendar, as a text that a person reads; its first line without a # says which days are asked about. */
record AgendaText(Window window, List<String> lines) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm xxx", Locale.ENGLISH);
    private static final DateTimeFormatter END = DateTimeFormatter.ofPattern("EEE HH:mm xxx", Locale.ENGLISH);

    static AgendaText of(String text) {
        List<String> all = text.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
        String[] days = all.getFirst().split(", ");
        Window window = new Window(
                LocalDate.parse(days[0]), Integer.parseInt(days[1].replace(" days", "")), ZoneId.of(days[2]));
        return new AgendaText(window, all.subList(1, all.size()));
    }

    static List<String> lines(Agenda agenda, ZoneId zone) {
        return Stream.concat(
                        agenda.meetings().stream().map(meeting -> line(meeting, zone)),
                        agenda.troubles().stream().map(trouble -> "! " + trouble))
                .toList();
    }

    private static String line(Meeting meeting, ZoneId zone) {
        ZonedDateTime start = meeting.start().atZone(zone);
        ZonedDateTime end = meeting.end().atZone(zone);
        return TIME.format(start) + " to " + END.format(end)
                + (meeting.allDay() ? ", all day" : "")
                + (meeting.cancelled() ? ", cancelled" : "")
                + " | " + meeting.title()
                + " | " + meeting.uid() + " " + meeting.instance()
                + (meeting.attendees().isEmpty() ? "" : " | " + String.join(" ", meeting.attendees()));
    }
}
