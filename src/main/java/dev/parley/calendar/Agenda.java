package dev.parley.calendar;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Parley makes of a calendar for some days.
 *
 * @param meetings by their beginning, also those that were called off
 * @param troubles what was not understood, by line; none of it is among the meetings
 * @param unread the events of which something was not understood: of their other meetings nobody knows
 * @param whole whether it is a calendar to its end; of one that is not, nobody knows what else should be in it
 */
public record Agenda(List<Meeting> meetings, List<Trouble> troubles, List<Unread> unread, boolean whole) {

    /** The largest calendar that is read, in bytes. */
    public static final int LARGEST = 16 << 20;

    /**
     * An event of which something was not understood.
     *
     * @param uid its name; empty where its calendar gives it none
     * @param title what it is called; empty where it is not
     */
    public record Unread(String uid, String title) {}

    /** An agenda; its lists are copied. */
    public Agenda {
        meetings = List.copyOf(meetings);
        troubles = List.copyOf(troubles);
        unread = List.copyOf(unread);
    }

    /**
     * Reads a calendar (iCalendar, RFC 5545). Whatever the bytes are, this ends soon, and says what it did not understand.
     *
     * @param calendar the file's bytes, as UTF-8 or Windows-1252
     * @param window the days that are asked about
     * @throws IllegalArgumentException where there are more than {@link #LARGEST} bytes
     */
    public static Agenda of(byte[] calendar, Window window) {
        if (calendar.length > LARGEST) {
            throw new IllegalArgumentException("The calendar is larger than " + LARGEST + " bytes.");
        }
        return new Making(Component.of(Unfolding.of(calendar)), window).agenda();
    }

    private static final class Making {

        private static final String CALENDAR = "VCALENDAR";
        private static final String EVENT = "VEVENT";

        private final Component file;
        private final Window window;
        private final Effort effort = new Effort();
        private final EventReader reader;
        private final Map<String, Series> series = new LinkedHashMap<>();
        private final List<Trouble> troubles = new ArrayList<>();
        private final List<Unread> unread = new ArrayList<>();

        Making(Component file, Window window) {
            this.file = file;
            this.window = window;
            this.reader = new EventReader(
                    new Zones(file, effort, window), window.zone().getRules());
        }

        Agenda agenda() {
            List<Component> calendars = file.all(CALENDAR).toList();
            if (calendars.isEmpty()) {
                trouble(1, "the file", "it is no calendar; there is no line BEGIN:VCALENDAR");
            }
            for (Component calendar : calendars) {
                if (!calendar.isWhole()) {
                    trouble(calendar.line(), "the calendar", "it has no end; it may have been cut off");
                }
                boolean cancels = calendar.first("METHOD")
                        .filter(method -> method.word().equals("CANCEL"))
                        .isPresent();
                calendar.inner(EVENT).forEach(event -> read(event, cancels));
            }
            List<Meeting> meetings = new ArrayList<>();
            series.values().forEach(events -> meetings.addAll(events.meetings(window, effort, this::unsolved)));
            meetings.sort(Comparator.comparing(Meeting::start)
                    .thenComparing(Meeting::uid)
                    .thenComparing(Meeting::instance));
            troubles.sort(Comparator.comparingInt(Trouble::line));
            boolean whole = !calendars.isEmpty() && calendars.stream().allMatch(Component::isWhole);
            return new Agenda(meetings, troubles, unread, whole);
        }

        private void unsolved(Series.Unsolved one) {
            trouble(one.why().line(), one.event().title(), one.why().why());
            unread.add(new Unread(one.event().uid(), one.event().title()));
        }

        private void read(Component event, boolean cancelled) {
            effort.begin();
            try {
                Event read = reader.read(event, cancelled);
                series(read.uid()).add(read);
            } catch (Unreadable why) {
                trouble(why.line(), EventReader.title(event), why.why());
                leaveOut(event);
            } catch (DateTimeException | ArithmeticException impossible) {
                trouble(event.line(), EventReader.title(event), "its dates cannot be worked out");
                leaveOut(event);
            }
        }

        /** Where a changed meeting is not understood, the series must not have it either as if it were not changed. */
        private void leaveOut(Component event) {
            Optional<String> uid = EventReader.uid(event);
            unread.add(new Unread(uid.orElse(""), EventReader.title(event)));
            if (uid.isPresent()) {
                reader.replaced(event)
                        .ifPresent(at -> series(uid.get()).addUnknown(at, EventReader.isAndFuture(event)));
            }
        }

        private Series series(String uid) {
            return series.computeIfAbsent(uid, _ -> new Series());
        }

        private void trouble(int line, String title, String why) {
            troubles.add(new Trouble(line, title.isEmpty() ? "an event without a title" : title, why));
        }
    }
}
