package dev.parley.coaching.partnership;

import static java.util.Objects.requireNonNull;

import dev.parley.coaching.Cycle;
import dev.parley.coaching.Look;
import dev.parley.coaching.Prompt;
import dev.parley.coaching.partnership.PartnershipEvent.Formed;
import dev.parley.coaching.programme.Contribution;
import dev.parley.conversation.Ask;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Happened;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Story;
import dev.parley.conversation.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A partnership, folded from what happened. {@link Decider} decides what happens next, {@link Due} when something does by itself,
 * {@link Consequences} what comes of it, and {@link Seeing} what of it somebody may see. An object of this class belongs to one thread at a
 * time.
 */
public final class Partnership implements Story {

    /** What stands before the colon of its name. */
    public static final String KIND = "partnership";

    private final ConversationId id;
    private long version;
    private @Nullable Formed formed;
    private Optional<Instant> begun = Optional.empty();
    private Optional<End> ended = Optional.empty();
    private final Map<PersonId, String> present = new LinkedHashMap<>();
    private final Set<PersonId> gone = new LinkedHashSet<>();
    private final Set<PersonId> agreed = new HashSet<>();
    private final Set<PersonId> stopped = new HashSet<>();
    private final Map<Aspect, Seen.Words> goal = new HashMap<>();
    private final List<Seen.Reached> stages = new ArrayList<>();
    private final Map<String, Meeting> meetings = new LinkedHashMap<>();
    private final Map<PersonId, Map<String, Reflection>> reflections = new HashMap<>();
    private final Map<Item, Map<PersonId, Entry>> entries = new LinkedHashMap<>();
    private final Map<MessageId, Answer> answers = new HashMap<>();
    private final Set<MessageId> dropped = new HashSet<>();
    private Optional<Item> unsaid = Optional.empty();
    private final Map<String, Instant> used = new HashMap<>();
    private final Map<PersonId, Instant> waiting = new HashMap<>();
    private final Map<PersonId, Instant> acted = new HashMap<>();
    private final Set<Told> told = new HashSet<>();
    private final Letters letters = new Letters();
    private Optional<Calendar> calendar = Optional.empty();
    private final Map<Source, Span> overruled = new HashMap<>();

    /** A partnership of which nothing is known yet. */
    public Partnership(ConversationId id) {
        this.id = id;
    }

    /**
     * The calendar from which meetings come.
     *
     * @param by whose it is
     * @param id our own name for it
     * @param words where its address is kept
     */
    public record Calendar(PersonId by, String id, MessageId words) {}

    /** From when to when. */
    record Span(Instant start, Instant end) {}

    /** How it ended, and when. */
    record End(Outcome outcome, Instant at) {}

    /** Whose answer to what a message is a part of. */
    record Answer(PersonId person, Item item) {}

    private record Told(PersonId person, PartnershipLetter letter) {}

