package dev.parley.engine.coaching;

import dev.parley.coaching.Framework;
import dev.parley.coaching.Look;
import dev.parley.coaching.partnership.Circle;
import dev.parley.coaching.partnership.Occurrence;
import dev.parley.coaching.partnership.Partnership;
import dev.parley.coaching.partnership.Seen;
import dev.parley.coaching.partnership.Shape;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Place;
import dev.parley.conversation.Story;
import dev.parley.platform.Incoming;
import dev.parley.platform.Order;
import dev.parley.store.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A village with people in it, in whom acts can be carried out, and what is known of who wrote what and who has chosen what: kept here, from
 * what people did, and not asked of Parley.
 */
final class Scene implements AutoCloseable {

    static final Instant BEGINNING = Instant.parse("2026-09-07T08:00:00Z");
    static final int LEAD = 0;
    static final int HOST = 1;
    static final int OUTSIDER = 2;
    private static final int PEOPLE = 14;
    private static final Pattern MEANT = Pattern.compile("meaning=([A-Za-z0-9.:~_-]+)");

    /** Words that somebody wrote, by the mark that they carry. */
    record Mark(int owner, Kind kind, String partnership) {}

    /** What words were written for. */
    enum Kind {
        /** What people answered, noted, tried, told: theirs, and open to partners where all have chosen that. */
        OWN,
        /** For all in a partnership. */
        GOAL,
        /** For the lead. */
        NEED,
        /** For all who are here. */
        SHELF,
        /** For everybody, once a chat opens and as long as it is not taken back. */
        WIN,
        /** For everybody, said in a chat. */
        CHAT,
        /** For nobody. */
        CALENDAR
    }

    final Village village;
    final List<PersonId> people = new ArrayList<>();
    /** The ids of partnerships, in the order in which they were proposed. */
    final List<String> partnerships = new ArrayList<>();
    /** Who was ever in a partnership. */
    final Map<String, List<Integer>> members = new LinkedHashMap<>();
    /** Who is in it now. */
    final Map<String, Set<Integer>> present = new HashMap<>();

    final Map<String, Mark> marks = new LinkedHashMap<>();
    final Set<Integer> erased = new TreeSet<>();
    /** Who has chosen what: {@code partnership/meeting/look/person}. */
    final Set<String> chosen = new HashSet<>();

    /** Who has spoken in the chat, where all read their name. */
    final Set<Integer> spoke = new TreeSet<>();

    /** The mark of the last words of each win that is not taken back: {@code person/commitment}. */
    private final Map<String, String> wins = new HashMap<>();

    final Map<Integer, List<MessageId>> messages = new HashMap<>();
    final Map<Integer, List<String>> taken = new HashMap<>();
    /** Everything that somebody was told in answer to what they did since it was last asked. */
    final List<Told> told = new ArrayList<>();

    /** An answer that somebody got. */
    record Told(int who, Act act, String text) {}

    Scene(Settings database, PrivateRooms rooms) {
        this(new Village(database, rooms, BEGINNING, accountOf(LEAD)));
    }

    /** A scene in which some have talked in a chat besides. */
    static Scene withTalk(Settings database, PrivateRooms rooms) {
        Talk talk = new Talk(BEGINNING.plus(Duration.ofMinutes(10)));
        Scene scene = new Scene(new Village(database, rooms, BEGINNING, accountOf(LEAD), talk));
        scene.talk(talk.start());
        return scene;
    }

    private Scene(Village village) {
        this.village = village;
        for (int person = 0; person < PEOPLE; person++) {
            people.add(village.introduce(accountOf(person), nameOf(person)));
        }
        village.engine.facilitator().welcomeHost(Village.account(accountOf(HOST)));
        formed("impact-cycle", Shape.PARTNERS, 3, 4);
        formed("challenge-cycle", Shape.PARTNERS, 5, 6);
        formed("peer-coaching", Shape.PARTNERS, 7, 8, 9);
        formed("impact-cycle", Shape.PARTNERS, 10, 3);
        formed("growth-continuum", Shape.PARTNERS, 11, 12);
        formed("group-visit", Shape.VISIT, 4, 6, 8, 11, 13);
        partnerships.forEach(id -> members.get(id).forEach(person -> press(person, new Meaning.Agree(id))));
    }

