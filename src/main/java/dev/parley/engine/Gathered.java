package dev.parley.engine;

import dev.parley.conversation.Consequences;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.Happened;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Stage;
import dev.parley.store.Queued;
import dev.parley.store.Spoken;
import dev.parley.store.Writing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a batch has decided about one conversation and not yet written. Many messages of a lively minute become one insert each of
 * events, words and effects.
 */
final class Gathered {

    private final Conversation conversation;
    private final ConversationId chat;
    private final long version;
    private final List<Happened> happened = new ArrayList<>();
    private final Map<MessageId, Spoken> kept = new LinkedHashMap<>();
    private final Set<MessageId> dropped = new LinkedHashSet<>();
    private final List<Effect> effects = new ArrayList<>();
    private final List<Queued> queued = new ArrayList<>();
    private boolean open;
    private boolean wakes;
    private Instant now = Instant.MIN;

    /** Nothing yet about a conversation as it stands in the store. */
    Gathered(Conversation conversation) {
        this.conversation = conversation;
        this.chat = conversation.id();
        this.version = conversation.version();
    }

    /** Whether words of this message wait here already. */
    boolean holds(MessageId message) {
        return kept.containsKey(message) || dropped.contains(message);
    }

    /**
     * Adds what was decided, which the conversation has taken in.
     *
     * @param words texts that the events refer to
     */
    void add(List<Happened> events, Map<MessageId, Spoken> words, List<Effect> causes) {
        happened.addAll(events);
        effects.addAll(causes);
        for (Happened one : events) {
            switch (one.event()) {
                case Event.Heard heard -> keep(heard.message(), words);
                case Event.Added added -> keep(added.words(), words);
                case Event.Unheard(MessageId message) -> drop(message);
                case Event.Hushed(MessageId message, Instant _) -> drop(message);
                default -> {} // no other event comes with words
            }
        }
    }

    private void keep(MessageId message, Map<MessageId, Spoken> words) {
        kept.put(message, words.get(message));
    }

    private void drop(MessageId message) {
        kept.remove(message);
        dropped.add(message);
    }

    /** Which conversation this is about. */
    ConversationId chat() {
        return chat;
    }

    /** What is to be done; known when it is complete. */
    List<Queued> queued() {
        return queued;
    }

    /** Nothing is added any more: how the conversation stands now is what counts, and when it must be woken next. */
    void complete(Instant decidedAt) {
        now = decidedAt;
        open = !(conversation.stage() instanceof Stage.Over);
        Together.receipts(effects).forEach(effect -> queued.add(queued(effect, now)));
        Optional<Effect.Wake> wake = Consequences.wake(conversation, now);
        wakes = wake.isPresent();
        wake.ifPresent(one -> queued.add(queued(one, now)));
    }

    /**
     * Writes it all. Looks at nothing that can change meanwhile.
     *
     * @return false when somebody else has written to the conversation meanwhile: then this counts for nothing
     */
    boolean write(Writing writing) {
        if (!happened.isEmpty() && !writing.append(chat, version, happened, open)) {
            return false;
        }
        dropped.forEach(message -> writing.drop(chat, message));
        if (!kept.isEmpty()) {
            writing.keep(chat, kept);
        }
        enqueue(writing);
        if (!wakes) {
            writing.unwake(chat);
        }
        return true;
    }

    private void enqueue(Writing writing) {
        List<Queued> next = new ArrayList<>();
        for (Queued one : queued) {
            if (one.effect() instanceof Effect.Remove remove) {
                writing.enqueue(chat, next);
                next.clear();
                if (writing.withdraw(chat.community(), remove.post(), now)) {
                    continue;
                }
            }
            next.add(one);
        }
        writing.enqueue(chat, next);
    }

    private static Queued queued(Effect effect, Instant now) {
        String lane = Lanes.of(effect);
        return switch (effect) {
            case Effect.Post post -> new Queued(lane, post.due(), post.until(), effect);
            case Effect.Edit edit -> new Queued(lane, edit.due(), edit.until(), effect);
            case Effect.Remove _ -> new Queued(lane, now, Instant.MAX, effect);
            case Effect.Whisper whisper -> new Queued(lane, whisper.due(), whisper.until(), effect);
            case Effect.React react -> new Queued(lane, now, react.until(), effect);
            case Effect.Receipts receipts -> new Queued(lane, now, receipts.until(), effect);
            case Effect.KeepInSight sight -> new Queued(lane, now, sight.until(), effect);
            case Effect.NativeEvent event -> new Queued(lane, now, event.until(), effect);
            case Effect.Wake wake -> new Queued(lane, wake.due(), Instant.MAX, effect);
        };
    }
}
