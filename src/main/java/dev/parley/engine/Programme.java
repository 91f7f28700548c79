package dev.parley.engine;

import dev.parley.conversation.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the community has settled: which chats are to be held when. The wiring reads it from the configuration. */
public interface Programme {

    /** The chats whose announcements or opening may come within the next days, and those that may have been missed lately. */
    List<ScheduledChat> upcoming(Instant now);

    /**
     * A chat that begins because somebody has come into a room in which nothing is planned or running; empty where nobody wants
     * that.
     */
    Optional<ScheduledChat> onArrival(RoomId room, Instant now);

    /** What may be shown of a chat, and to whom. */
    Publishing publishing(String chat);

    /** What hosts should know about the programme: a queue of scripts that runs dry. */
    List<Notice> notices(Instant now);

    /**
     * Something that hosts should know.
     *
     * @param rooms whose hosts
     * @param text in whole sentences
     */
    record Notice(Set<RoomId> rooms, String text) {}

    /**
     * What may be shown of a chat.
     *
     * @param readers who may read its recap
     * @param names whether the recap says who said what
     * @param threads whether each question can be answered in a thread of its own
     */
    record Publishing(Readers readers, boolean names, boolean threads) {}

    /** Who may read a recap. */
    enum Readers {
        PUBLIC,
        MEMBERS,
        HOSTS
    }
}