    @Override
    public void apply(Happened happened, Words words) {
        version++;
        Instant now = happened.at();
        PartnershipEvent event = (PartnershipEvent) happened.event();
        letters.apply(id, version, event);
        switch (event) {
            case Formed start -> {
                formed = start;
                present.putAll(start.members());
            }
            case PartnershipEvent.Agreed(PersonId person) -> agreed.add(person);
            case PartnershipEvent.Declined(PersonId person) -> leave(person);
            case PartnershipEvent.Begun() -> begun = Optional.of(now);
            case PartnershipEvent.Left(PersonId person) -> leave(person);
            case PartnershipEvent.Ended(Outcome outcome) -> ended = Optional.of(new End(outcome, now));
            case PartnershipEvent.GoalSaid(Aspect aspect, MessageId said, PersonId by) ->
                goal.put(aspect, new Seen.Words(said, by));
            case PartnershipEvent.GoalDropped(Aspect aspect, MessageId said) -> {
                if (Optional.ofNullable(goal.get(aspect))
                        .filter(one -> one.words().equals(said))
                        .isPresent()) {
                    goal.remove(aspect);
                }
            }
            case PartnershipEvent.StageReached(String stage, PersonId _) -> stages.add(new Seen.Reached(stage, now));
            case PartnershipEvent.MeetingSet(var meeting, var source, var start, var end, var prompt, var by) ->
                meetings.put(
                        meeting, new Meeting(meeting, source, start, end, prompt, by, false, now, Optional.empty()));
            case PartnershipEvent.CalendarGiven(PersonId by, String name, MessageId address) ->
                calendar = Optional.of(new Calendar(by, name, address));
            case PartnershipEvent.CalendarDropped(MessageId _) -> calendar = Optional.empty();
            case PartnershipEvent.MeetingMoved(String meeting, Instant start, Instant end) -> {
                meetings.computeIfPresent(meeting, (_, one) -> one.at(start, end, now));
                source(meeting).ifPresent(overruled::remove);
            }
            case PartnershipEvent.MeetingSetAnew(String meeting, String instead, Instant start, Instant end) -> {
                Meeting before = requireNonNull(meetings.get(instead));
                meetings.put(
                        meeting,
                        new Meeting(
                                meeting,
                                before.source(),
                                start,
                                end,
                                before.prompt(),
                                before.by(),
                                false,
                                now,
                                Optional.empty()));
            }
            case PartnershipEvent.MeetingCancelled(String meeting) -> {
                meetings.computeIfPresent(meeting, (_, one) -> one.calledOff(now));
                source(meeting).ifPresent(overruled::remove);
            }
            case PartnershipEvent.Overruled(String meeting, Instant start, Instant end) ->
                source(meeting).ifPresent(source -> overruled.put(source, new Span(start, end)));
            case PartnershipEvent.Prepared(String meeting, List<Question> questions) -> {
                meetings.computeIfPresent(meeting, (_, one) -> one.asking(questions));
                questions.forEach(question -> question.prompt().ifPresent(prompt -> used.put(prompt, now)));
            }
            case PartnershipEvent.Asked(String meeting, PersonId person) ->
                reflections
                        .computeIfAbsent(person, _ -> new LinkedHashMap<>())
                        .put(meeting, new Reflection(meeting, now));
            case PartnershipEvent.Put(String meeting, PersonId person, Look look, boolean _) -> {
                reflection(person, meeting).ifPresent(one -> one.put(look, now));
                prompt(new Item(meeting, look)).ifPresent(prompt -> used.put(prompt.id(), now));
            }
            case PartnershipEvent.Answered answered -> answered(answered, now);
            case PartnershipEvent.Unanswered(MessageId message) -> {
                dropped.add(message);
                Optional<Answer> gone = Optional.ofNullable(answers.remove(message));
                gone.ifPresent(answer -> entry(answer.item(), answer.person()).unsay(message));
                unsaid = gone.map(Answer::item);
            }
            case PartnershipEvent.Skipped(String meeting, PersonId person, Look look) -> {
                acted.put(person, now);
                entry(new Item(meeting, look), person).skip();
            }
            case PartnershipEvent.Snoozed(String meeting, PersonId person, Instant until) ->
                reflection(person, meeting).ifPresent(one -> one.snooze(until));
            case PartnershipEvent.Nudged(String meeting, PersonId person) ->
                reflection(person, meeting).ifPresent(Reflection::nudge);
            case PartnershipEvent.Reflected(String meeting, PersonId person, Ending _) ->
                reflection(person, meeting).ifPresent(one -> one.end(now));
            case PartnershipEvent.Withdrawn(String meeting, PersonId person) ->
                reflection(person, meeting).ifPresent(one -> one.end(now));
            case PartnershipEvent.Waited(PersonId person, Instant until) -> waiting.put(person, until);
            case PartnershipEvent.Told(PersonId person, PartnershipLetter letter) -> told.add(new Told(person, letter));
            case PartnershipEvent.Stopped(PersonId person) -> stopped.add(person);
            case PartnershipEvent.Resumed(PersonId person) -> stopped.remove(person);
            case PartnershipEvent.Chosen(String meeting, Look look, PersonId person, Circle circle) ->
                entry(new Item(meeting, look), person).choose(circle);
            case PartnershipEvent.TakenBack(String meeting, Look look, PersonId person, Circle circle) ->
                entry(new Item(meeting, look), person).takeBack(circle);
            case PartnershipEvent.Tagged(var meeting, var look, var person, var tag) ->
                entry(new Item(meeting, look), person).tag(tag);
            case PartnershipEvent.Untagged(var meeting, var look, var person, var tag) ->
                entry(new Item(meeting, look), person).untag(tag);
            case PartnershipEvent.Standing _, PartnershipEvent.Lapsed _ -> {}
            case PartnershipEvent.Forgotten(PersonId person) -> letGo(person);
        }
    }

