package dev.parley.site.coaching;

import dev.parley.coaching.Framework;
import dev.parley.coaching.OwnTime;
import dev.parley.coaching.Principle;
import dev.parley.engine.coaching.Asked;
import dev.parley.engine.coaching.Item;
import dev.parley.engine.coaching.Journals;
import dev.parley.engine.coaching.LeadView;
import dev.parley.engine.coaching.MeetingLine;
import dev.parley.engine.coaching.MyCalendar;
import dev.parley.engine.coaching.MyHome;
import dev.parley.engine.coaching.MyJournal;
import dev.parley.engine.coaching.MyPartnership;
import dev.parley.engine.coaching.Myself;
import dev.parley.engine.coaching.Shelf;
import dev.parley.platform.Account;
import dev.parley.platform.Choice;
import dev.parley.platform.Form;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Ana and Bo are in a partnership; Ana leads the programme; everybody else has nothing. */
final class FakeJournals implements Journals {
    static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");
    static final Account ANA = new Account("discord", "1001");
    static final Account CHIDI = new Account("slack", "T1:U3");
    static final String PARTNERSHIP = "bright-lake-3";
    static final String FEED = "k3J-_x9Qv0Zb1mYw7LrT2w";

    /** Hostile, as everything that people write may be. */
    static final String WORDS =
            "She said <b>no</b>, and I was glad: that is what made it ours. See https://example.org/talk?a=1&b=2";

    final FakeCoaching coaching;
    final Map<Account, Myself> people = new ConcurrentHashMap<>();
    final Map<String, MyCalendar> calendars = new ConcurrentHashMap<>();
    volatile int meetings = 3;
    volatile boolean enough = true;
    volatile boolean accepted = true;

    FakeJournals(FakeCoaching coaching) {
        this.coaching = coaching;
        OwnTime berlin = new OwnTime(ZoneId.of("Europe/Berlin"), LocalTime.of(18, 0), LocalTime.of(7, 0));
        people.put(ANA, new Myself("Ana Ribeiro", berlin, true));
        people.put(CHIDI, new Myself("Chidi", new OwnTime(ZoneId.of("UTC"), LocalTime.MIN, LocalTime.MIN), false));
        calendars.put(
                FEED,
                new MyCalendar(List.of(
                        new MyCalendar.Occasion("o-1", true, at(1), at(1).plusSeconds(2700), false, NOW),
                        new MyCalendar.Occasion(
                                "o-2", false, at(1).plusSeconds(3600), at(1).plusSeconds(4500), false, NOW),
                        new MyCalendar.Occasion("o-3", true, at(3), at(3).plusSeconds(2700), true, NOW))));
    }

    private static Instant at(int days) {
        return NOW.plus(Duration.ofDays(days));
    }

    private static Choice press(String meaning, String label) {
        return new Choice(meaning, label, Choice.Style.OTHER);
    }

    private static Choice end(String meaning, String label) {
        return new Choice(meaning, label, Choice.Style.ENDING);
    }

    private static Form.Field longer(String name, String label, String value) {
        return new Form.Field(name, label, value, true, true, 4000);
    }

    private boolean inPartnership(Account account) {
        return account.equals(ANA) || account.platform().equals("web");
    }

    @Override
    public Optional<Myself> who(Account account) {
        return Optional.ofNullable(people.get(account));
    }

    private Asked.Question question(String id, String text) {
        coaching.opening("answer:" + id, "Answer", longer("words", "Your answer", ""));
        return new Asked.Question(text, coaching.forms.get("answer:" + id), List.of(press("skip:" + id, "Skip")));
    }

    private Asked asked() {
        return new Asked(
                "With Bo",
                NOW.minusSeconds(5400),
                List.of(
                        question("m9.1", "Looking back: when did the two of you *both* decide something?"),
                        question("m9.2", "Looking at your practice: what did you see that you had not expected?"),
                        question("m9.3", "Looking ahead: what will you try before you meet again?")),
                List.of(press("later:m9", "Later"), press("not:m9", "Not this time")));
    }

    private MeetingLine meeting(int days, boolean off) {
        return new MeetingLine(
                "With Bo",
                at(days),
                at(days).plusSeconds(2700),
                off,
                days > 0 && !off ? List.of(press("move:" + days, "Move"), end("off:" + days, "Call off")) : List.of());
    }

