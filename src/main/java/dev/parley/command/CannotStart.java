package dev.parley.command;

/** Something outside stops a command; the message says what and what to do. */
final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotStart(String what) {
        super(what);
    }
}
