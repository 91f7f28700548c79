package dev.parley.coaching.notebook;

import dev.parley.coaching.OwnTime;
import dev.parley.conversation.Ask;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Happened;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Story;
import dev.parley.conversation.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A person's notebook, folded from what happened. An object of this class belongs to one thread at a time. */
public final class Notebook implements Story {

    /** What stands before the colon of its name; behind it stands the person. */
    public static final String KIND = "notebook";

    /** How long a letter about a commitment makes sense. */
    private static final Duration GOOD_FOR = Duration.ofDays(7);

    private final ConversationId id;
    private long version;
    private Optional<OwnTime> clock = Optional.empty();
    private final Map<String, Trial> trials = new LinkedHashMap<>();
    private final Map<String, Placement> placements = new LinkedHashMap<>();
    private final Map<MessageId, Note> notes = new LinkedHashMap<>();
    private final Map<String, String> commitmentByKey = new HashMap<>();
    private final Map<MessageId, String> commitmentByLetter = new HashMap<>();
    private final Set<String> events = new HashSet<>();
    private Optional<Instant> waiting = Optional.empty();
    private Optional<String> feed = Optional.empty();
    private int placed;
    private int committed;

    /** A notebook of which nothing is known yet. Its name is its kind, a colon and the person. */
    public Notebook(ConversationId id) {
        this.id = id;
    }

    @Override
    public void apply(Happened happened, Words words) {
        version++;
        Instant now = happened.at();
        switch ((NotebookEvent) happened.event()) {
            case NotebookEvent.Settled(OwnTime own) -> clock = Optional.of(own);
            case NotebookEvent.Committed(var commitment, var said, var origin, var on, var due) -> {
                committed++;
                trials.put(commitment, new Trial(commitment, said, origin, now, on, due));
            }
            case NotebookEvent.Met(Instant start) -> trials.values().forEach(trial -> trial.met(start, now));
            case NotebookEvent.AskedHow(String commitment) -> {
                trial(commitment).ifPresent(trial -> trial.ask(now));
                commitmentByKey.put(key(commitment), commitment);
            }
            case NotebookEvent.ToldHow(String commitment, MessageId said, Instant revised) ->
                trial(commitment).ifPresent(trial -> trial.tell(said, revised, now));
            case NotebookEvent.TellingDropped(String commitment, MessageId said) ->
                trial(commitment).ifPresent(trial -> trial.untell(said));
            case NotebookEvent.LetGo(String commitment, MessageId _) -> trials.remove(commitment);
            case NotebookEvent.Placed(var placement, var where, var step) -> {
                placed++;
                placements.put(placement, new Placement(placement, where, step, now));
            }
            case NotebookEvent.PlacementDropped(String placement) -> placements.remove(placement);
            case NotebookEvent.Noted(var said, var tags, var principles) -> {
                Instant first =
                        Optional.ofNullable(notes.get(said)).map(Note::at).orElse(now);
                notes.put(said, new Note(said, first, tags, principles));
            }
            case NotebookEvent.NoteDropped(MessageId said) -> notes.remove(said);
            case NotebookEvent.FeedOpened(String secret) -> feed = Optional.of(secret);
            case NotebookEvent.FeedClosed() -> feed = Optional.empty();
            case NotebookEvent.EventAsked(String event, Instant _, Instant _) -> events.add(event);
            case NotebookEvent.Waiting(Instant until) -> waiting = Optional.of(until);
            case NotebookEvent.Standing(String key, MessageId message) ->
                Optional.ofNullable(commitmentByKey.get(key))
                        .ifPresent(commitment -> commitmentByLetter.put(message, commitment));
            case NotebookEvent.Lapsed _ -> {}
            case NotebookEvent.Forgotten() -> {
                clock = Optional.empty();
                trials.clear();
                placements.clear();
                notes.clear();
                commitmentByLetter.clear();
                feed = Optional.empty();
                events.clear();
            }
        }
    }

    private String key(String commitment) {
        return id.name() + "/" + commitment;
    }

    @Override
    public List<NotebookEvent> decide(Ask ask, Instant now) {
        return new Deciding(this, now).decide((NotebookCommand) ask);
    }

    @Override
    public List<Effect> consequences(Happened happened) {
        return switch ((NotebookEvent) happened.event()) {
            case NotebookEvent.AskedHow(String commitment) ->
                letter(key(commitment), new NotebookLetter.HowDidItGo(commitment), happened.at());
            case NotebookEvent.EventAsked(String event, Instant start, Instant end) ->
                letter(
                        id.name() + "/event/" + event,
                        new NotebookLetter.IsItAMeeting(event, start, end),
                        happened.at());
            default -> List.of(); // nothing else is told to anybody
        };
    }

