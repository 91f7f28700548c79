package dev.parley.coaching.programme;

import dev.parley.conversation.Letter;
import java.time.YearMonth;

/** What the programme says to a lead in private, by reference. */
public sealed interface ProgrammeLetter extends Letter {

    /** Somebody needs something. */
    record NeedHeard(String need) implements ProgrammeLetter {}

    /**
     * A question of the lead's own, after a month.
     *
     * @param prompt its id
     */
    record LeadAsking(YearMonth month, String prompt) implements ProgrammeLetter {}
}
