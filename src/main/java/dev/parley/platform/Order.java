package dev.parley.platform;

import java.util.Optional;

/**
 * What somebody orders by a command of coaching.
 *
 * @param kind what
 * @param with another person, where one is named: of the same platform
 * @param text the rest of what was typed; may be empty
 */
public record Order(Kind kind, Optional<Named> with, String text) {

    /**
     * Somebody who is named.
     *
     * @param name what they are called there; empty where the platform does not say
     */
    public record Named(Account account, String name) {}

    /** What can be ordered. */
    public enum Kind {
        /** How things stand: partnerships, meetings to come, what is open. Also without any other word. */
        OVERVIEW,
        /** Proposes a partnership to {@code with}; the text names a cycle, or nothing. */
        PARTNER,
        /** Sets a meeting: {@code tomorrow 3pm, 45 minutes}. */
        MEET,
        /** Shows what I was asked and have not answered. */
        REFLECT,
        /** Shows and changes the goal. */
        GOAL,
        /** Something I will try: the text. */
        TRY,
        /** A need for the lead: the text. */
        NEED,
        /** My own clock: zone and quiet hours. */
        CLOCK,
        /** A link to my journal that works once. */
        JOURNAL,
        /** Leaves a partnership. */
        LEAVE
    }
}
