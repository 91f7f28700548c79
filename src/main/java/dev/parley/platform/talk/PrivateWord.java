package dev.parley.platform.talk;

import dev.parley.platform.Incoming;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;

/** Something that a person said to the bot in private. Answers block, and throw {@link Refused} or {@link Unreachable}. */
public interface PrivateWord {

    /** What was said, never blank, by an id of its message that no other private message has; at most 40 characters. */
    Incoming.Said said();

    /** Says in the same place something to them. */
    void answer(Saying saying);

    /** Shows without a word that it is kept. */
    void receipt();
}
