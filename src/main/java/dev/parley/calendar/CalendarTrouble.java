package dev.parley.calendar;

import java.io.IOException;

/**
 * A calendar could not be fetched. The message is a sentence that names the host alone: the rest of a calendar's address is often a secret.
 */
public final class CalendarTrouble extends IOException {

    CalendarTrouble(String message) {
        super(message);
    }
}
