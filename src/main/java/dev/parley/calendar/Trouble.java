package dev.parley.calendar;

/**
 * Something in a calendar that was not understood; it is left out.
 *
 * @param line where it stands, from 1, in lines as a text editor counts them
 * @param what the event's title, or what else it is that has the trouble
 * @param why a sentence for whoever keeps the calendar
 */
public record Trouble(int line, String what, String why) {

    @Override
    public String toString() {
        return "line " + line + ": " + what + ": " + why;
    }
}
