package dev.parley.engine;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Filing;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Verb;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What a host does and sees, whatever page or command it is done from. */
public interface Desk {

    /** The chats that this person may steer: planned, running or in their slow time, the next first; then past ones, the latest first. */
    List<Entry> chats(PersonId by);

    /** What hosts should know about the programme, in whole sentences. */
    List<String> notices();

    /** One chat as its host sees it; empty where there is none of that name, or not for this person. */
    Optional<View> view(PersonId by, ConversationId chat);

    /**
     * Steers.
     *
     * @return complete when it is decided and kept; completes with {@link dev.parley.platform.Refused}, in the community's words, where
     *     the verb makes no sense now
     */
    CompletionStage<Void> steer(PersonId by, ConversationId chat, Verb verb);

    /** Adds a question in the host's own words behind the last one. Completes like {@link #steer}. */
    CompletionStage<Void> add(PersonId by, ConversationId chat, String text);

    /** Files a message elsewhere. Completes like {@link #steer}. */
    CompletionStage<Void> refile(PersonId by, ConversationId chat, MessageId message, Filing filing);

    /** Calls back, on some thread and with no more than one call at a time, when something of a chat has changed. */
    AutoCloseable watch(ConversationId chat, Runnable changed);

    /**
     * A chat in the list.
     *
     * @param stage how it stands
     */
    record Entry(ConversationId chat, String title, Instant start, Instant end, Stage stage) {}

    /** How a chat stands, for its host. */
    enum Stage {
        PLANNED,
        WELCOME,
        QUESTION,
        CLOSING,
        SLOW,
        OVER,
        CANCELLED,
        MISSED
    }

    /**
     * A chat as its host sees it.
     *
     * @param current the question that is open, if one is
     * @param paused whether the clock is stopped
     * @param held whether the host stays with the question
     * @param nextAt when the next thing is planned, while the clock runs
     * @param undoUntil until when the last verb can be taken back, while it can
     * @param verbs the verbs that make sense now, by their names in lower case
     * @param agenda all questions in order
     * @param doubts messages that were filed by a guess, the latest first
     * @param messages everything that was said, the latest first, at most 200
     */
    record View(
            Entry chat,
            Optional<Integer> current,
            boolean paused,
            boolean held,
            Optional<Instant> nextAt,
            Optional<Instant> undoUntil,
            List<String> verbs,
            List<Item> agenda,
            List<RoomState> rooms,
            List<Filed> doubts,
            List<Filed> messages) {}

    /**
     * A question on the agenda.
     *
     * @param answers how many messages are filed under it
     */
    record Item(int number, String text, Optional<Instant> putAt, boolean skipped, int answers) {}

    /**
     * A room of the chat.
     *
     * @param people how many are there, -1 where that is not known
     * @param troubles what does not work there just now, in whole sentences
     */
    record RoomState(RoomId room, int people, List<String> troubles) {}

    /** A message and where it was filed. */
    record Filed(
            MessageId message, PersonId author, String name, String text, Instant at, Filing filing, boolean late) {}
}
