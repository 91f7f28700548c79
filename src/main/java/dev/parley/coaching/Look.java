package dev.parley.coaching;

/** Where a prompt looks. After a meeting each person is asked one of each, in this order. */
public enum Look {
    BACK,
    AT,
    AHEAD
}
