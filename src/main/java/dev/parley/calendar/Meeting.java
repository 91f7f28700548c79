package dev.parley.calendar;

import java.time.Instant;
import java.util.List;

/**
 * One meeting as a calendar tells of it.
 *
 * @param uid the event's name in its calendar; one of our making where the calendar gives none
 * @param instance which one of a series it is: the day on which the series had it, and stays when it is moved; {@link #ONLY} where there
 *     is no series
 * @param title in one line, without control characters; empty where the calendar has none
 * @param start when it begins; of an all-day event the first instant of its day in the zone that was asked for
 * @param end when it is over; never before its start
 * @param allDay whether it has days instead of times
 * @param cancelled whether it was called off
 * @param attendees the addresses of those who are invited and of who invites, in lower case; without rooms and things
 */
public record Meeting(
        String uid,
        String instance,
        String title,
        Instant start,
        Instant end,
        boolean allDay,
        boolean cancelled,
        List<String> attendees) {

    /** The instance of an event that does not repeat. */
    public static final String ONLY = "only";

    /** A meeting; its list of addresses is copied. */
    public Meeting {
        attendees = List.copyOf(attendees);
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("ends before it begins");
        }
    }
}