    private void talk(Instant start) {
        village.until(start.plus(Duration.ofMinutes(4)));
        for (int person : List.of(HOST, OUTSIDER, 3, 5)) {
            Act act = new Act(Act.Deed.SAY, 0, 0, 0, 8_000 + person);
            String words = "A1: " + mark(act, person, Kind.CHAT, "");
            Instant now = village.now();
            spoke.add(person);
            village.engine
                    .facilitator()
                    .hear(new Incoming.Said(
                            new MessageId(Talk.ROOM, "said " + person),
                            Village.account(accountOf(person)),
                            nameOf(person),
                            words,
                            Place.ROOM,
                            now,
                            now))
                    .toCompletableFuture()
                    .join();
        }
        village.until(start.plus(Duration.ofHours(2)));
    }

    static String accountOf(int person) {
        return "Aq%02dqa".formatted(person);
    }

    static String nameOf(int person) {
        return "Nq%02dqn".formatted(person);
    }

    /** The mark of the words of an act. */
    static String markOf(Act act) {
        return "zq%04dqz".formatted(act.number());
    }

    private void formed(String cycle, Shape shape, Integer... who) {
        String id = village.form(
                cycle, shape, List.of(who).stream().map(people::get).toList());
        known(id, List.of(who));
    }

    private void known(String id, List<Integer> who) {
        partnerships.add(id);
        members.put(id, List.copyOf(who));
        present.put(id, new TreeSet<>(who));
    }

    String press(int who, Meaning meaning) {
        return village.press(accountOf(who), Meanings.text(meaning));
    }

    private String fill(int who, Meaning meaning, Map<String, String> fields) {
        return village.fill(accountOf(who), Meanings.text(meaning), fields);
    }

    private String mark(Act act, int owner, Kind kind, String partnership) {
        String mark = markOf(act);
        marks.put(mark, new Mark(owner, kind, partnership));
        return "my " + mark + " words";
    }

    /** The meetings of a partnership as one of its people sees them. */
    List<Seen.Meeting> meetings(String partnership, int who) {
        return village.ledger()
                .look(
                        new ConversationId(Village.COMMUNITY, "partnership:" + partnership),
                        one -> ((Partnership) one)
                                .seenBy(people.get(who))
                                .map(Seen::meetings)
                                .orElse(List.of()));
    }

    /** How much has happened in a partnership. */
    long version(String partnership) {
        return village.ledger()
                .look(new ConversationId(Village.COMMUNITY, "partnership:" + partnership), Story::version);
    }

