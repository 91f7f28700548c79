package dev.parley.platform;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What a platform may ask of Parley. All methods may be called from any thread. */
public interface Facilitator {

    /**
     * Tells what was heard.
     *
     * @return complete when it is safe to acknowledge: stored, or found to be nothing that is kept
     */
    CompletionStage<Void> hear(Incoming incoming);

    /**
     * Makes an account known under a name, or changes its name.
     *
     * @return empty when it is done; otherwise why not
     */
    Optional<NameTrouble> join(Account account, String name);

    /** Somebody has come into a room. A chat may be waiting for just that. */
    void arrived(RoomId room);

    /** Who an account is here; empty for somebody who has not joined. */
    Optional<Member> member(Account account);

    /** Makes an account a host of the community. */
    void welcomeHost(Account account);

    /**
     * Tells that a platform may have missed something: it has just begun to listen, or lost its session. What happened meanwhile in its
     * rooms is read back. Returns at once.
     */
    void returned(String platform);

    /** Tells that what stood in the way of a room may be gone: posts that were refused there are tried again, if they still make sense. */
    void mended(RoomId room);

    /** "Where are we?": how the chat of a room stands; empty where there is none. */
    Optional<Card> where(RoomId room);

    /** When the chat of a room has opened, with what clocks may differ: what was said before is no part of it. Empty where none has. */
    Optional<Instant> opened(RoomId room);

    /** Tells in which private room somebody writes. It is remembered of those who are known. */
    void writesIn(Account account, RoomId room);

    /** When the chats of a room meet next, as light Markdown; empty when nothing is planned. */
    Optional<String> schedule(RoomId room);

    /**
     * The recap of the running or latest chat of a room, as light Markdown that fits into one post of its platform; empty where there is
     * none, or where this one may not read it.
     */
    Optional<String> recap(Caller by, RoomId room);

    /**
     * Does what a host asks of the chat of a room.
     *
     * @param verb one of the host's verbs by its name in lower case: {@code next}, {@code cohost}
     * @param detail what the verb needs: the number of a question for {@code jump}, the text for {@code add}, the id of an account of
     *     the same platform for {@code cohost}; empty for the others
     * @return how the chat stands then; completes with {@link Refused}, in the community's words, where this one may not, or the verb
     *     makes no sense now
     */
    CompletionStage<Card> steer(Caller by, RoomId room, String verb, String detail);

    /** What the room has seen of its running or latest chat, in order, for platforms that keep no history. */
    List<Shown> shown(RoomId room);

    /** Everything that is kept of what an account has said in the chats of this room, the latest chat last, with its filing. */
    List<Mine> mine(Account account, RoomId room);

    /**
     * Files a message where its author or a host says.
     *
     * @param where the wish in the words of the field: {@code Q3}, {@code intro}, {@code final}, {@code side}
     * @return complete when it is kept; completes with {@link Refused} where this one may not, or the wish means nothing
     */
    CompletionStage<Void> refile(Caller by, MessageId message, String where);

    /**
     * Takes a message back on the wish of its author, wherever it still stands on the platform.
     *
     * @return complete when it is gone; completes with {@link Refused} where it is not theirs
     */
    CompletionStage<Void> takeBack(Account by, MessageId message);

    /** Coaching, where this community has it. */
    Optional<Coaching> coaching();

    /** Forgets a person: words, name, accounts, key. Cannot be undone. */
    CompletionStage<Void> erase(Account account);

    /** Why a name cannot be had. */
    enum NameTrouble {
        /** Empty, too long, or nothing that can be read. */
        UNREADABLE,
        /** Somebody in the community has it, or one that looks the same. */
        TAKEN
    }

    /**
     * Somebody known.
     *
     * @param name what they are called
     * @param host whether they host the community
     */
    record Member(Account account, String name, boolean host) {}
}
