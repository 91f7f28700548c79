package dev.parley.engine.coaching;

import java.time.Instant;
import java.util.List;

/**
 * The occasions of a person's private calendar feed. Calendars are read by programs of other people's making, so there is no name in it
 * and nobody's words.
 */
public record MyCalendar(List<Occasion> occasions) {

    public MyCalendar {
        occasions = List.copyOf(occasions);
    }

    /**
     * A meeting or a time to reflect.
     *
     * @param name stays with it, also when it is moved; of letters, digits and hyphens
     * @param meeting whether it is a meeting
     * @param changed when it was last changed
     */
    public record Occasion(
            String name, boolean meeting, Instant start, Instant end, boolean calledOff, Instant changed) {}
}
