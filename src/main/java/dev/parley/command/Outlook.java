package dev.parley.command;

import dev.parley.schedule.Occurrence;
import dev.parley.schedule.Timetable;
import dev.parley.setup.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is coming in a series.
 *
 * @param series which
 * @param meetings the next ones, in order; none for a series without a weekly time
 * @param left how many of them in a row have a script
 */
record Outlook(Series series, List<Meeting> meetings, int left) {

    /**
     * A meeting as people will see it.
     *
     * @param date its name, the date before any move
     * @param start in local time, with the offset that holds then
     * @param script what it is about; empty where the queue has run out
     * @param notes what is special about its time
     */
    record Meeting(String date, OffsetDateTime start, Optional<String> script, List<String> notes) {}

    /** The next meetings of a series from an instant on. */
    static Outlook of(Series series, Instant now, int count) {
        return series.timetable()
                .map(timetable -> of(series, timetable, now, count))
                .orElseGet(() -> new Outlook(series, List.of(), 0));
    }

    private static Outlook of(Series series, Timetable timetable, Instant now, int count) {
        List<Occurrence> coming = timetable.coming(now, count);
        List<Meeting> meetings = new ArrayList<>();
        Instant before = now;
        for (Occurrence meeting : coming) {
            meetings.add(meeting(series, timetable, before, meeting));
            before = meeting.start();
        }
        return new Outlook(series, meetings, series.queue().left(timetable, coming));
    }

    private static Meeting meeting(Series series, Timetable timetable, Instant before, Occurrence meeting) {
        ZoneId zone = timetable.weekly().zone();
        List<String> notes = new ArrayList<>();
        LocalDateTime instead = timetable.moved().get(meeting.date());
        LocalDateTime planned =
                instead == null ? meeting.date().atTime(timetable.weekly().time()) : instead;
        if (instead != null) {
            notes.add("moved from " + meeting.date());
        }
        ZoneOffset then = zone.getRules().getOffset(meeting.start());
        change(zone.getRules().getOffset(before), then).ifPresent(notes::add);
        int offsets = zone.getRules().getValidOffsets(planned).size();
        if (offsets == 0) {
            notes.add(planned.toLocalTime() + " does not exist on that day; it begins when the clocks have changed");
        } else if (offsets == 2) {
            notes.add(planned.toLocalTime() + " comes twice on that day; the first is meant");
        }
        return new Meeting(
                meeting.date().toString(),
                meeting.start().atOffset(then),
                series.queue().script(timetable, meeting.date()),
                notes);
    }

    private static Optional<String> change(ZoneOffset before, ZoneOffset then) {
        int seconds = then.getTotalSeconds() - before.getTotalSeconds();
        long minutes = Duration.ofSeconds(Math.abs(seconds)).toMinutes();
        return seconds == 0
                ? Optional.empty()
                : Optional.of("the clocks have gone " + (seconds > 0 ? "forward" : "back") + " by " + minutes
                        + " minutes since the one before");
    }
}
