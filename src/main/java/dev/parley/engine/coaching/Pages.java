package dev.parley.engine.coaching;

import dev.parley.coaching.Cycle;
import dev.parley.coaching.Framework;
import dev.parley.coaching.Principle;
import dev.parley.coaching.Prompt;
import dev.parley.coaching.Tag;
import dev.parley.coaching.notebook.Commitment;
import dev.parley.coaching.notebook.Notebook;
import dev.parley.coaching.notebook.Placement;
import dev.parley.coaching.partnership.Aspect;
import dev.parley.coaching.partnership.Circle;
import dev.parley.coaching.partnership.Seen;
import dev.parley.coaching.partnership.Shape;
import dev.parley.coaching.programme.Win;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.platform.Account;
import dev.parley.platform.Choice;
import dev.parley.store.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the private pages show, read from the stories. */
final class Pages implements Journals {

    private final Common common;
    private final Partnering partnering;
    private final Reflecting reflecting;
    private final Trying trying;
    private final Wins wins;
    private final Programmes programmes;
    private final LeadPages leads;
    private final Feeds feeds;

    Pages(
            Common common,
            Partnering partnering,
            Reflecting reflecting,
            Trying trying,
            Wins wins,
            Programmes programmes,
            LeadPages leads,
            Feeds feeds) {
        this.common = common;
        this.partnering = partnering;
        this.reflecting = reflecting;
        this.trying = trying;
        this.wins = wins;
        this.programmes = programmes;
        this.leads = leads;
        this.feeds = feeds;
    }

    @Override
    public Optional<Myself> who(Account account) {
        return person(account)
                .map(person -> new Myself(person.name(), common.clock(person.id()), common.leads(person.id())));
    }

    private Optional<Person> person(Account account) {
        return common.ledger().behind(account);
    }

    private Optional<PersonId> id(Account account) {
        return person(account).map(Person::id);
    }

    @Override
    public Optional<MyHome> home(Account account) {
        return id(account).map(this::home);
    }

    private MyHome home(PersonId me) {
        List<Shared> current = common.partnerships(me).stream()
                .filter(shared -> shared.isCurrent(common.now()))
                .toList();
        Optional<String> feed = feeds.name(me);
        return new MyHome(
                open(me),
                current.stream().map(this::line).toList(),
                current.stream()
                        .filter(Shared::isWithin)
                        .flatMap(shared -> meetings(shared)
                                .filter(meeting ->
                                        !meeting.cancelled() && meeting.end().isAfter(common.now()))
                                .map(meeting -> line(shared, meeting)))
                        .sorted(Comparator.comparing(MeetingLine::start))
                        .toList(),
                needs(me),
                programmes.kinds(),
                trials(me),
                tried(me),
                feed,
                feeds.choices(feed),
                List.of(common.other(new Meaning.Clock(), CoachingPhrase.CLOCK_CHANGE)),
                List.of(
                        common.other(new Meaning.Invite(), CoachingPhrase.INVITE),
                        common.other(new Meaning.Try(), CoachingPhrase.TRY_OFFER),
                        common.other(new Meaning.WriteNote(), CoachingPhrase.NOTE_TITLE)));
    }

    private static Stream<Seen.Meeting> meetings(Shared shared) {
        return shared.seen().meetings().stream();
    }

    private MyHome.Line line(Shared shared) {
        return new MyHome.Line(
                shared.id(), plainNames(shared.others()), shared.cycle().title(), partnering.standing(shared));
    }

    /** Names as plain text, which pages escape. */
    private List<String> plainNames(List<PersonId> people) {
        return people.stream().map(common::plainName).toList();
    }

    private MeetingLine line(Shared shared, Seen.Meeting meeting) {
        boolean toCome = meeting.end().isAfter(common.now()) && !meeting.cancelled() && shared.isWithin();
        List<Choice> choices = toCome
                ? List.of(
                        common.other(new Meaning.Move(shared.id(), meeting.id()), CoachingPhrase.MEET_CHANGE),
                        common.ending(new Meaning.CallOff(shared.id(), meeting.id()), CoachingPhrase.MEET_CANCEL))
                : List.of();
        return new MeetingLine(title(shared), meeting.start(), meeting.end(), meeting.cancelled(), choices);
    }

