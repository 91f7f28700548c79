package dev.parley.platform;

/** The quiet receipt on a message. */
public enum Mark {
    FILED,
    GUESSED,
    NONE
}
