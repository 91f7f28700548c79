package dev.parley.coaching.partnership;

/** How a partnership ended. */
public enum Outcome {
    /** Its cycle is done. */
    FINISHED,
    /** So many left that nobody has a partner. */
    LEFT,
    /** It never began. */
    DECLINED
}
