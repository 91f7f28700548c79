package dev.parley.platform.talk;

import dev.parley.platform.Account;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import java.time.Instant;

/** Something that a person said to the bot in private. Answers block, and throw {@link Refused} or {@link Unreachable}. */
public interface PrivateWord {

    /** The message, by an id that no other private message has; at most 40 characters. */
    String id();

    /** Who said it. */
    Account author();

    /** As people see it, never blank. */
    String text();

    /** When it was said, by the platform's clock. */
    Instant at();

    /** When it took this form. */
    Instant revised();

    /** Says in the same place something to them. */
    void answer(Saying saying);

    /** Shows without a word that it is kept. */
    void receipt();
}