    /** Whom it is with; where nobody else is there any more, what it was. */
    private String title(Shared shared) {
        List<PersonId> others = shared.others();
        return others.isEmpty() ? shared.cycle().title() : String.join(", ", plainNames(others));
    }

    /** What is open, a meeting each. */
    private List<Asked> open(PersonId me) {
        Map<String, List<Reflecting.Posed>> byMeeting = new LinkedHashMap<>();
        reflecting
                .open(me)
                .forEach(posed -> byMeeting
                        .computeIfAbsent(posed.shared().id() + posed.meeting().id(), _ -> new ArrayList<>())
                        .add(posed));
        return byMeeting.values().stream().map(of -> asked(me, of)).toList();
    }

    private Asked asked(PersonId me, List<Reflecting.Posed> of) {
        Reflecting.Posed first = of.getFirst();
        String partnership = first.shared().id();
        String meeting = first.meeting().id();
        return new Asked(
                title(first.shared()),
                first.meeting().start(),
                of.stream()
                        .map(posed -> new Asked.Question(
                                reflecting.question(posed),
                                reflecting.form(
                                        me,
                                        new Meaning.WriteOne(
                                                partnership,
                                                meeting,
                                                posed.item().look())),
                                List.of(common.other(
                                        new Meaning.Skip(
                                                partnership,
                                                meeting,
                                                posed.item().look()),
                                        CoachingPhrase.SKIP))))
                        .toList(),
                List.of(
                        common.other(new Meaning.Later(partnership, meeting), CoachingPhrase.LATER),
                        common.other(new Meaning.LetBe(partnership, meeting), CoachingPhrase.NOT_THIS_TIME)));
    }

    private List<MyHome.Need> needs(PersonId me) {
        return programmes.open(me).stream()
                .map(open -> new MyHome.Need(
                        programmes.called(open.need()),
                        open.text(),
                        List.of(common.other(
                                new Meaning.TakeNeedBack(open.need().id()), CoachingPhrase.TAKE_BACK))))
                .toList();
    }

    private List<MyHome.Trying> trials(PersonId me) {
        List<Commitment> open = common.notebook(me, Notebook::commitments).stream()
                .filter(one -> one.told().isEmpty())
                .toList();
        Map<MessageId, String> words =
                open.isEmpty() ? Map.of() : common.ledger().words(common.notebook(me));
        return open.stream()
                .map(one -> new MyHome.Trying(words.getOrDefault(one.words(), ""), one.on(), trying.choices(one)))
                .toList();
    }

    private List<MyHome.Tried> tried(PersonId me) {
        Map<MessageId, String> words = common.ledger().words(common.notebook(me));
        return common.notebook(me, Notebook::commitments).reversed().stream()
                .map(one -> tried(me, one, words))
                .filter(tried -> !tried.choices().isEmpty())
                .toList();
    }

    private MyHome.Tried tried(PersonId me, Commitment one, Map<MessageId, String> words) {
        Optional<Win> win = wins.of(me, one);
        return new MyHome.Tried(
                words.getOrDefault(one.words(), ""),
                Reflecting.parts(one.told(), words),
                win.map(Win::text),
                win.flatMap(Win::chat).isPresent(),
                wins.choices(me, one));
    }

    @Override
    public Optional<MyPartnership> partnership(Account account, String id) {
        return id(account)
                .filter(_ -> id.matches("[a-z0-9-]{1,40}"))
                .flatMap(me -> common.shared(id, me))
                .filter(shared -> shared.seen().standing() != Seen.Standing.GONE)
                .map(this::partnership);
    }

    private MyPartnership partnership(Shared shared) {
        Map<MessageId, String> words = common.ledger().words(shared.story());
        Cycle cycle = shared.cycle();
        return new MyPartnership(
                cycle.title(),
                cycle.about(),
                members(shared),
                stages(shared),
                agreement(shared),
                shared.shape() == Shape.PARTNERS ? goal(shared, words) : List.of(),
                shared.isWithin() && shared.shape() == Shape.PARTNERS
                        ? List.of(common.other(new Meaning.ChangeGoal(shared.id()), CoachingPhrase.GOAL_CHANGE))
                        : List.of(),
                meetings(shared).map(meeting -> line(shared, meeting)).toList(),
                open(shared, words),
                items(shared, words).reversed(),
                shared.isWithin() ? feeds.calendar(shared) : Optional.empty(),
                shared.isWithin() ? feeds.calendarChoices(shared) : List.of(),
                choices(shared));
    }

