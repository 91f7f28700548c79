package dev.parley.engine;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Happened;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Story;
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
 * What a batch has decided about one story and not yet written. Many messages of a lively minute become one insert each of
 * events, words and effects.
 */
final class Gathered {

    private final Story story;
    private final ConversationId id;
    private final long version;
    private final Set<PersonId> people;
    private final List<Happened> happened = new ArrayList<>();
    private final Map<MessageId, Spoken> kept = new LinkedHashMap<>();
    private final Set<MessageId> dropped = new LinkedHashSet<>();
    private final List<Effect> effects = new ArrayList<>();
    private final List<Queued> queued = new ArrayList<>();
    private Optional<Set<PersonId>> enrolled = Optional.empty();
    private boolean open;
    private boolean wakes;
    private Instant now = Instant.MIN;

    /** Nothing yet about a story as it stands in the store. */
    Gathered(Story story) {
        this.story = story;
        this.id = story.id();
        this.version = story.version();
        this.people = story.exists() ? story.people() : Set.of(); // its name may tell whose it will be
    }

    /** Whether words of this message wait here already. */
    boolean holds(MessageId message) {
        return kept.containsKey(message) || dropped.contains(message);
    }

    /**
     * Adds what was decided, which the story has taken in.
     *
     * @param words texts that the facts refer to
     */
    void add(List<Happened> events, Map<MessageId, Spoken> words, List<Effect> causes) {
        happened.addAll(events);
        effects.addAll(causes);
        for (Happened one : events) {
            one.event().keeps().ifPresent(message -> keep(message, words));
            one.event().drops().ifPresent(this::drop);
        }
    }

    private void keep(MessageId message, Map<MessageId, Spoken> words) {
        kept.put(message, words.get(message));
    }

    private void drop(MessageId message) {
        kept.remove(message);
        dropped.add(message);
    }

    /** Which story this is about. */
    ConversationId story() {
        return id;
    }

    /** What is to be done; known when it is complete. */
    List<Queued> queued() {
        return queued;
    }

    /** Nothing is added any more: how the story stands now is what counts, and when it must be woken next. */
    void complete(Instant decidedAt) {
        now = decidedAt;
        open = story.isOpen();
        enrolled = Optional.of(story.people()).filter(members -> !members.equals(people));
        Together.receipts(effects).forEach(effect -> queued.add(queued(effect, now)));
        Optional<Effect.Wake> wake = story.wake(now);
        wakes = wake.isPresent();
        wake.ifPresent(one -> queued.add(queued(one, now)));
    }

    /**
     * Writes it all. Looks at nothing that can change meanwhile.
     *
     * @return false when somebody else has written to the story meanwhile: then this counts for nothing
     */
    boolean write(Writing writing) {
        if (!happened.isEmpty() && !writing.append(id, version, happened, open)) {
            return false;
        }
        dropped.forEach(message -> writing.drop(id, message));
        if (!kept.isEmpty()) {
            writing.keep(id, kept);
        }
        enrolled.ifPresent(members -> writing.enrol(id, members));
        enqueue(writing);
        if (!wakes) {
            writing.unwake(id);
        }
        return true;
    }

    private void enqueue(Writing writing) {
        List<Queued> next = new ArrayList<>();
        for (Queued one : queued) {
            if (one.effect() instanceof Effect.Remove remove) {
                writing.enqueue(id, next);
                next.clear();
                if (writing.withdraw(id.community(), remove.post(), now)) {
                    continue;
                }
            }
            next.add(one);
        }
        writing.enqueue(id, next);
    }

    private static Queued queued(Effect effect, Instant now) {
        String lane = Lanes.of(effect);
        return switch (effect) {
            case Effect.Post post -> new Queued(lane, post.due(), post.until(), effect);
            case Effect.Edit edit -> new Queued(lane, edit.due(), edit.until(), effect);
            case Effect.Remove _ -> new Queued(lane, now, Instant.MAX, effect);
            case Effect.Whisper whisper -> new Queued(lane, whisper.due(), whisper.until(), effect);
            case Effect.Letter letter -> new Queued(lane, letter.due(), letter.until(), effect);
            case Effect.React react -> new Queued(lane, now, react.until(), effect);
            case Effect.Receipts receipts -> new Queued(lane, now, receipts.until(), effect);
            case Effect.KeepInSight sight -> new Queued(lane, now, sight.until(), effect);
            case Effect.NativeEvent event -> new Queued(lane, now, event.until(), effect);
            case Effect.Wake wake -> new Queued(lane, wake.due(), Instant.MAX, effect);
        };
    }
}
