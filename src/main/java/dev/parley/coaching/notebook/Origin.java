package dev.parley.coaching.notebook;

/** Where somebody said that they will try something. */
public enum Origin {
    /** After a meeting. */
    MEETING,
    /** In a chat's final thoughts. */
    CHAT,
    /** By themselves. */
    OWN
}
