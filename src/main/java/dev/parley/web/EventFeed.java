package dev.parley.web;

import java.time.Duration;
import java.util.List;

/** What goes into one open event stream. Used by one thread. */
public interface EventFeed extends AutoCloseable {

    /**
     * The next events, waiting for them if need be.
     *
     * @return empty when there was nothing in all that time
     */
    List<Event> next(Duration patience) throws InterruptedException;

    /** The visitor has gone. */
    @Override
    void close();

    /**
     * One event.
     *
     * @param id where to go on from after a break; empty keeps the last one
     * @param name the event's name
     * @param data its text, any number of lines
     */
    record Event(String id, String name, String data) {

        void writeTo(StringBuilder stream) {
            if (!id.isEmpty()) {
                stream.append("id: ").append(id).append('\n');
            }
            stream.append("event: ").append(name).append('\n');
            data.lines().forEach(line -> stream.append("data: ").append(line).append('\n'));
            if (data.isEmpty()) {
                stream.append("data:\n");
            }
            stream.append('\n');
        }
    }
}
