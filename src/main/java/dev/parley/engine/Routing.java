package dev.parley.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Said;
import dev.parley.conversation.Stage;
import dev.parley.conversation.filing.Asked;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which conversation a message belongs to. */
final class Routing {

    /** By how much a platform's clock may be behind ours. */
    static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    /** Among so many a room's last chat is looked for. */
    private static final int LATEST = 50;

    private Routing() {}

    /**
     * Where a message that was said belongs: where it stands already; else where its thread or what it replies to belongs; else
     * the chat that is running in its room; else one in its slow time there, which listens to labels only.
     */
    static Optional<Conversation> route(Sight sight, Said said) {
        List<Conversation> open = sight.open();
        return holding(open, said.message())
                .or(() -> said.place() instanceof Place.Under(MessageId to) ? holding(open, to) : Optional.empty())
                .or(() -> inStage(open, said.message().room(), Stage.Running.class)
                        .or(() -> inStage(open, said.message().room(), Stage.Slow.class))
                        .filter(chat -> saidSince(chat, said)))
                .or(() -> stored(sight, said.message()));
    }

    /** What was said before a chat opened is no part of it: an edit of last week's answer stays with last week. */
    private static boolean saidSince(Conversation chat, Said said) {
        return hearsFrom(chat).filter(from -> !said.at().isBefore(from)).isPresent();
    }

    /** What was said earlier is not heard in a chat. Empty while it has not opened. */
    static Optional<Instant> hearsFrom(Conversation chat) {
        return chat.openedAt().map(opened -> opened.minus(CLOCKS_DIFFER));
    }

    /** The conversation that keeps a message, open or not. */
    static Optional<Conversation> home(Sight sight, MessageId message) {
        return holding(sight.open(), message).or(() -> stored(sight, message));
    }

    /** Asked for every message, so without a stream. */
    private static Optional<Conversation> holding(List<Conversation> open, MessageId message) {
        for (Conversation chat : open) {
            if (chat.message(message).isPresent() || isQuestion(chat, message)) {
                return Optional.of(chat);
            }
        }
        return Optional.empty();
    }

    private static boolean isQuestion(Conversation chat, MessageId message) {
        for (Asked asked : chat.asked().values()) {
            if (asked.posts().contains(message)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Conversation> stored(Sight sight, MessageId message) {
        return sight.before()
                .home(sight.community(), message)
                .filter(ConversationId::isChat)
                .map(sight::chat);
    }

    private static Optional<Conversation> inStage(List<Conversation> open, RoomId room, Class<? extends Stage> stage) {
        Optional<Conversation> latest = Optional.empty();
        for (Conversation chat : open) {
            boolean fits = stage.isInstance(chat.stage()) && chat.plan().rooms().contains(room);
            if (fits
                    && latest.filter(other ->
                                    !chat.plan().start().isAfter(other.plan().start()))
                            .isEmpty()) {
                latest = Optional.of(chat);
            }
        }
        return latest;
    }

    /** The chat that a room is about now: the running one, else one in its slow time, else the next. */
    static Optional<Conversation> inRoom(Sight sight, RoomId room) {
        List<Conversation> open = sight.open();
        Optional<Conversation> next = open.stream()
                .filter(chat -> chat.plan().rooms().contains(room))
                .filter(chat -> chat.stage() instanceof Stage.Waiting)
                .min(Comparator.comparing(chat -> chat.plan().start()));
        return inStage(open, room, Stage.Running.class)
                .or(() -> inStage(open, room, Stage.Slow.class))
                .or(() -> next);
    }

    /** The running chat of a room, or the last that was held there. */
    static Optional<Conversation> lately(Sight sight, RoomId room) {
        List<Conversation> open = sight.open();
        return inStage(open, room, Stage.Running.class)
                .or(() -> inStage(open, room, Stage.Slow.class))
                .or(() -> past(sight, room));
    }

    private static Optional<Conversation> past(Sight sight, RoomId room) {
        return sight.store().endedStreams(sight.community(), LATEST).stream()
                .map(sight::chat)
                .filter(chat -> chat.exists() && chat.openedAt().isPresent())
                .filter(chat -> chat.plan().rooms().contains(room))
                .findFirst();
    }
}
