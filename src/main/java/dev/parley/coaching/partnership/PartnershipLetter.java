package dev.parley.coaching.partnership;

import dev.parley.coaching.Look;
import dev.parley.conversation.Letter;

/** What a partnership says to one person in private, by reference: it is rendered when it is sent. */
public sealed interface PartnershipLetter extends Letter {

    /** They are asked to take part, with the agreement. */
    record Invitation() implements PartnershipLetter {}

    /** All have agreed. */
    record Beginning() implements PartnershipLetter {}

    /**
     * A question about a meeting.
     *
     * @param again whether it was put before
     */
    record Asking(String meeting, Look look, boolean again) implements PartnershipLetter {}

    /** The one reminder. */
    record Nudge(String meeting) implements PartnershipLetter {}

    /** The last question was answered or skipped: what they can do with what they wrote. */
    record Thanks(String meeting) implements PartnershipLetter {}

    /** All have chosen to share this, and it is open now. */
    record Opening(String meeting, Look look) implements PartnershipLetter {}

    /** The partnership is over, or will not begin. */
    record Farewell() implements PartnershipLetter {}
}