    /** Mostly the last meeting that is over. */
    private Optional<String> meeting(Act act, String partnership, int who, boolean over) {
        List<String> some = meetings(partnership, who).stream()
                .filter(meeting -> over != meeting.end().isAfter(village.now()))
                .map(Seen.Meeting::id)
                .toList();
        if (some.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(act.which() % 3 == 0 ? some.get(act.which() % some.size()) : some.getLast());
    }

    String partnershipOf(Act act) {
        return partnerships.get(act.where() % partnerships.size());
    }

    int whoOf(Act act) {
        List<Integer> of = members.get(partnershipOf(act));
        return of.get(act.who() % of.size());
    }

    void perform(Act act) {
        String in = partnershipOf(act);
        int who = whoOf(act);
        if (!erased.contains(who)) {
            String text = perform(act, in, who);
            if (!text.isEmpty()) {
                told.add(new Told(who, act, text));
            }
        }
    }

    private String perform(Act act, String in, int who) {
        Look look = Look.values()[act.which() % 3];
        return switch (act.deed()) {
            case PROPOSE -> propose(act, who);
            case AGREE -> press(who, new Meaning.Agree(in));
            case DECLINE -> act.which() % 4 == 0 ? gone(who, in, press(who, new Meaning.Decline(in))) : "";
            case LEAVE -> act.which() % 2 == 0 ? gone(who, in, press(who, new Meaning.Leave(in))) : "";
            case GOAL -> fill(who, new Meaning.ChangeGoal(in), Map.of("strategy", mark(act, who, Kind.GOAL, in)));
            case REACH -> press(who, new Meaning.Reach(in, "learn"));
            case MEET -> {
                Instant start =
                        village.now().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofHours(1 + act.which() % 30));
                yield press(who, new Meaning.KeepMeeting(in, start, start.plus(Duration.ofMinutes(45))));
            }
            case MOVE ->
                meeting(act, in, who, false)
                        .map(meeting -> fill(
                                who,
                                new Meaning.Move(in, meeting),
                                Map.of("when", "tomorrow 15:%02d".formatted(act.which() % 60))))
                        .orElse("");
            case CANCEL ->
                meeting(act, in, who, act.which() % 2 == 0)
                        .map(meeting -> press(who, new Meaning.CallOff(in, meeting)))
                        .orElse("");
            case CALENDAR -> calendar(act, in, who);
            case NO_CALENDAR -> press(who, new Meaning.NoCalendar(in));
            case TIME -> {
                village.until(
                        village.now().plus(Duration.ofMinutes(new int[] {15, 200, 1_440, 2_900}[act.which() % 4])));
                yield "";
            }
            case SAY -> {
                messages.computeIfAbsent(who, _ -> new ArrayList<>())
                        .add(village.say(accountOf(who), mark(act, who, Kind.OWN, "")));
                yield "";
            }
            case EDIT -> {
                message(act, who)
                        .ifPresent(message -> village.say(
                                accountOf(who),
                                message,
                                mark(act, who, Kind.OWN, ""),
                                village.now().minusSeconds(1)));
                yield "";
            }
            case UNSAY -> {
                message(act, who).ifPresent(village::unsay);
                yield "";
            }
            case WRITE -> ofMeeting(act, in, who, meeting -> write(act, who, in, meeting, look));
            case UNWRITE ->
                ofMeeting(act, in, who, meeting -> {
                    chosen.remove(choice(in, meeting, look, who));
                    return press(who, new Meaning.Unwrite(in, meeting, look));
                });
            case SKIP -> ofMeeting(act, in, who, meeting -> press(who, new Meaning.Skip(in, meeting, look)));
            case SNOOZE ->
                ofMeeting(
                        act,
                        in,
                        who,
                        meeting -> press(who, new Meaning.After(in, meeting, Duration.ofHours(3L + act.which() % 60))));
            case LET_BE -> ofMeeting(act, in, who, meeting -> press(who, new Meaning.LetBe(in, meeting)));
            case STOP -> press(who, new Meaning.Stop(in));
            case RESUME -> press(who, new Meaning.Resume(in));
            case CHOOSE -> ofMeeting(act, in, who, meeting -> choose(act, who, in, meeting, look));
            case TAKE_BACK ->
                ofMeeting(act, in, who, meeting -> {
                    chosen.remove(choice(in, meeting, look, who));
                    return press(who, new Meaning.TakeBack(in, meeting, look, Circle.PARTNER));
                });
            case CHOOSE_PROGRAMME ->
                ofMeeting(act, in, who, meeting -> press(who, new Meaning.Share(in, meeting, look, Circle.PROGRAMME)));
            case TAKE_BACK_PROGRAMME ->
                ofMeeting(
                        act, in, who, meeting -> press(who, new Meaning.TakeBack(in, meeting, look, Circle.PROGRAMME)));
            case LABEL ->
                ofMeeting(
                        act,
                        in,
                        who,
                        meeting -> press(who, new Meaning.Label(in, meeting, look, "standards", domain(act))));
            case PLACE, UNPLACE, NOTE, DROP_NOTE, TRY, TELL, WIN, UNWIN, NEED, TAKE_NEED_BACK, SHELVE, UNSHELVE ->
                own(act, who);
            case CLOCK -> fill(who, new Meaning.Clock(), Map.of("zone", "Asia/Tokyo", "from", "22:00", "to", "06:30"));
            case FEED -> press(who, new Meaning.OpenFeed());
            case CLOSE_FEED -> press(who, new Meaning.CloseFeed());
            case CLOSE_ROOM -> {
                village.rooms.closed.add(accountOf(who));
                yield "";
            }
            case ERASE -> {
                if (act.which() % 3 == 0) {
                    erase(who);
                }
                yield "";
            }
        };
    }

