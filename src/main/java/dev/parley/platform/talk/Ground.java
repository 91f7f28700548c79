package dev.parley.platform.talk;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import java.net.URI;
import java.util.Collection;
import java.util.Optional;

/** What talking needs of a platform besides the exchanges. */
public interface Ground {

    /** The platform's short name, which its rooms carry. */
    String platform();

    /** The rooms in which chats are held. */
    Collection<RoomId> rooms();

    /** How much it shows. */
    Limits limits();

    /** Where people can open a message; empty where there is no such address. */
    Optional<URI> link(MessageId message);

    /** Deletes what a person said, if the bot may; returns whether it stands nowhere any more. */
    boolean takeAway(MessageId message);

    /** Whether somebody can see a room. May ask the platform. */
    boolean sees(Account account, RoomId room);

    /** What somebody is called where a room is; empty where that is not known. May ask the platform. */
    String name(Account account, RoomId room);
}
