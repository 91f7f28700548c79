package dev.parley.platform.slack.local;

/** What somebody does who is asked to let the app into a workspace. */
public enum Agreement {
    GIVEN,
    DENIED,
    /** For all workspaces of an organization at once. */
    FOR_THE_ORGANIZATION,
    /** With a token that runs out, as of an app whose tokens rotate. */
    FOR_A_WHILE
}
