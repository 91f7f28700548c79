package dev.parley.conversation;

import static java.util.Objects.requireNonNull;

import dev.parley.conversation.filing.Asked;
import dev.parley.conversation.filing.Known;
import dev.parley.conversation.filing.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A chat, folded from its events. What has happened is told to it with {@link #apply}; {@link Decider} decides what happens
 * next and {@link Consequences} what comes of it. An object of this class belongs to one thread at a time.
 */
public final class Conversation implements Known, Story {

    /** How long a host's verb can be taken back. */
    public static final Duration UNDO = Duration.ofSeconds(10);

    private final ConversationId id;
    private Optional<Progress> progress = Optional.empty();
    private Optional<LastVerb> lastVerb = Optional.empty();
    private Optional<LastVerb> undone = Optional.empty();
    private Optional<Instant> opened = Optional.empty();
    private Optional<Instant> closing = Optional.empty();
    private final Ledger ledger = new Ledger();
    private final Map<MessageId, Heard> messages = new LinkedHashMap<>();
    private final SortedMap<Integer, Set<MessageId>> questionPosts = new TreeMap<>();
    private final SortedMap<Integer, String> texts = new TreeMap<>();
    private final Map<String, MessageId> standing = new HashMap<>();
    private final Set<PersonId> authors = new HashSet<>();
    private final Set<MessageId> gone = new HashSet<>();
    private final Map<MessageId, Instant> hushed = new HashMap<>();
    private final Map<Integer, PersonId> addedBy = new HashMap<>();
    private final Set<RoomId> offered = new HashSet<>();
    private final List<Win> wins = new ArrayList<>();
    private Optional<SortedMap<Integer, Asked>> asked = Optional.empty();
    private long version;
    private long openedBy;
    private Duration openedLate = Duration.ZERO;
    private long closedBy;
    private Optional<Instant> changedSinceClose = Optional.empty();

    /** A conversation of which nothing is known yet. */
    public Conversation(ConversationId id) {
        this.id = id;
    }

    /**
     * The last verb of a host, while it may still be taken back.
     *
     * @param at when it was given
     * @param before how things stood before it
     * @param since what came of it at once, with the version at which it did
     */
    record LastVerb(Verb verb, Instant at, Progress before, Map<Long, Event> since) {

        Instant until() {
            return at.plus(UNDO);
        }

        /** As it stands after another event; empty when there is nothing left to take back. */
        Optional<LastVerb> after(long version, Instant now, Event event) {
            if (now.equals(at)) {
                Map<Long, Event> more = new LinkedHashMap<>(since);
                more.put(version, event);
                return Optional.of(new LastVerb(verb, at, before, more));
            }
            boolean movedOn = switch (event) {
                case Event.Put _, Event.Closing _, Event.Closed _, Event.Opened _, Event.Planned _ -> true;
                case Event.Cancelled _, Event.Missed _, Event.Ended _ -> true;
                case Event.Announced _, Event.Steered _, Event.Warned _, Event.Paused _, Event.Resumed _ -> false;
                case Event.Held _, Event.Skipped _, Event.Added _, Event.CoHosted _, Event.Undone _ -> false;
                case Event.Heard _, Event.Unheard _, Event.Hushed _, Event.Reacted _, Event.Refiled _ -> false;
                case Event.WinSaid _, Event.WinTakenBack _ -> false;
                case Event.Placed _, Event.Standing _, Event.Lapsed _, Event.Forgotten _, Event.Offered _ -> false;
            };
            return movedOn || !now.isBefore(until()) ? Optional.empty() : Optional.of(this);
        }
    }

    /**
     * Takes in what happened.
     *
     * @param words what people said, as it stands; a message whose words are gone is left out, and not heard again
     */
    @Override
    public void apply(Happened happened, Words words) {
        version++;
        Event event = event(happened);
        boolean talk = event instanceof Event.Heard;
        if (!talk) {
            asked = Optional.empty();
        }
        Instant now = happened.at();
        if (event instanceof Event.Steered(PersonId _, Verb verb)) {
            lastVerb = Optional.of(new LastVerb(verb, now, progress(), Map.of()));
            return;
        }
        if (!(event instanceof Event.Undone)) {
            lastVerb = lastVerb.flatMap(last -> last.after(version, now, event));
        }
        if (changesTalk(event) && progress.isPresent() && closedAt().isPresent()) {
            changedSinceClose = Optional.of(now);
        }
        switch (event) {
            case Event.Planned(Plan plan) -> {
                progress = Optional.of(planned(plan));
                plan.script().questions().forEach(question -> texts.put(question.number(), question.text()));
            }
            case Event.Cancelled() -> to(new Stage.Over(Optional.empty(), Stage.Ending.CANCELLED));
            case Event.Missed() -> to(new Stage.Over(Optional.empty(), Stage.Ending.MISSED));
            case Event.Announced(Duration before) -> announced(before);
            case Event.Opened(Duration late) -> {
                opened = Optional.of(now);
                openedBy = version;
                openedLate = late;
                startEarly(now);
                to(Stage.Running.begin(new Stage.Phase.Welcome(), now, pacing().welcome(now)));
            }
            case Event.Put(int question, boolean again, Duration _) -> put(question, again, now);
            case Event.Steered _ -> throw new IllegalStateException("handled above");
            case Event.Offered(RoomId room, RoomId _) -> offered.add(room);
            case Event.Warned(int _) -> running().map(Stage.Running::warn).ifPresent(this::to);
            case Event.Paused() -> running().map(stage -> stage.pause(now)).ifPresent(this::to);
            case Event.Resumed() -> running().map(stage -> stage.resume(now)).ifPresent(this::to);
            case Event.Held() -> running().map(Stage.Running::hold).ifPresent(this::to);
            case Event.Skipped(int question) ->
                progress = Optional.of(progress().skip(question));
            case Event.Added(int question, MessageId at, PersonId by) -> {
                addedBy.put(question, by);
                progress = Optional.of(progress().add(question, at));
                texts.put(question, words.of(at).orElse(""));
            }
            case Event.CoHosted(PersonId person) ->
                progress = Optional.of(progress().coHost(person));
            case Event.Undone() -> undo(now);
            case Event.Closing() -> {
                closing = Optional.of(now);
                Duration left = Duration.between(now, progress().plan().end());
                to(Stage.Running.begin(new Stage.Phase.Closing(), now, left));
            }
            case Event.Closed(Duration _) -> {
                closedBy = version;
                changedSinceClose = Optional.empty();
                to(new Stage.Slow(now));
            }
            case Event.Ended() -> to(new Stage.Over(closedAt(), Stage.Ending.HELD));
            case Event.Heard heard ->
                words.of(heard.message())
                        .ifPresentOrElse(text -> hear(heard, text, now), () -> gone.add(heard.message()));
            case Event.Unheard(MessageId message) -> {
                gone.add(message);
                forget(message);
            }
            case Event.Hushed(MessageId message, Instant revised) -> {
                gone.remove(message);
                hushed.put(message, revised);
                forget(message);
            }
            case Event.Reacted(MessageId message, PersonId person, String symbol, boolean given) ->
                messages.computeIfPresent(message, (_, heard) -> heard.reacted(person, symbol, given));
            case Event.Refiled(MessageId message, PersonId _, Filing filing) -> refile(message, filing, true);
            case Event.Placed(MessageId message, Filing filing) -> refile(message, filing, false);
            case Event.Standing(String key, MessageId message) -> stand(key, message);
            case Event.Lapsed(String _) -> {}
            case Event.WinSaid said -> say(said, words.of(said.words()).orElse(""));
            case Event.WinTakenBack(MessageId win) ->
                wins.removeIf(one -> one.words().equals(win));
            case Event.Forgotten(PersonId person) -> letGo(person);
        }
    }

    /** What happened to a chat. */
    static Event event(Happened happened) {
        return (Event) happened.event();
    }

    private static boolean changesTalk(Event event) {
        return event instanceof Event.Heard
                || event instanceof Event.Unheard
                || event instanceof Event.Hushed
                || event instanceof Event.Refiled
                || event instanceof Event.Placed
                || event instanceof Event.Forgotten;
    }

    private void to(Stage stage) {
        progress = Optional.of(progress().at(stage));
    }

    /** A chat that a host opens before its time keeps its length. */
    private void startEarly(Instant now) {
        Plan plan = plan();
        if (now.isBefore(plan.start())) {
            Instant end = now.plus(Duration.between(plan.start(), plan.end()));
            progress = Optional.of(progress().planned(plan.at(now, end), stage()));
        }
    }

    private void announced(Duration before) {
        if (progress().stage() instanceof Stage.Waiting(Set<Duration> announced)) {
            Set<Duration> more = new HashSet<>(announced);
            more.add(before);
            to(new Stage.Waiting(more));
        }
    }

    private void put(int question, boolean again, Instant now) {
        boolean open = running().flatMap(Stage.Running::question).equals(Optional.of(question));
        if (open && again) {
            return; // repeated in sight of its own answers: its clock runs on
        }
        closing = Optional.empty();
        Duration share = pacing().share(question, now);
        progress = Optional.of(
                progress().put(question, now).at(Stage.Running.begin(new Stage.Phase.Asking(question), now, share)));
        questionPosts.computeIfAbsent(question, _ -> new HashSet<>());
    }

    private void hear(Event.Heard event, String text, Instant now) {
        Said said = new Said(event.message(), event.author(), text, event.place(), event.at(), event.revised());
        ledger.note(said, event.filing());
        authors.add(event.author());
        Heard before = messages.get(event.message());
        messages.put(
                event.message(),
                before == null
                        ? new Heard(
                                event.message(),
                                event.author(),
                                event.place(),
                                text,
                                event.at(),
                                event.revised(),
                                event.filing(),
                                false,
                                1,
                                Map.of())
                        : before.said(text, event.revised(), event.filing()));
        boolean answer = event.filing().kind() == Kind.ANSWER;
        running().map(stage -> stage.heard(now, answer)).ifPresent(this::to);
    }

    private void say(Event.WinSaid said, String text) {
        Win win = new Win(said.words(), said.by(), text);
        int place = said.before().map(this::placeOf).orElse(-1);
        if (place < 0) {
            wins.add(win);
        } else {
            wins.set(place, win);
        }
    }

    private int placeOf(MessageId win) {
        return wins.stream().map(Win::words).toList().indexOf(win);
    }

    private void refile(MessageId message, Filing filing, boolean hand) {
        Heard heard = messages.get(message);
        if (heard != null) {
            ledger.note(new Said(message, heard.author(), heard.text(), heard.place(), heard.at()), filing);
            messages.put(message, heard.filed(filing, hand));
        }
    }

    private Progress planned(Plan plan) {
        if (progress.isEmpty()) {
            return Progress.planned(plan);
        }
        boolean sameTime = plan().start().equals(plan.start());
        Stage waiting = sameTime && stage() instanceof Stage.Waiting ? stage() : new Stage.Waiting(Set.of());
        return progress().planned(plan, waiting);
    }

    private void letGo(PersonId person) {
        List.copyOf(messages.values()).forEach(heard -> {
            if (heard.author().equals(person)) {
                gone.add(heard.message());
                forget(heard.message());
            } else {
                messages.put(heard.message(), heard.without(person));
            }
        });
        addedBy.forEach((question, by) -> {
            if (by.equals(person)) {
                texts.put(question, "");
            }
        });
    }

    /** Whether anything of this person is here. */
    boolean knows(PersonId person) {
        return addedBy.containsValue(person)
                || messages.values().stream()
                        .anyMatch(heard -> heard.author().equals(person)
                                || heard.reactions().values().stream().anyMatch(people -> people.contains(person)));
    }

    private void forget(MessageId message) {
        messages.remove(message);
        ledger.forget(message);
    }

    private void stand(String key, MessageId message) {
        standing.put(key, message);
        Keys.question(id, key)
                .ifPresent(question -> questionPosts
                        .computeIfAbsent(question, _ -> new HashSet<>())
                        .add(message));
    }

    private void undo(Instant now) {
        undone = lastVerb;
        Stage after = stage();
        lastVerb.ifPresent(last -> progress = Optional.of(last.before()));
        lastVerb = Optional.empty();
        changedSinceClose = Optional.empty();
        switch (stage()) {
            case Stage.Running running when running.phase() instanceof Stage.Phase.Closing -> {}
            case Stage.Running _ -> closing = Optional.empty();
            case Stage.Waiting _ -> opened = Optional.empty();
            case Stage.Slow _, Stage.Over _ -> {}
        }
        running().map(stage -> stage.since(after, now)).ifPresent(this::to);
    }

    @Override
    public List<Event> decide(Ask ask, Instant now) {
        return Decider.decide(this, (Command) ask, now);
    }

    @Override
    public List<Effect> consequences(Happened happened) {
        return Consequences.of(this, happened);
    }

    @Override
    public Optional<Effect.Wake> wake(Instant now) {
        return Consequences.wake(this, now);
    }

    @Override
    public boolean isOpen() {
        return !(stage() instanceof Stage.Over);
    }

    @Override
    public Set<PersonId> people() {
        return Set.of();
    }

    @Override
    public Command stands(String key, MessageId message) {
        return new Command.Stands(key, message);
    }

    @Override
    public Command lapsed(String key) {
        return new Command.Lapse(key);
    }

    @Override
    public Command forget(PersonId person) {
        return new Command.Forget(person);
    }

    @Override
    public ConversationId id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public boolean exists() {
        return progress.isPresent();
    }

    /** What a host's verbs can change. Throws {@link IllegalStateException} where nothing is known of the conversation. */
    public Progress progress() {
        return progress.orElseThrow(() -> new IllegalStateException(id + " was never planned"));
    }

    /** What was settled. */
    public Plan plan() {
        return progress().plan();
    }

    /** How far it is. */
    public Stage stage() {
        return progress().stage();
    }

    /** The stage of a running chat. */
    public Optional<Stage.Running> running() {
        return progress().stage() instanceof Stage.Running running ? Optional.of(running) : Optional.empty();
    }

    Pacing pacing() {
        return new Pacing(progress());
    }

    /** When the open phase is planned to end, while the clock runs. */
    public Optional<Instant> phaseEnds() {
        return running().filter(stage -> stage.pausedAt().isEmpty()).map(pacing()::plannedEnd);
    }

    /** How long before the end of a question people are warned. */
    public Duration warning() {
        return pacing().warning();
    }

    /** When the chat opened. */
    public Optional<Instant> openedAt() {
        return opened;
    }

    /** When the chat closed. */
    public Optional<Instant> closedAt() {
        return switch (stage()) {
            case Stage.Slow(Instant at) -> Optional.of(at);
            case Stage.Over(Optional<Instant> at, Stage.Ending _) -> at;
            case Stage.Waiting _, Stage.Running _ -> Optional.empty();
        };
    }

    /** When what was said last changed after the chat had closed: a late answer, an edit, a deletion, a refiling. */
    public Optional<Instant> changedSinceClose() {
        return changedSinceClose;
    }

    /** Everything that was said and is still there, in the order in which it was first handled. */
    public Collection<Heard> messages() {
        return Collections.unmodifiableCollection(messages.values());
    }

    /** One message. */
    public Optional<Heard> message(MessageId message) {
        return Optional.ofNullable(messages.get(message));
    }

    /** The questions whose part of the recap stands in some room. */
    Set<Integer> standingParts() {
        Set<Integer> parts = new HashSet<>();
        standing.keySet().forEach(key -> Keys.recapPart(id, key, closedBy).ifPresent(parts::add));
        return parts;
    }

    /** Where a question was posted, by the key of the post. */
    Map<String, MessageId> postsOf(int question) {
        Map<String, MessageId> posts = new HashMap<>();
        standing.forEach((key, message) -> {
            if (Keys.question(id, key).equals(Optional.of(question))) {
                posts.put(key, message);
            }
        });
        return posts;
    }

    /** Whether a message was taken away; a late delivery does not bring it back. */
    boolean isGone(MessageId message) {
        return gone.contains(message);
    }

    /** Whether a form of a message is older than the one in which its author wished it not to be kept. */
    boolean isHushed(Said said) {
        return said.revised().isBefore(hushed.getOrDefault(said.message(), Instant.MIN));
    }

    /** Where a post of ours stands. */
    public Optional<MessageId> standing(String key) {
        return Optional.ofNullable(standing.get(key));
    }

    /** The key under which a room's own scheduled event for this chat stands. */
    public String nativeEvent(RoomId room) {
        return Keys.nativeEvent(id, room);
    }

    /** Until when the last verb can be taken back. */
    public Optional<Instant> undoUntil() {
        return lastVerb.map(LastVerb::until);
    }

    /** The wins that are in the opening, in order; without those whose words are gone. */
    public List<Win> wins() {
        return wins.stream().filter(win -> !win.text().isEmpty()).toList();
    }

    boolean hasWin(MessageId words) {
        return placeOf(words) >= 0;
    }

    /** The version at which the chat opened last; 0 while it never has. */
    long openedBy() {
        return openedBy;
    }

    /** How late it opened then. */
    Duration openedLate() {
        return openedLate;
    }

    /** The version at which the chat closed; 0 while it has not. */
    long closedBy() {
        return closedBy;
    }

    /** The verb that {@link Event.Undone}, just applied, took back. */
    Optional<LastVerb> undone() {
        return undone;
    }

    /** How many different people have spoken. */
    int voices() {
        return authors.size();
    }

    /** How many different people have spoken in a room and are still heard there. */
    int voices(RoomId room) {
        return (int) messages.values().stream()
                .filter(heard -> heard.message().room().equals(room))
                .map(Heard::author)
                .distinct()
                .count();
    }

    /** Whether the people of a room were offered another one. */
    boolean wasOffered(RoomId room) {
        return offered.contains(room);
    }

    /** The text of a question; empty where its words are gone. */
    public String questionText(int number) {
        return texts.getOrDefault(number, "");
    }

    Filing file(Said said) {
        return ledger.file(said, this);
    }

    /** What else belongs elsewhere because of a message that is heard now. What a person filed stays: that names no part. */
    List<Ledger.Refiled> refiles(Said said, Filing filing) {
        return Stream.concat(
                        ledger.refiles(said, this).stream(),
                        ledger.goingOn(said, filing, this).stream()
                                .filter(other -> mayGoOn(requireNonNull(messages.get(other.message())))))
                .toList();
    }

    /** What belongs elsewhere because the post under which it was said puts a question, as is known from now on. */
    List<Ledger.Refiled> places(String key, MessageId post) {
        return Keys.question(id, key).stream()
                .flatMap(question -> ledger.under(post, question, this).stream())
                .filter(other -> !requireNonNull(messages.get(other.message())).byHand())
                .toList();
    }

    private static boolean mayGoOn(Heard heard) {
        return !heard.byHand() || heard.filing().part().isPresent();
    }

    /** What counts, in order: neither a repeat of a message that is still there, nor replaced by its author's corrected repost. */
    public List<Heard> counting() {
        List<Heard> counting = new ArrayList<>();
        for (Heard heard : messages.values()) {
            boolean repeats =
                    heard.filing().repeatOf().filter(messages::containsKey).isPresent();
            boolean replaced = ledger.replacedBy(heard.message())
                    .filter(messages::containsKey)
                    .isPresent();
            if (!repeats && !replaced) {
                counting.add(heard);
            }
        }
        return counting;
    }

    /** How many answers count under a question. */
    public int answers(int question) {
        return (int) counting().stream()
                .map(Heard::filing)
                .filter(filing -> filing.kind() == Kind.ANSWER)
                .filter(filing -> filing.questions().contains(question))
                .count();
    }

    @Override
    public SortedMap<Integer, Asked> asked() {
        if (asked.isEmpty()) {
            SortedMap<Integer, Asked> now = new TreeMap<>();
            progress()
                    .put()
                    .forEach((number, at) -> now.put(
                            number,
                            new Asked(number, questionText(number), at, questionPosts.getOrDefault(number, Set.of()))));
            asked = Optional.of(Collections.unmodifiableSortedMap(now));
        }
        return asked.orElseThrow();
    }

    @Override
    public SortedMap<Integer, String> script() {
        return Collections.unmodifiableSortedMap(texts);
    }

    @Override
    public boolean moderates(PersonId person) {
        return plan().hosts().contains(person) || progress().coHosts().contains(person);
    }

    @Override
    public Optional<Instant> introductionsSince() {
        return opened;
    }

    @Override
    public Optional<Instant> closingSince() {
        return closing;
    }

    /** In a live chat a plain message is as good an answer as a labelled one; it is a guess, and shown as one. */
    @Override
    public Optional<Boolean> labelsAreUsual() {
        return Optional.of(false);
    }
}
