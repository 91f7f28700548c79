package dev.parley.calendar;

/** A part of a calendar is not understood, with its line and the reason. */
final class Unreadable extends RuntimeException {

    private final int line;

    Unreadable(int line, String why) {
        super(why, null, false, false);
        this.line = line;
    }

    int line() {
        return line;
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