    private List<Effect> letter(String key, NotebookLetter letter, Instant now) {
        return List.of(new Effect.Letter(key, person(), letter, now, now.plus(GOOD_FOR)));
    }

    @Override
    public Optional<Effect.Wake> wake(Instant now) {
        return unasked()
                .map(Trial::due)
                .min(Comparator.naturalOrder())
                .map(due -> waiting.filter(until -> until.isAfter(due)).orElse(due))
                .map(due -> Effect.Wake.of(id, due));
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
        return unasked().findAny().isPresent();
    }

    @Override
    public Set<PersonId> people() {
        return Set.of(person());
    }

    @Override
    public NotebookCommand stands(String key, MessageId message) {
        return new NotebookCommand.Stands(key, message);
    }

    @Override
    public NotebookCommand lapsed(String key) {
        return new NotebookCommand.Lapse(key);
    }

    @Override
    public NotebookCommand forget(PersonId person) {
        return new NotebookCommand.Forget();
    }

    /** Whose it is. */
    public PersonId person() {
        return new PersonId(id.name().substring(id.name().indexOf(':') + 1));
    }

    /** Their own clock; empty where they have not set it. */
    public Optional<OwnTime> clock() {
        return clock;
    }

    /** What they will try, or did, in the order in which they said so. */
    public List<Commitment> commitments() {
        return trials.values().stream().map(Trial::commitment).toList();
    }

    /** One of these. */
    public Optional<Commitment> commitment(String id) {
        return trial(id).map(Trial::commitment);
    }

    /** Where they saw themselves, in the order of time. */
    public Collection<Placement> placements() {
        return List.copyOf(placements.values());
    }

    /** What they wrote down, in the order of time. */
    public Collection<Note> notes() {
        return List.copyOf(notes.values());
    }

    /** What nobody can guess in the address of their calendar feed; empty where they have none. */
    public Optional<String> feed() {
        return feed;
    }

    /** Whether they were asked about an event that they have set up on a platform. */
    boolean wasAsked(String event) {
        return events.contains(event);
    }

    /**
     * When they were asked last about something of which they had told nothing when they said something: a plain message may answer that. It
     * goes on with what they told just before.
     */
    public Optional<Instant> askedLast(Instant said) {
        return listening(said).flatMap(trial -> trial.isTold() ? Optional.of(said) : trial.asked());
    }

    /** When they were asked about something, then or later, in order. */
    public List<Instant> askedSince(Instant since) {
        return trials.values().stream()
                .flatMap(trial -> trial.asked().stream())
                .filter(at -> !at.isBefore(since))
                .sorted()
                .toList();
    }

    /** What they told or changed then or later. */
    public Set<MessageId> toldSince(Instant since) {
        return trials.values().stream().flatMap(trial -> trial.toldSince(since)).collect(Collectors.toSet());
    }

    /** Whether this message is a letter of ours, or a part of what they told. */
    public boolean knows(MessageId message) {
        return commitmentByLetter.containsKey(message)
                || trials.values().stream().anyMatch(trial -> trial.has(message));
    }

    /** Whether what a letter says still makes sense. */
    public boolean makesSense(NotebookLetter letter) {
        return switch (letter) {
            case NotebookLetter.HowDidItGo(String commitment) ->
                trial(commitment).filter(trial -> !trial.isTold()).isPresent();
            case NotebookLetter.IsItAMeeting _ -> true;
        };
    }

    /** What a plain message tells about. */
    Optional<Trial> listening(Instant at) {
        return trials.values().stream()
                .filter(trial -> trial.listens(at))
                .max(Comparator.comparing(trial -> trial.asked().orElse(Instant.MIN)));
    }

    Optional<Trial> under(MessageId letter) {
        return Optional.ofNullable(commitmentByLetter.get(letter)).flatMap(this::trial);
    }

    Optional<Trial> trial(String commitment) {
        return Optional.ofNullable(trials.get(commitment));
    }

    Stream<Trial> trials() {
        return trials.values().stream();
    }

    Stream<Trial> unasked() {
        return trials.values().stream().filter(trial -> trial.asked().isEmpty() && !trial.isTold());
    }

    Optional<Instant> waiting() {
        return waiting;
    }

    String nextCommitment() {
        return "try" + (committed + 1);
    }

    String nextPlacement() {
        return "place" + (placed + 1);
    }

    Optional<Placement> placement(String placement) {
        return Optional.ofNullable(placements.get(placement));
    }

    Optional<Note> note(MessageId words) {
        return Optional.ofNullable(notes.get(words));
    }

    boolean stands(MessageId message) {
        return commitmentByLetter.containsKey(message);
    }

    boolean isEmpty() {
        boolean nothingWritten = trials.isEmpty() && placements.isEmpty() && notes.isEmpty();
        return clock.isEmpty() && nothingWritten && feed.isEmpty() && events.isEmpty();
    }
}