    /**
     * Who is left has to choose anew what was not open: otherwise it would open now, and tell that the one who left had not chosen it.
     */
    private void leave(PersonId person) {
        entries.forEach((item, of) -> {
            for (Circle circle : Circle.values()) {
                if (!isOpen(item, circle)) {
                    of.values().forEach(entry -> entry.takeBack(circle));
                }
            }
        });
        entries.values()
                .forEach(of -> Optional.ofNullable(of.get(person))
                        .ifPresent(entry -> List.of(Circle.values()).forEach(entry::takeBack)));
        present.remove(person);
        gone.add(person);
    }

    private void letGo(PersonId person) {
        if (isPresent(person)) {
            leave(person);
        }
        gone.remove(person);
        reflections.remove(person);
        entries.values().forEach(of -> of.remove(person));
        answers.entrySet().removeIf(answer -> {
            boolean theirs = answer.getValue().person().equals(person);
            if (theirs) {
                dropped.add(answer.getKey());
            }
            return theirs;
        });
        goal.values().removeIf(words -> words.by().equals(person));
        waiting.remove(person);
        acted.remove(person);
    }

    private void answered(PartnershipEvent.Answered answered, Instant now) {
        Item item = new Item(answered.meeting(), answered.look());
        Answer before = answers.put(answered.words(), new Answer(answered.person(), item));
        entry(item, answered.person()).say(new Entry.Part(answered.words(), answered.at(), answered.revised()));
        unsaid = Optional.ofNullable(before).map(Answer::item).filter(other -> !other.equals(item));
        unsaid.ifPresent(other -> entry(other, answered.person()).unsay(answered.words()));
        // Who said it hours ago, while we were away, is not there now.
        acted.put(answered.person(), Due.earlier(now, answered.revised()));
        reflection(answered.person(), answered.meeting())
                .ifPresent(one -> one.say(answered.look(), answered.at(), now));
    }

    private Entry entry(Item item, PersonId person) {
        return entries.computeIfAbsent(item, _ -> new LinkedHashMap<>()).computeIfAbsent(person, _ -> new Entry());
    }

    @Override
    public List<PartnershipEvent> decide(Ask ask, Instant now) {
        return Decider.decide(this, (PartnershipCommand) ask, now);
    }

    @Override
    public List<Effect> consequences(Happened happened) {
        return Consequences.of(this, happened);
    }

    @Override
    public Optional<Effect.Wake> wake(Instant now) {
        return new Due(this, now).next().map(due -> Effect.Wake.of(id, due));
    }

    @Override
    public ConversationId id() {
        return id;
    }