    private List<MyPartnership.Member> members(Shared shared) {
        return shared.seen().members().entrySet().stream()
                .map(member -> {
                    Optional<Cycle.Role> role = shared.cycle().roles().stream()
                            .filter(one -> one.name().equals(member.getValue()))
                            .findFirst();
                    return new MyPartnership.Member(
                            common.plainName(member.getKey()),
                            role.map(Cycle.Role::title).orElse(""),
                            role.map(Cycle.Role::about).orElse(""),
                            member.getKey().equals(shared.seen().viewer()));
                })
                .toList();
    }

    private List<MyPartnership.Stage> stages(Shared shared) {
        int now = shared.cycle().stages().indexOf(shared.stage());
        List<MyPartnership.Stage> stages = new ArrayList<>();
        for (Cycle.Stage stage : shared.cycle().stages()) {
            int at = stages.size();
            MyPartnership.Standing standing = at < now
                    ? MyPartnership.Standing.PAST
                    : at == now ? MyPartnership.Standing.NOW : MyPartnership.Standing.AHEAD;
            stages.add(new MyPartnership.Stage(stage.title(), stage.about(), standing));
        }
        return stages;
    }

    private Optional<MyPartnership.Agreement> agreement(Shared shared) {
        return switch (shared.seen().standing()) {
            case INVITED ->
                Optional.of(new MyPartnership.Agreement(
                        shared.cycle().agreement(), false, false, partnering.agreeing(shared.id())));
            case WAITING ->
                Optional.of(new MyPartnership.Agreement(shared.cycle().agreement(), true, false, List.of()));
            case WITHIN ->
                Optional.of(new MyPartnership.Agreement(shared.cycle().agreement(), true, true, List.of()));
            case OVER, GONE -> Optional.empty();
        };
    }

    private List<MyPartnership.Aspect> goal(Shared shared, Map<MessageId, String> words) {
        Map<Aspect, String> said = Partnering.goal(shared, words);
        return List.of(Aspect.values()).stream()
                .map(aspect ->
                        new MyPartnership.Aspect(common.say(Partnering.label(aspect)), said.getOrDefault(aspect, "")))
                .toList();
    }

    private List<MyPartnership.Open> open(Shared shared, Map<MessageId, String> words) {
        return meetings(shared)
                .flatMap(meeting -> meeting.questions().stream()
                        .filter(question -> !question.open().isEmpty())
                        .map(question -> open(new Reflecting.Posed(shared, meeting, question), words)))
                .toList();
    }

    private MyPartnership.Open open(Reflecting.Posed posed, Map<MessageId, String> words) {
        List<MyPartnership.Words> said = new ArrayList<>();
        said.add(new MyPartnership.Words(
                common.plainName(posed.shared().seen().viewer()), Reflecting.answer(posed.question(), words), true));
        posed.question()
                .open()
                .forEach((person, parts) -> said.add(
                        new MyPartnership.Words(common.plainName(person), Reflecting.answer(parts, words), false)));
        return new MyPartnership.Open(title(posed.shared()), posed.meeting().start(), reflecting.question(posed), said);
    }

    private List<Choice> choices(Shared shared) {
        List<Choice> choices = new ArrayList<>();
        if (shared.isWithin()) {
            choices.addAll(goingOn(shared));
        }
        if (shared.canBeLeft()) {
            choices.add(common.ending(new Meaning.Leave(shared.id()), CoachingPhrase.LEAVE_IT));
        }
        return choices;
    }

    private List<Choice> goingOn(Shared shared) {
        List<Choice> choices = new ArrayList<>();
        choices.add(common.other(new Meaning.Meet(shared.id()), CoachingPhrase.MEET_SET));
        shared.next()
                .ifPresent(stage -> choices.add(common.other(
                        new Meaning.Reach(shared.id(), stage.name()),
                        common.say(CoachingPhrase.STAGE_NEXT, Map.of("stage", stage.title())))));
        partnering.finishing(shared).ifPresent(choices::add);
        choices.add(
                shared.seen().prompts()
                        ? common.other(new Meaning.Stop(shared.id()), CoachingPhrase.STOP_ASKING)
                        : common.other(new Meaning.Resume(shared.id()), CoachingPhrase.ASK_AGAIN));
        return choices;
    }

