package dev.parley.coaching.programme;

/** What somebody needs. */
public enum NeedKind {
    TIME,
    COVER,
    HELP,
    OTHER
}
