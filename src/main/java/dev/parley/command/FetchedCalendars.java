package dev.parley.command;

import dev.parley.calendar.Agenda;
import dev.parley.calendar.CalendarFetch;
import dev.parley.calendar.CalendarTrouble;
import dev.parley.calendar.Meeting;
import dev.parley.calendar.Window;
import dev.parley.coaching.partnership.Occurrence;
import dev.parley.engine.coaching.Calendars;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calendars fetched from the open internet. Of what is in them only times are handed on; a day without times is no meeting. A page in place
 * of a calendar, or one that was cut off, is none: what is missing in it was not called off.
 *
 * @param zone of times for which a calendar names none
 */
record FetchedCalendars(CalendarFetch fetch, ZoneId zone) implements Calendars {

    private static final Logger LOG = LoggerFactory.getLogger(FetchedCalendars.class);

    @Override
    public Optional<Found> read(String address, String word, Instant from, Instant to) {
        try {
            return of(fetch.fetch(address), word, from, to);
        } catch (CalendarTrouble trouble) {
            LOG.debug("A calendar cannot be read just now");
            return Optional.empty();
        }
    }

    Optional<Found> of(byte[] calendar, String word, Instant from, Instant to) {
        int days = (int) Duration.between(from, to).toDays() + 1;
        Agenda agenda = Agenda.of(calendar, new Window(from.atZone(zone).toLocalDate(), days, zone));
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        if (!agenda.whole()) {
            return Optional.empty();
        }
        List<Occurrence> occurrences = agenda.meetings().stream()
                .filter(meeting -> !meeting.allDay()
                        && meeting.title().toLowerCase(Locale.ROOT).contains(wanted))
                .map(FetchedCalendars::occurrence)
                .toList();
        Set<String> unread = agenda.unread().stream()
                .map(Agenda.Unread::uid)
                .filter(uid -> !uid.isEmpty())
                .collect(Collectors.toSet());
        List<String> titles = agenda.unread().stream()
                .map(Agenda.Unread::title)
                .filter(title -> title.toLowerCase(Locale.ROOT).contains(wanted))
                .distinct()
                .toList();
        return Optional.of(new Found(occurrences, unread, titles));
    }

    private static Occurrence occurrence(Meeting meeting) {
        return new Occurrence(meeting.uid(), meeting.instance(), meeting.start(), meeting.end(), meeting.cancelled());
    }
}
