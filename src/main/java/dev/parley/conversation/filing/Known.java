package dev.parley.conversation.filing;

import dev.parley.conversation.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/** What a chat knows about itself while a message is filed. A live chat answers from its state, a replay from inference. */
public interface Known {

    /** The questions put so far, by number. */
    SortedMap<Integer, Asked> asked();

    /** The words of all planned questions by number, also of those not yet put: an early answer is kept for its question. */
    SortedMap<Integer, String> script();

    /** Whether this person hosts or moderates the chat. */
    boolean moderates(PersonId person);

    /** Since when people are asked to introduce themselves. */
    Optional<Instant> introductionsSince();

    /** Since when the chat is closing and final thoughts are welcome. */
    Optional<Instant> closingSince();

    /** Who is meant by the name after an at sign, without the sign and in lower case, where the room tells. */
    default Optional<PersonId> named(String handle) {
        return Optional.empty();
    }

    /** Whether people of this chat label their answers, where that is known beforehand; otherwise the ledger counts. */
    default Optional<Boolean> labelsAreUsual() {
        return Optional.empty();
    }
}
