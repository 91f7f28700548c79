package dev.parley.platform;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
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

    /** "Where are we?": how the chat of a room stands; empty where there is none. */
    Optional<Card> where(RoomId room);

    /** What the room has seen of its running or latest chat, in order, for platforms that keep no history. */
    List<Shown> shown(RoomId room);

    /** What an account has said in the chat of this room, with its filing. */
    List<Mine> mine(Account account, RoomId room);

    /**
     * Files a message where its author or a host says.
     *
     * @param where the wish in the words of the field: {@code Q3}, {@code intro}, {@code final}, {@code side}
     * @return complete when it is kept; completes with {@link Refused} where this account may not, or the wish means nothing
     */
    CompletionStage<Void> refile(Account by, MessageId message, String where);

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
