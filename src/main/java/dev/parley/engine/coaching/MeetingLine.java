package dev.parley.engine.coaching;

import dev.parley.platform.Choice;
import java.time.Instant;
import java.util.List;

/**
 * A meeting.
 *
 * @param title what people see: a topic, or with whom
 * @param calledOff whether it will not be, or was not
 */
public record MeetingLine(String title, Instant start, Instant end, boolean calledOff, List<Choice> choices) {

    public MeetingLine {
        choices = List.copyOf(choices);
    }
}