    @Override
    public Optional<MyJournal> journal(Account account) {
        return id(account).map(this::journal);
    }

    private MyJournal journal(PersonId me) {
        List<Item> items = new ArrayList<>();
        for (Shared shared : common.partnerships(me)) {
            items.addAll(items(shared, common.ledger().words(shared.story())));
        }
        items.addAll(notes(me));
        items.sort(Comparator.comparing(Item::written).reversed());
        return new MyJournal(items, standards(), continua(me));
    }

    private List<Framework> standards() {
        return common.plan().frameworks().stream()
                .filter(framework -> !isContinuum(framework))
                .toList();
    }

    private static boolean isContinuum(Framework framework) {
        return framework.domains().stream().anyMatch(domain -> !domain.steps().isEmpty());
    }

    /** What somebody wrote in a partnership, in the order of the meetings. */
    private List<Item> items(Shared shared, Map<MessageId, String> words) {
        return meetings(shared)
                .flatMap(meeting -> meeting.questions().stream()
                        .filter(question -> !question.mine().isEmpty())
                        .map(question -> item(new Reflecting.Posed(shared, meeting, question), words)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private Item item(Reflecting.Posed posed, Map<MessageId, String> words) {
        Shared shared = posed.shared();
        Seen.Question question = posed.question();
        boolean chosen = question.chosen().contains(Circle.PARTNER);
        return new Item(
                itemId(posed),
                new Item.Met(
                        shared.id() + "-" + slug(posed.meeting().id()),
                        title(shared),
                        posed.meeting().start()),
                shared.prompt(question).map(Prompt::principle).orElse(Principle.REFLECTION),
                reflecting.question(posed),
                Reflecting.answer(question, words),
                posed.meeting().end(),
                !question.open().isEmpty() ? Item.Openness.OPEN : chosen ? Item.Openness.CHOSEN : Item.Openness.MINE,
                question.chosen().contains(Circle.PROGRAMME),
                tags(posed),
                shared.others().isEmpty() ? List.of() : sharing(posed),
                keeping(posed));
    }

    private static String itemId(Reflecting.Posed posed) {
        return posed.shared().id() + "-" + slug(posed.meeting().id()) + "-"
                + slug(posed.item().look().name());
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-");
    }

    private List<Choice> sharing(Reflecting.Posed posed) {
        return Stream.of(Circle.values()).map(circle -> sharing(posed, circle)).toList();
    }

    private Choice sharing(Reflecting.Posed posed, Circle circle) {
        String partnership = posed.shared().id();
        String meeting = posed.meeting().id();
        var look = posed.item().look();
        boolean chosen = posed.question().chosen().contains(circle);
        Meaning meaning = chosen
                ? new Meaning.TakeBack(partnership, meeting, look, circle)
                : new Meaning.Share(partnership, meeting, look, circle);
        String label = switch (circle) {
            case PARTNER ->
                chosen
                        ? common.say(CoachingPhrase.TAKE_BACK)
                        : common.say(CoachingPhrase.SHARE, Map.of("names", title(posed.shared())));
            case PROGRAMME -> common.say(chosen ? CoachingPhrase.TAKE_BACK_PROGRAMME : CoachingPhrase.SHARE_PROGRAMME);
        };
        return common.other(meaning, label);
    }

    private List<Choice> keeping(Reflecting.Posed posed) {
        String partnership = posed.shared().id();
        String meeting = posed.meeting().id();
        var look = posed.item().look();
        return List.of(
                common.other(new Meaning.WriteOne(partnership, meeting, look), CoachingPhrase.WRITE_ANEW),
                common.ending(new Meaning.Unwrite(partnership, meeting, look), CoachingPhrase.DELETE));
    }

    private List<Item.Tag> tags(Reflecting.Posed posed) {
        Set<Tag> mine = posed.question().tags();
        List<Item.Tag> tags = new ArrayList<>();
        for (Framework framework : standards()) {
            for (Framework.Domain domain : framework.domains()) {
                boolean set = mine.contains(new Tag(framework.name(), domain.name()));
                Meaning meaning = set
                        ? new Meaning.Unlabel(
                                posed.shared().id(),
                                posed.meeting().id(),
                                posed.item().look(),
                                framework.name(),
                                domain.name())
                        : new Meaning.Label(
                                posed.shared().id(),
                                posed.meeting().id(),
                                posed.item().look(),
                                framework.name(),
                                domain.name());
                tags.add(new Item.Tag(framework.name(), domain.name(), set, Meanings.text(meaning)));
            }
        }
        return tags;
    }

    private List<Item> notes(PersonId me) {
        Map<MessageId, String> words = common.ledger().words(common.notebook(me));
        return common.notebook(me, Notebook::notes).stream()
                .filter(note -> words.containsKey(note.words()))
                .map(note -> new Item(
                        "note-" + note.words().id(),
                        new Item.Met("note-" + note.words().id(), common.say(CoachingPhrase.NOTE_TITLE), note.at()),
                        Principle.REFLECTION,
                        "",
                        words.getOrDefault(note.words(), ""),
                        note.at(),
                        Item.Openness.MINE,
                        false,
                        List.of(),
                        List.of(),
                        List.of(common.ending(new Meaning.DropNote(note.words().id()), CoachingPhrase.DELETE))))
                .toList();
    }

    private List<MyJournal.Continuum> continua(PersonId me) {
        Map<Tag, List<Placement>> placed = new HashMap<>();
        common.notebook(me, Notebook::placements)
                .forEach(one -> placed.computeIfAbsent(one.where(), _ -> new ArrayList<>())
                        .add(one));
        List<MyJournal.Continuum> continua = new ArrayList<>();
        for (Framework framework : common.plan().frameworks()) {
            for (Framework.Domain domain : framework.domains()) {
                if (!domain.steps().isEmpty()) {
                    continua.add(continuum(
                            framework,
                            domain,
                            placed.getOrDefault(new Tag(framework.name(), domain.name()), List.of())));
                }
            }
        }
        return continua;
    }

    private MyJournal.Continuum continuum(Framework framework, Framework.Domain domain, List<Placement> placed) {
        return new MyJournal.Continuum(
                framework.title(),
                domain,
                placed.stream()
                        .map(one -> new MyJournal.Placed(one.at(), one.step()))
                        .toList(),
                domain.steps().stream()
                        .map(step -> common.other(
                                new Meaning.Place(framework.name(), domain.name(), step.name()), step.title()))
                        .toList(),
                placed.isEmpty()
                        ? List.of()
                        : List.of(common.other(
                                new Meaning.Unplace(placed.getLast().id()), CoachingPhrase.TAKE_LAST_BACK)));
    }

    @Override
    public Optional<Shelf> shelf(Account account) {
        return id(account).map(leads::shelf);
    }

    @Override
    public Optional<LeadView> lead(Account account) {
        return id(account).filter(common::leads).map(_ -> leads.view());
    }

    @Override
    public Optional<MyCalendar> calendar(String name) {
        return feeds.of(name).map(this::occasions);
    }

    private MyCalendar occasions(PersonId me) {
        Instant now = common.now();
        return new MyCalendar(common.partnerships(me).stream()
                .filter(Shared::isOpen)
                .flatMap(shared -> meetings(shared).flatMap(meeting -> occasions(shared, meeting, now)))
                .toList());
    }

    /** A meeting, and the time to reflect on it while that is open. */
    private Stream<MyCalendar.Occasion> occasions(Shared shared, Seen.Meeting meeting, Instant now) {
        String name = shared.id() + "-" + slug(meeting.id());
        MyCalendar.Occasion met = new MyCalendar.Occasion(
                name, true, meeting.start(), meeting.end(), meeting.cancelled(), meeting.changed());
        Instant from = common.clock(shared.seen().viewer())
                .outsideQuiet(meeting.end().plus(common.plan().rhythm().delay()));
        MyCalendar.Occasion reflect = new MyCalendar.Occasion(
                name + "-reflect",
                false,
                from,
                from.plus(Duration.ofMinutes(10)),
                meeting.cancelled() || (!meeting.asking() && !from.isAfter(now)),
                from.isAfter(now) || meeting.changed().isAfter(from) ? meeting.changed() : from);
        return Stream.of(met, reflect);
    }
}