    private String domain(Act act) {
        List<Framework.Domain> domains = village.journals()
                .journal(Village.account(accountOf(LEAD)))
                .orElseThrow()
                .standards()
                .getFirst()
                .domains();
        return domains.get(act.which() % domains.size()).name();
    }

    private String own(Act act, int who) {
        String shown =
                village.journals().journal(Village.account(accountOf(who))).toString()
                        + village.journals().home(Village.account(accountOf(who)))
                        + village.journals().shelf(Village.account(accountOf(who)));
        return switch (act.deed()) {
            case PLACE ->
                choice(act, shown, "Place")
                        .map(one -> village.press(accountOf(who), one))
                        .orElse("");
            case UNPLACE ->
                choice(act, shown, "Unplace")
                        .map(one -> village.press(accountOf(who), one))
                        .orElse("");
            case NOTE -> fill(who, new Meaning.WriteNote(), Map.of("text", mark(act, who, Kind.OWN, "")));
            case DROP_NOTE ->
                choice(act, shown, "DropNote")
                        .map(one -> village.press(accountOf(who), one))
                        .orElse("");
            case TRY -> village.order(accountOf(who), Order.Kind.TRY, Optional.empty(), mark(act, who, Kind.OWN, ""));
            case TELL ->
                choice(act, shown, "TellHow")
                        .map(one -> village.fill(accountOf(who), one, Map.of("text", mark(act, who, Kind.OWN, ""))))
                        .orElse("");
            case WIN ->
                choice(act, shown, "SayWin").map(one -> win(act, who, one)).orElse("");
            case UNWIN ->
                choice(act, shown, "TakeWinBack")
                        .map(one -> {
                            wins.remove(who + "/" + commitment(one));
                            return village.press(accountOf(who), one);
                        })
                        .orElse("");
            case NEED ->
                village.order(accountOf(who), Order.Kind.NEED, Optional.empty(), mark(act, who, Kind.NEED, ""));
            case TAKE_NEED_BACK ->
                taken(who, "TakeNeedBack")
                        .map(one -> village.press(accountOf(who), one))
                        .orElse("");
            case SHELVE ->
                choice(act, shown, "Shelve")
                        .map(one -> village.fill(accountOf(who), one, Map.of("text", mark(act, who, Kind.SHELF, ""))))
                        .orElse("");
            case UNSHELVE ->
                choice(act, shown, "Unshelve")
                        .map(one -> village.press(accountOf(who), one))
                        .orElse("");
            default -> throw new AssertionError(act);
        };
    }

    private String win(Act act, int who, String meaning) {
        wins.put(who + "/" + commitment(meaning), markOf(act));
        return village.fill(accountOf(who), meaning, Map.of("text", mark(act, who, Kind.WIN, "")));
    }

    private static String commitment(String meaning) {
        return meaning.substring(meaning.indexOf('.') + 1);
    }

    /** Whose words may stand in the opening of a chat, by their marks. */
    Map<String, Integer> offered() {
        Map<String, Integer> offered = new HashMap<>();
        wins.values().stream()
                .filter(mark -> !erased.contains(marks.get(mark).owner()))
                .forEach(mark -> offered.put(mark, marks.get(mark).owner()));
        return offered;
    }

    /** One of the choices of a case that stand somewhere. */
    private static Optional<String> choice(Act act, String shown, String name) {
        List<String> choices = meanings(shown).stream()
                .filter(meaning -> meaning.split("\\.")[0].equals(name))
                .toList();
        return choices.isEmpty() ? Optional.empty() : Optional.of(choices.get(act.which() % choices.size()));
    }

    /** The last choice of a case that somebody was given in an answer. */
    private Optional<String> taken(int who, String name) {
        return told.reversed().stream()
                .filter(one -> one.who() == who)
                .flatMap(one -> meanings(one.text()).stream())
                .filter(meaning -> meaning.split("\\.")[0].equals(name))
                .findFirst();
    }

