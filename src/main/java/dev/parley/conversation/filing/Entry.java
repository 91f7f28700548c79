package dev.parley.conversation.filing;

import dev.parley.conversation.Filing;
import dev.parley.conversation.Kind;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Said;
import java.time.Duration;

/**
 * A message that has been filed.
 *
 * @param said the message
 * @param reading what its text showed
 * @param filing where it was filed
 */
record Entry(Said said, Remembered reading, Filing filing) {

    MessageId message() {
        return said.message();
    }

    PersonId author() {
        return said.author();
    }

    boolean is(Kind kind) {
        return filing.kind() == kind;
    }

    /** Whether these are its author's own words. */
    boolean own() {
        return !reading.shared();
    }

    boolean within(Duration time, Said later) {
        Duration between = Duration.between(said.at(), later.at());
        return !between.isNegative() && between.compareTo(time) <= 0;
    }
}