    @Override
    public boolean exists() {
        return formed != null;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public boolean isOpen() {
        return ended.map(end -> wake(end.at()).isPresent()).orElse(true);
    }

    /** Everybody who may see something of it, also those who left. */
    @Override
    public Set<PersonId> people() {
        Set<PersonId> people = new LinkedHashSet<>(present.keySet());
        people.addAll(gone);
        return Collections.unmodifiableSet(people);
    }

    @Override
    public PartnershipCommand stands(String key, MessageId message) {
        return new PartnershipCommand.Stands(key, message);
    }

    @Override
    public PartnershipCommand lapsed(String key) {
        return new PartnershipCommand.Lapse(key);
    }

    @Override
    public PartnershipCommand forget(PersonId person) {
        return new PartnershipCommand.Forget(person);
    }

    /** What one person may see of this; empty for somebody who never was in it. */
    public Optional<Seen> seenBy(PersonId viewer) {
        return Seeing.of(this, viewer);
    }

    /** What the programme's figures are made of; empty before all have agreed. */
    public Optional<Contribution> contribution() {
        return begun.map(since -> new Contribution(
                shape() == Shape.VISIT,
                since,
                ended.map(End::at),
                meetings.values().stream()
                        .filter(meeting -> !meeting.cancelled() && isWithin(meeting.end(), since))
                        .map(Meeting::end)
                        .toList(),
                entries.keySet().stream()
                        .filter(item -> isOpen(item, Circle.PROGRAMME))
                        .map(this::shared)
                        .toList()));
    }

    private boolean isWithin(Instant at, Instant since) {
        return !at.isBefore(since) && ended.filter(end -> at.isAfter(end.at())).isEmpty();
    }

    private Contribution.Item shared(Item item) {
        return new Contribution.Item(
                requireNonNull(meetings.get(item.meeting())).end(),
                prompt(item).map(Prompt::principle),
                present.keySet().stream()
                        .flatMap(person -> find(item, person).stream())
                        .flatMap(entry -> entry.tags().stream())
                        .collect(Collectors.toSet()));
    }

    /** The prompts that a person was asked since then, as {@code cycle/prompt}: they are asked something else elsewhere, as long as there is. */
    public Set<String> askedSince(PersonId person, Instant since) {
        return reflections.getOrDefault(person, Map.of()).values().stream()
                .map(Reflection::meeting)
                .flatMap(meeting -> prompts(meeting).stream())
                .filter(prompt -> !used.getOrDefault(prompt, Instant.MIN).isBefore(since))
                .map(this::inCycle)
                .collect(Collectors.toSet());
    }

    String inCycle(String prompt) {
        return cycle().name() + "/" + prompt;
    }

    private List<String> prompts(String meeting) {
        return Optional.ofNullable(meetings.get(meeting)).flatMap(Meeting::questions).stream()
                .flatMap(List::stream)
                .flatMap(question -> question.prompt().stream())
                .toList();
    }

    /** Whether what a letter says still makes sense: what was called off, answered or left meanwhile is better not said. */
    public boolean makesSense(PersonId person, PartnershipLetter letter) {
        return switch (letter) {
            case PartnershipLetter.Invitation() ->
                ended.isEmpty() && begun.isEmpty() && present.containsKey(person) && !agreed.contains(person);
            case PartnershipLetter.Beginning() -> ended.isEmpty() && present.containsKey(person);
            case PartnershipLetter.Asking(String meeting, Look look, boolean _) ->
                isAsked(person, meeting) && !isDone(new Item(meeting, look), person);
            case PartnershipLetter.Nudge(String meeting) -> isAsked(person, meeting);
            case PartnershipLetter.Thanks(String meeting) ->
                reflection(person, meeting).isPresent();
            case PartnershipLetter.Opening(String meeting, Look look) ->
                isOpen(new Item(meeting, look), Circle.PARTNER) && present.containsKey(person);
            case PartnershipLetter.Farewell() -> people().contains(person);
        };
    }

    private boolean isAsked(PersonId person, String meeting) {
        return reflection(person, meeting).filter(one -> !one.isOver()).isPresent();
    }

    /** The cycle as it was when the partnership was formed. Only of one that exists. */
    public Cycle cycle() {
        return formed().cycle();
    }

    /** How patient its asking is. Only of one that exists. */
    public Rhythm rhythm() {
        return formed().rhythm();
    }

    /** What kind of company it is. Only of one that exists. */
    public Shape shape() {
        return formed().shape();
    }

    /** Who proposed it; empty where it comes of a round. Only of one that exists. */
    public Optional<PersonId> proposedBy() {
        return formed().by();
    }

    /** When a visit begins for which not all have said whether they come; empty where nothing hangs on that. */
    Optional<Instant> visitWaits() {
        boolean waits = shape() == Shape.VISIT && begun.isEmpty() && ended.isEmpty();
        return waits
                ? meetings.values().stream()
                        .filter(meeting -> !meeting.cancelled())
                        .map(Meeting::start)
                        .min(Instant::compareTo)
                : Optional.empty();
    }

    private Formed formed() {
        if (formed == null) {
            throw new IllegalStateException(id + " was not formed");
        }
        return formed;
    }

    /** The calendar from which meetings come; empty where there is none, and once it is over. */
    public Optional<Calendar> calendar() {
        return goesOn() ? calendar : Optional.empty();
    }

    private Optional<Source> source(String meeting) {
        return meeting(meeting).map(Meeting::source);
    }

    /** What a calendar says of a meeting of which people have said something else. */
    Optional<Span> overruled(Source source) {
        return Optional.ofNullable(overruled.get(source));
    }

    /** The meeting that a source has told of; empty where there is none, and once it was called off. */
    public Optional<Meeting> told(Source source) {
        return meetings.values().stream()
                .filter(meeting -> meeting.source().equals(source) && !meeting.cancelled())
                .findFirst();
    }

    /** A meeting, also one that was called off. */
    public Optional<Meeting> meeting(String meeting) {
        return Optional.ofNullable(meetings.get(meeting));
    }

    /** The prompt that an item asks; empty for the meeting's own question. */
    public Optional<Prompt> prompt(Item item) {
        return meeting(item.meeting()).flatMap(Meeting::questions).stream()
                .flatMap(List::stream)
                .filter(question -> question.look() == item.look())
                .flatMap(question -> question.prompt().stream())
                .flatMap(name ->
                        cycle().prompts().stream().filter(prompt -> prompt.id().equals(name)))
                .findFirst();
    }

    /** Whether this message is a letter of ours to this person, or a part of an answer of theirs. */
    public boolean knows(PersonId person, MessageId message) {
        return letters.standing(person, message).isPresent()
                || answer(message).filter(one -> one.person().equals(person)).isPresent();
    }

    /**
     * When the question was put that a plain private message answers which a person said then, or just then where it goes on with an
     * answer: among several stories it answers the latest. Empty where it answers nothing here.
     */
    public Optional<Instant> askedLast(PersonId person, Instant said) {
        return listening(person, said).map(one -> one.lately(said, rhythm()));
    }

    /** When questions were put to a person of which some were open then or later, in order. */
    public List<Instant> openSince(PersonId person, Instant since) {
        return reflections.getOrDefault(person, Map.of()).values().stream()
                .flatMap(one -> one.putWhileOpen(since))
                .sorted()
                .toList();
    }

    /** The parts of a person's answers that they said or changed then or later, with when they were said. */
    public Map<MessageId, Instant> saidSince(PersonId person, Instant since) {
        return entries.values().stream()
                .flatMap(of -> Stream.ofNullable(of.get(person)))
                .flatMap(entry -> entry.parts().values().stream())
                .filter(part -> !part.revised().isBefore(since))
                .collect(Collectors.toMap(Entry.Part::words, Entry.Part::at));
    }

    /** The reflection in which a person was asked something when they said something, also where it is over since. */
    Optional<Reflection> listening(PersonId person, Instant said) {
        return reflections.getOrDefault(person, Map.of()).values().stream()
                .filter(one -> one.listens(said))
                .max(Comparator.comparing(one -> one.lastPut(said)));
    }

    /** The reflection that goes on. */
    Optional<Reflection> listening(PersonId person) {
        return reflections.getOrDefault(person, Map.of()).values().stream()
                .filter(one -> !one.isOver())
                .findFirst();
    }

    Optional<Reflection> reflection(PersonId person, String meeting) {
        return Optional.ofNullable(reflections.getOrDefault(person, Map.of()).get(meeting));
    }

    Optional<Entry> find(Item item, PersonId person) {
        return Optional.ofNullable(entries.getOrDefault(item, Map.of()).get(person));
    }

    /** Whether a person's answer may be read by others in the circle: all who are there have one, and have chosen so. */
    boolean isOpen(Item item, Circle circle) {
        return present.size() > 1
                && present.keySet().stream()
                        .allMatch(person -> find(item, person)
                                .filter(entry -> entry.has(circle))
                                .isPresent());
    }

    boolean isDone(Item item, PersonId person) {
        return find(item, person).filter(Entry::isDone).isPresent();
    }

    Set<Look> done(String meeting, PersonId person) {
        return Stream.of(Look.values())
                .filter(look -> isDone(new Item(meeting, look), person))
                .collect(Collectors.toSet());
    }

    /** Whether a person may answer an item. Whoever left may still say what they said in other words. */
    boolean mayAnswer(PersonId person, Item item) {
        boolean theirs = find(item, person).filter(Entry::isAnswered).isPresent();
        return (present.containsKey(person) || theirs)
                && meeting(item.meeting())
                        .filter(meeting -> meeting.asks(item.look()))
                        .isPresent();
    }

    /** The items that are open to the others. */
    List<Item> opened() {
        return entries.keySet().stream()
                .filter(item -> isOpen(item, Circle.PARTNER))
                .toList();
    }

    boolean wasTold(PersonId person, PartnershipLetter letter) {
        return told.contains(new Told(person, letter));
    }

    /** The stage they are at: the cycle's first before they say otherwise. */
    String stage() {
        return stages.isEmpty()
                ? cycle().stages().getFirst().name()
                : stages.getLast().stage();
    }

    /**
     * Choosing as things stand. What somebody is being asked just now rests, whenever it was put.
     *
     * @param elsewhere what members were asked in other partnerships, as {@link #askedSince} tells it
     */
    Choosing choosing(Set<String> elsewhere, Map<String, Instant> moreUsed) {
        Set<String> resting = new HashSet<>();
        reflections.values().stream()
                .flatMap(of -> of.values().stream())
                .filter(one -> !one.isOver())
                .forEach(one -> resting.addAll(prompts(one.meeting())));
        Set<String> withOthers = cycle().prompts().stream()
                .map(Prompt::id)
                .filter(prompt -> elsewhere.contains(inCycle(prompt)))
                .collect(Collectors.toSet());
        Map<String, Instant> all = new HashMap<>(used);
        all.putAll(moreUsed);
        return new Choosing(cycle(), all, resting, withOthers);
    }

    Collection<Meeting> meetings() {
        return Collections.unmodifiableCollection(meetings.values());
    }

    Map<PersonId, String> present() {
        return Collections.unmodifiableMap(present);
    }

    boolean isPresent(PersonId person) {
        return present.containsKey(person);
    }

    boolean isGone(PersonId person) {
        return gone.contains(person);
    }

    boolean hasAgreed(PersonId person) {
        return agreed.contains(person);
    }

    /** Whether this person has asked the others, and so need not be asked. */
    boolean isProposedBy(PersonId person) {
        return formed().by().equals(Optional.of(person));
    }

    boolean hasStopped(PersonId person) {
        return stopped.contains(person);
    }

    Optional<Instant> begun() {
        return begun;
    }

    Optional<End> ended() {
        return ended;
    }

    /** Whether it has begun and is not over. */
    boolean goesOn() {
        return begun.isPresent() && ended.isEmpty();
    }

    Map<Aspect, Seen.Words> goal() {
        return Collections.unmodifiableMap(goal);
    }

    List<Seen.Reached> stages() {
        return Collections.unmodifiableList(stages);
    }

    Optional<Answer> answer(MessageId message) {
        return Optional.ofNullable(answers.get(message));
    }

    boolean isDropped(MessageId message) {
        return dropped.contains(message);
    }

    /** To what the part of an answer belonged that was taken away last; empty where what was said last was taken from nothing. */
    Optional<Item> unsaid() {
        return unsaid;
    }

    /** Until when it is known to be quiet for a person. */
    Optional<Instant> waiting(PersonId person) {
        return Optional.ofNullable(waiting.get(person));
    }

    /** When a person last said or left out something here. */
    Optional<Instant> acted(PersonId person) {
        return Optional.ofNullable(acted.get(person));
    }

    Letters letters() {
        return letters;
    }
}
