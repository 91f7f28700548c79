package dev.parley.coaching.partnership;

/** How it came that a person is not asked any more about a meeting. */
public enum Ending {
    /** Every question was answered or skipped. */
    DONE,
    /** Not this time. */
    LET_BE,
    /** A week went by. */
    PATIENCE,
    /** The next meeting's questions came. */
    OVERTAKEN,
    /** They want no more prompts from this partnership, or left it, or it is over. */
    STOPPED
}
