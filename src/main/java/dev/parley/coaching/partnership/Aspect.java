package dev.parley.coaching.partnership;

/** What a goal is said in. */
public enum Aspect {
    /** How things are. */
    CURRENT_REALITY,
    /** How they are to be. */
    GOAL,
    /** What will be tried. */
    STRATEGY,
    /** By what it will be seen. */
    PROGRESS
}
