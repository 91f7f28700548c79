package dev.parley.evening;

import dev.parley.calendar.Agenda;
import dev.parley.calendar.Window;
import dev.parley.coaching.partnership.Occurrence;
import dev.parley.engine.coaching.Calendars;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The calendar that somebody keeps: its address gives what its text is at that moment. */
final class FiledCalendar implements Calendars {
    private final String address;
    private final ZoneId zone;
    private volatile String text = "";

    FiledCalendar(String address, ZoneId zone) {
        this.address = address;
        this.zone = zone;
    }

    /** It is another version from here on. */
    void becomes(String events) {
        text = ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Somebody//Calendar//EN\n" + events + "END:VCALENDAR\n")
                .replace("\n", "\r\n");
    }

    @Override
    public Optional<Found> read(String asked, String word, Instant from, Instant to) {
        if (!asked.equals(address)) {
            return Optional.empty();
        }
        int days = (int) Duration.between(from, to).toDays() + 1;
        Window window = new Window(from.atZone(zone).toLocalDate(), days, zone);
        Agenda agenda = Agenda.of(text.getBytes(StandardCharsets.UTF_8), window);
        List<Occurrence> occurrences = agenda.meetings().stream()
                .filter(meeting -> meeting.title().contains(word))
                .map(meeting -> new Occurrence(
                        meeting.uid(), meeting.instance(), meeting.start(), meeting.end(), meeting.cancelled()))
                .toList();
        return Optional.of(new Found(occurrences, Set.of(), List.of()));
    }
}
