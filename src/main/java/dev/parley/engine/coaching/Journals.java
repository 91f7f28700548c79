package dev.parley.engine.coaching;

import dev.parley.platform.Account;
import java.util.Optional;

/**
 * What the private pages of coaching show: each thing to the person whose account asks, and to nobody else. What people wrote is plain
 * text here, for the page to escape. Nothing is done here; what can be done is a {@link dev.parley.platform.Choice} for
 * {@link dev.parley.platform.Coaching}. All methods answer at once and may be called from any thread.
 */
public interface Journals {

    /** Who an account is here; empty for somebody who is not known, or was erased. */
    Optional<Myself> who(Account account);

    /** How things stand for a person; empty where {@link #who} is. */
    Optional<MyHome> home(Account account);

    /** A partnership, for one who is in it; empty for everybody else, and where there is none. */
    Optional<MyPartnership> partnership(Account account, String id);

    /** All that a person has written; empty where {@link #who} is. */
    Optional<MyJournal> journal(Account account);

    /** What was put on the shelf for all; empty where {@link #who} is. */
    Optional<Shelf> shelf(Account account);

    /** What the lead of the programme may know; empty for everybody who is no lead. */
    Optional<LeadView> lead(Account account);

    /**
     * The occasions of a private calendar feed; empty where its address was revoked or never was.
     *
     * @param name of the feed, as in {@link MyHome#calendar}
     */
    Optional<MyCalendar> calendar(String name);
}
