package dev.parley.platform.talk;

import dev.parley.platform.Incoming;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import java.util.Optional;

/** Something that a person said to the bot in private. Answers block, and throw {@link Refused} or {@link Unreachable}. */
public interface PrivateWord {

    /** Names it among all private messages of the platform; at most 40 characters. */
    String id();

    /** The message to which it replies, named likewise. */
    Optional<String> repliesTo();

    /** What was said, never blank, in the private room, by the platform's own ids. */
    Incoming.Said said();

    /** Says in the same place something to them. */
    void answer(Saying saying);

    /** Shows without a word that it is kept. */
    void receipt();
}