    @Override
    public Optional<MyHome> home(Account account) {
        if (!inPartnership(account)) {
            return who(account)
                    .map(_ -> new MyHome(
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            Optional.empty(),
                            List.of(),
                            List.of(),
                            List.of()));
        }
        return who(account)
                .map(_ -> new MyHome(
                        List.of(asked()),
                        List.of(
                                new MyHome.Line(PARTNERSHIP, List.of("Bo"), "The impact cycle", "Learn"),
                                new MyHome.Line("p-2", List.of("Dagny", "Esra"), "Peer coaching", "You are asked")),
                        List.of(meeting(1, false), meeting(3, true)),
                        List.of(new MyHome.Need(
                                "Cover", "Tuesdays, third lesson.", List.of(press("need:2", "Take back")))),
                        List.of(coaching.opening("need", "Time", longer("text", "Time: what do you need?", ""))),
                        List.of(new MyHome.Trying(
                                "Ask one question and then wait, counting to ten.",
                                LocalDate.of(2026, 12, 1),
                                List.of(press("tried:1", "I tried it"), press("drop:1", "Let it go")))),
                        List.of(new MyHome.Tried(
                                "Write the goal of the lesson on the board.",
                                "Three of them read it aloud.",
                                Optional.of("Writing the goal on the board had three of them read it aloud."),
                                false,
                                List.of(
                                        coaching.opening(
                                                "win:1", "Change the words", longer("words", "Your words", "")),
                                        press("unwin:1", "Take it back")))),
                        calendars.containsKey(FEED) ? Optional.of(FEED) : Optional.empty(),
                        List.of(press("feed:new", "Another address"), end("feed:off", "Close this address")),
                        List.of(coaching.opening(
                                "clock", "Change", new Form.Field("zone", "Zone", "Europe/Berlin", false, true, 60))),
                        List.of(coaching.opening(
                                "try", "Something I will try", longer("words", "In one sentence", "")))));
    }

    @Override
    public Optional<MyPartnership> partnership(Account account, String id) {
        if (!inPartnership(account) || !id.equals(PARTNERSHIP)) {
            return Optional.empty();
        }
        return Optional.of(new MyPartnership(
                "The impact cycle",
                "Six weeks or so with one goal: see how things are, learn a way to change them, adjust until it works.",
                List.of(
                        new MyPartnership.Member(
                                "Ana Ribeiro", "Coach", "Listens first, and asks what **Bo** wants to look at.", true),
                        new MyPartnership.Member("Bo", "Partner", "Chooses the goal, and says what helps.", false)),
                List.of(
                        new MyPartnership.Stage("Identify", "Look at how things are.", MyPartnership.Standing.PAST),
                        new MyPartnership.Stage(
                                "Learn", "See the strategy at work, and make it your own.", MyPartnership.Standing.NOW),
                        new MyPartnership.Stage("Improve", "Try, look, adjust.", MyPartnership.Standing.AHEAD)),
                Optional.of(new MyPartnership.Agreement(
                        "What we say to each other stays with us. Either of us can leave at any time and takes their words along.",
                        accepted,
                        accepted,
                        accepted
                                ? List.of()
                                : List.of(
                                        new Choice("agree", "I accept", Choice.Style.MAIN),
                                        press("refuse", "Not for me")))),
                List.of(
                        new MyPartnership.Aspect("How things are", "Four pupils do most of the talking."),
                        new MyPartnership.Aspect(
                                "What we want", "Everybody speaks once in each lesson, because they want to."),
                        new MyPartnership.Aspect("How we go about it", "Turn to a partner first, then to all."),
                        new MyPartnership.Aspect("How we will see it", "")),
                List.of(coaching.opening("goal", "Change it", longer("goal", "What we want", ""))),
                List.of(meeting(-21, false), meeting(-14, false), meeting(-7, true), meeting(1, false)),
                List.of(new MyPartnership.Open(
                        "With Bo",
                        at(-14),
                        "What did you hear that you will keep?",
                        List.of(
                                new MyPartnership.Words("Ana Ribeiro", WORDS, true),
                                new MyPartnership.Words(
                                        "Bo", "That it is all right to wait.\nAnd to say so.", false)))),
                items(2),
                Optional.of("calendar.example.org, read a moment ago"),
                List.of(coaching.opening(
                        "source", "Another calendar", new Form.Field("address", "Address", "", false, true, 500))),
                List.of(
                        coaching.opening("meet", "Set a meeting", new Form.Field("when", "When", "", false, true, 200)),
                        press("next", "On to the next stage"),
                        end("leave", "Leave"))));
    }

    /** So many meetings, a week apart, each with three items. */
    private List<Item> items(int count) {
        List<Item> items = new ArrayList<>();
        for (int meeting = 0; meeting < count; meeting++) {
            Item.Met met = new Item.Met("met-" + meeting, "With Bo", at(-7 * (meeting + 1)));
            for (int question = 3; question >= 1; question--) {
                items.add(item(
                        met,
                        "i-" + meeting + "-" + question,
                        meeting * 3 + question,
                        met.at().plusSeconds(60L * question)));
            }
        }
        return items;
    }