    /** All meanings that stand in what somebody was shown. */
    static List<String> meanings(String shown) {
        Set<String> meanings = new LinkedHashSet<>();
        Matcher matcher = MEANT.matcher(shown);
        while (matcher.find()) {
            meanings.add(matcher.group(1));
        }
        return List.copyOf(meanings);
    }

    private Optional<MessageId> message(Act act, int who) {
        List<MessageId> said = messages.getOrDefault(who, List.of());
        return said.isEmpty() ? Optional.empty() : Optional.of(said.get(act.which() % said.size()));
    }

    private String ofMeeting(Act act, String in, int who, Function<String, String> doing) {
        return meeting(act, in, who, true).map(doing).orElse("");
    }

    private String propose(Act act, int who) {
        int with = 3 + act.which() % (PEOPLE - 3);
        if (with == who || erased.contains(with)) {
            return "";
        }
        String told = village.order(accountOf(who), Order.Kind.PARTNER, Optional.of(accountOf(with)), "impact");
        meanings(told).stream()
                .filter(meaning -> meaning.startsWith("Agree."))
                .findFirst()
                .ifPresent(meaning -> known(meaning.substring("Agree.".length()), List.of(who, with)));
        return told;
    }

    private String gone(int who, String in, String told) {
        boolean left = village.journals()
                .partnership(Village.account(accountOf(who)), in)
                .isEmpty();
        if (left) {
            left(who, in);
        }
        return told;
    }

    private void left(int who, String in) {
        present.get(in).remove(who);
        chosen.removeIf(choice -> choice.startsWith(in + "/") && choice.endsWith("/" + who));
    }

    /** Leaves everything, without a word. */
    void leaveAll(int who) {
        partnerships.stream().filter(id -> present.get(id).contains(who)).forEach(id -> {
            press(who, new Meaning.Decline(id));
            press(who, new Meaning.Leave(id));
            left(who, id);
        });
        erased.add(who);
    }

    void erase(int who) {
        village.erase(people.get(who));
        erased.add(who);
        partnerships.forEach(id -> left(who, id));
    }

    private String calendar(Act act, String in, int who) {
        String mark = mark(act, who, Kind.CALENDAR, in);
        String address = "https://calendar.example/" + markOf(act);
        Instant start = village.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(5));
        village.calendars.put(
                address, List.of(new Occurrence(mark, "", start, start.plus(Duration.ofMinutes(30)), false)));
        return fill(who, new Meaning.Calendar(in), Map.of("address", address, "word", mark));
    }

    /** Every other time all three questions are answered at once. */
    private String write(Act act, int who, String in, String meeting, Look look) {
        String text = mark(act, who, Kind.OWN, "");
        if (act.which() % 2 == 0) {
            return fill(who, new Meaning.Write(in, meeting), Map.of("back", text, "at", text, "ahead", text));
        }
        String field = look.name().toLowerCase(Locale.ROOT);
        return fill(who, new Meaning.WriteOne(in, meeting, look), Map.of(field, text));
    }

    /** Every other time all three answers are chosen at once. */
    private String choose(Act act, int who, String in, String meeting, Look look) {
        List<Look> looks = act.which() % 2 == 0 ? List.of(Look.values()) : List.of(look);
        StringBuilder told = new StringBuilder();
        looks.forEach(one -> {
            String answer = press(who, new Meaning.Share(in, meeting, one, Circle.PARTNER));
            if (answer.contains("TakeBack.")) {
                chosen.add(choice(in, meeting, one, who));
            }
            told.append(answer);
        });
        return told.toString();
    }

    static String choice(String partnership, String meeting, Look look, int who) {
        return partnership + "/" + slug(meeting) + "/" + look + "/" + who;
    }

    private static String slug(String meeting) {
        return meeting.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-");
    }

    /** Whether all who are in a partnership have chosen to share what they answered to a question. */
    boolean allChose(String partnership, String meeting, Look look) {
        return present.get(partnership).stream()
                .allMatch(person -> chosen.contains(choice(partnership, meeting, look, person)));
    }

    @Override
    public void close() {
        village.close();
    }
}
