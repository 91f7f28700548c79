package dev.parley.platform.talk;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that a person did with a command, a button, a menu or a dialog, and the way to answer them. Everything is said to that person
 * alone, but for {@link #say} after {@link #thinkInPlace} in what everybody sees. Answers block, and throw {@link Refused} or
 * {@link Unreachable}.
 */
public interface Exchange {

    /** Names it, and nothing else ever; at most 40 characters, without dots. */
    String id();

    /** Who did it. */
    Account account();

    /** When, by the platform's clock. */
    Instant at();

    /** The room in which it was done, if it was in one. */
    Optional<RoomId> here();

    /** Whether it was done in what only this person sees and will soon be gone, so that an answer may take its place. */
    boolean fleeting();

    /** The message of ours under which it was pressed, if that stands in a room. */
    Optional<MessageId> under();

    /** Who asks about a room, and what they may there. May ask the platform. */
    Asker asker(RoomId room);

    /** As which message that was typed into a dialog is heard: an id that no message has. */
    MessageId typed(RoomId room);

    /** What the person whose exchange it is said before in the same private channel, as it stands there now; empty once it is gone. */
    Optional<PrivateWord> said(String id);

    /** Acknowledges: an answer will come, for this person alone. */
    void think();

    /** Acknowledges: the message in which it was pressed will change. */
    void thinkInPlace();

    /** Acknowledges by opening a dialog. */
    void open(Dialog dialog);

    /** Says what was acknowledged; or says it anew, in the place of what was said. */
    void say(Saying saying);

    /** Says something more to this person alone, and leaves what stands. */
    void add(Saying saying);
}