    private Item item(Item.Met met, String id, int number, Instant written) {
        List<String> questions = List.of(
                "When did the two of you *both* decide something?",
                "What did you see that you had not expected?",
                "What will you try before you meet again?");
        List<String> words = List.of(
                WORDS,
                "Two of them, who never speak, had a plan.\n\nI had not asked before. " + number,
                "Wait. Café talk first, number " + number + ".");
        return new Item(
                id,
                met,
                Principle.values()[number % 7],
                questions.get((number - 1) % 3),
                words.get((number - 1) % 3),
                written,
                Item.Openness.values()[number % 3],
                number == 1,
                List.of(
                        new Item.Tag("standards", "families", number % 2 == 0, "tag:" + id + ".families"),
                        new Item.Tag("standards", "planning", number == 1, "tag:" + id + ".planning"),
                        new Item.Tag("gone", "gone", true, "tag:" + id + ".gone")),
                List.of(
                        number % 3 == 0 ? press("share:" + id, "Share with Bo") : press("unshare:" + id, "Take back"),
                        press("programme:" + id, "Share with the programme")),
                List.of(
                        coaching.opening(
                                "edit:" + id, "Edit", longer("words", "Your answer", words.get((number - 1) % 3))),
                        end("delete:" + id, "Delete")));
    }

    static final Framework STANDARDS = new Framework(
            "standards",
            "Standards",
            "",
            List.of(
                    new Framework.Domain("families", "Working with families", "", List.of()),
                    new Framework.Domain("planning", "Planning & preparing", "", List.of())));

    static final Framework.Domain LISTENING = new Framework.Domain(
            "listening",
            "Listening",
            "How a talk goes when I am in it.",
            List.of(
                    new Framework.Step("meeting", "Getting to know it", "I notice how much I speak."),
                    new Framework.Step("trying", "Trying it out", "I wait before I answer, when I think of it."),
                    new Framework.Step("using", "Making it my own", "I hear what is not said, and ask."),
                    new Framework.Step("giving", "Passing it on", "Others try it because of how it felt.")));

    @Override
    public Optional<MyJournal> journal(Account account) {
        return who(account)
                .map(_ -> inPartnership(account)
                        ? new MyJournal(items(meetings), List.of(STANDARDS), List.of(continuum(true), continuum(false)))
                        : new MyJournal(List.of(), List.of(STANDARDS), List.of()));
    }

    private MyJournal.Continuum continuum(boolean placed) {
        Framework.Domain domain = placed ? LISTENING : new Framework.Domain("asking", "Asking", "", LISTENING.steps());
        return new MyJournal.Continuum(
                "Growing as a coach",
                domain,
                placed
                        ? List.of(
                                new MyJournal.Placed(at(-300), "meeting"),
                                new MyJournal.Placed(at(-240), "trying"),
                                new MyJournal.Placed(at(-200), "not there any more"),
                                new MyJournal.Placed(at(-90), "using"),
                                new MyJournal.Placed(at(-40), "trying"),
                                new MyJournal.Placed(at(-3), "using"))
                        : List.of(),
                domain.steps().stream()
                        .map(step -> press("place:" + domain.name() + "." + step.name(), "This describes me"))
                        .toList(),
                placed ? List.of(press("unplace:" + domain.name(), "Take the last one back")) : List.of());
    }

    @Override
    public Optional<Shelf> shelf(Account account) {
        return who(account)
                .map(_ -> new Shelf(
                        List.of(
                                new Shelf.Section(
                                        "Working with families",
                                        "Letters home, evenings, telephone calls.",
                                        List.of(
                                                new Shelf.Resource(
                                                        "A letter that parents answered: https://example.org/letter",
                                                        "Bo",
                                                        List.of()),
                                                new Shelf.Resource(
                                                        "Three questions for the first telephone call <i>of the year</i>.",
                                                        "Ana Ribeiro",
                                                        List.of(end("shelf:2", "Take back"))))),
                                new Shelf.Section("Planning & preparing", "", List.of())),
                        List.of(coaching.opening("shelf", "Put something here", longer("words", "What it is", "")))));
    }

    @Override
    public Optional<LeadView> lead(Account account) {
        if (!who(account).map(Myself::lead).orElse(false)) {
            return Optional.empty();
        }
        List<LeadView.Need> needs = List.of(
                new LeadView.Need(
                        "Cover",
                        "Someone to take my class on Tuesdays, third lesson.",
                        "Bo",
                        at(-2),
                        List.of(press("need:1", "Seen to"))),
                new LeadView.Need("Something else", "A room with a door.", "Esra", at(-9), List.of()));
        Asked asked = new Asked(
                "November", NOW, List.of(question("lead", "What did you make easier this month?")), List.of());
        return Optional.of(
                enough
                        ? new LeadView(
                                List.of(
                                        new LeadView.Month(YearMonth.of(2026, 10), 15, 40, 5),
                                        new LeadView.Month(YearMonth.of(2026, 9), 10, 25, 0)),
                                List.of("Dialogue", "Working with families"),
                                List.of("Reciprocity"),
                                needs,
                                List.of(asked))
                        : new LeadView(List.of(), List.of(), List.of(), needs, List.of(asked)));
    }

    @Override
    public Optional<MyCalendar> calendar(String name) {
        return Optional.ofNullable(calendars.get(name));
    }
}
