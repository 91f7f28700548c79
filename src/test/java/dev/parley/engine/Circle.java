package dev.parley.engine;

import dev.parley.coaching.notebook.NotebookLetter;
import dev.parley.conversation.Ask;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.Fact;
import dev.parley.conversation.Happened;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Story;
import dev.parley.conversation.Words;
import dev.parley.platform.Choice;
import dev.parley.platform.Note;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A story that is no chat, for tests: people join and leave, and say things in it; an hour after it was called together it ends. What
 * happens in it is told with the events of chats, which the store knows.
 */
final class Circle implements Story {

    static final String KIND = "circle";

    private final ConversationId id;
    private final Set<PersonId> people = new HashSet<>();
    private final Map<MessageId, String> said = new LinkedHashMap<>();
    private Optional<Instant> ends = Optional.empty();
    private boolean ended;
    private long version;

    Circle(ConversationId id) {
        this.id = id;
    }

    /** What is asked of it. */
    sealed interface Wish extends Ask {
        record Join(PersonId person) implements Wish {}

        record Say(Event.Heard heard) implements Wish {}

        record Call() implements Wish {}

        record Unsay(MessageId message) implements Wish {}

        record Leave(PersonId person) implements Wish {}

        record Tell(Event event) implements Wish {}

        record Wake() implements Wish {
            @Override
            public boolean wakes() {
                return true;
            }
        }
    }

    @Override
    public ConversationId id() {
        return id;
    }

    @Override
    public boolean exists() {
        return version > 0;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public boolean isOpen() {
        return !ended;
    }

    @Override
    public List<? extends Fact> decide(Ask ask, Instant now) {
        return switch ((Wish) ask) {
            case Wish.Join(PersonId person) -> List.of(new Event.CoHosted(person));
            case Wish.Say(Event.Heard heard) -> List.of(heard);
            case Wish.Call() -> List.of(new Event.Paused());
            case Wish.Unsay(MessageId message) -> List.of(new Event.Unheard(message));
            case Wish.Leave(PersonId person) ->
                people.contains(person) ? List.of(new Event.Forgotten(person)) : List.of();
            case Wish.Tell(Event event) -> List.of(event);
            case Wish.Wake() ->
                ends.filter(at -> !now.isBefore(at)).isPresent() ? List.of(new Event.Ended()) : List.of();
        };
    }

    @Override
    public void apply(Happened happened, Words words) {
        version++;
        switch ((Event) happened.event()) {
            case Event.CoHosted(PersonId person) -> people.add(person);
            case Event.Forgotten(PersonId person) -> people.remove(person);
            case Event.Heard heard ->
                said.put(heard.message(), words.of(heard.message()).orElse(""));
            case Event.Unheard(MessageId message) -> said.remove(message);
            case Event.Paused() -> ends = Optional.of(happened.at().plusSeconds(3600));
            case Event.Ended() -> {
                ended = true;
                ends = Optional.empty();
            }
            default -> {} // what stands or has lapsed changes nothing here
        }
    }

    @Override
    public List<Effect> consequences(Happened happened) {
        return List.of();
    }

    @Override
    public Optional<Effect.Wake> wake(Instant now) {
        return ends.map(at -> Effect.Wake.of(id, at));
    }

    @Override
    public Set<PersonId> people() {
        return Set.copyOf(people);
    }

    /** What was said and is still there. */
    List<String> said() {
        return List.copyOf(said.values());
    }

    /** A letter about nothing has nothing to say any more. */
    private static Optional<Note> write(Effect.Letter letter) {
        Choice choice = new Choice("circle.yes", "Yes", Choice.Style.MAIN);
        String about = ((NotebookLetter.HowDidItGo) letter.letter()).commitment();
        return about.isEmpty() ? Optional.empty() : Optional.of(new Note("About " + about, List.of(choice)));
    }

    @Override
    public Ask stands(String key, MessageId message) {
        return new Wish.Tell(new Event.Standing(key, message));
    }

    @Override
    public Ask lapsed(String key) {
        return new Wish.Tell(new Event.Lapsed(key));
    }

    @Override
    public Ask forget(PersonId person) {
        return new Wish.Leave(person);
    }

    /** The kind of these stories. */
    static StoryKinds kinds() {
        return new StoryKinds(Map.of(KIND, new StoryKind() {
            @Override
            public Story blank(ConversationId id) {
                return new Circle(id);
            }

            @Override
            public Ask wake(ConversationId id) {
                return new Wish.Wake();
            }

            @Override
            public void woken(ConversationId id, List<Fact> facts) {}

            @Override
            public Optional<Note> write(ConversationId id, Effect.Letter letter) {
                return Circle.write(letter);
            }
        }));
    }
}
