package dev.parley.coaching.programme;

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
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The programme, folded from what happened. An object of this class belongs to one thread at a time. */
public final class Programme implements Story {

    /** What stands before the colon of its name. */
    public static final String KIND = "programme";

    /** So long after a month its figures are made: who met on its last day has time to reflect. */
    private static final Duration SETTLING = Duration.ofDays(7);

    private static final Duration GOOD_FOR = Duration.ofDays(14);

    private final ConversationId id;
    private long version;
    private Optional<Beginning> beginning = Optional.empty();
    private final Map<String, Need> needs = new LinkedHashMap<>();
    private final Map<String, Exemplar> shelf = new LinkedHashMap<>();
    private final Wins wins = new Wins();
    private final SortedMap<YearMonth, Figures> figures = new TreeMap<>();
    private final Set<Letter> written = new HashSet<>();
    private final Map<String, MessageId> standing = new HashMap<>();
    private Optional<Instant> leadsWait = Optional.empty();
    private boolean leadsKnow = true;
    private int needed;
    private int shelved;

    /** A programme of which nothing is known yet. */
    public Programme(ConversationId id) {
        this.id = id;
    }

    private record Beginning(YearMonth first, ZoneId zone) {}

    private record Letter(PersonId lead, ProgrammeLetter letter) {}

    /**
     * Something that helped.
     *
     * @param months in how many months of the year it was a theme
     */
    public record Helped(Theme theme, int months) {}

    @Override
    public void apply(Happened happened, Words words) {
        version++;
        Instant now = happened.at();
        ProgrammeEvent event = (ProgrammeEvent) happened.event();
        letter(event).ifPresent(written::add);
        switch (event) {
            case ProgrammeEvent.Opened(ZoneId zone) ->
                beginning = Optional.of(
                        new Beginning(beginning.map(Beginning::first).orElse(YearMonth.from(now.atZone(zone))), zone));
            case ProgrammeEvent.Needed(var need, var said, var by, var kind) -> {
                needed++;
                needs.put(need, new Need(need, said, by, kind, now, false));
                forLeads();
            }
            case ProgrammeEvent.NeedMet(String need) ->
                needs.computeIfPresent(
                        need, (_, one) -> new Need(need, one.words(), one.by(), one.kind(), one.at(), true));
            case ProgrammeEvent.NeedTakenBack(String need, MessageId _) -> needs.remove(need);
            case ProgrammeEvent.Shelved(var exemplar, var said, var by, var domain) -> {
                shelved++;
                shelf.put(exemplar, new Exemplar(exemplar, said, by, domain, now));
            }
            case ProgrammeEvent.Unshelved(String exemplar, MessageId _) -> shelf.remove(exemplar);
            case ProgrammeEvent.WinOffered offered ->
                wins.offer(offered, words.of(offered.words()).orElse(""));
            case ProgrammeEvent.WinTakenBack(PersonId by, String commitment, var _) -> wins.takeBack(by, commitment);
            case ProgrammeEvent.WinSaid(PersonId by, String commitment, String chat) -> wins.say(by, commitment, chat);
            case ProgrammeEvent.WinReturned(PersonId by, String commitment) -> wins.giveBack(by, commitment);
            case ProgrammeEvent.Frozen(YearMonth month, Figures made) -> {
                figures.put(month, made);
                forLeads();
            }
            case ProgrammeEvent.LeadAsked _, ProgrammeEvent.NeedTold _ -> {}
            case ProgrammeEvent.LeadsWaited(Instant until) -> leadsWait = Optional.of(until);
            case ProgrammeEvent.LeadsTold() -> leadsKnow = true;
            case ProgrammeEvent.Standing(String key, MessageId message) -> standing.put(key, message);
            case ProgrammeEvent.Lapsed _ -> {}
            case ProgrammeEvent.Forgotten(PersonId person) -> {
                needs.values().removeIf(need -> need.by().equals(person));
                shelf.values().removeIf(exemplar -> exemplar.by().equals(person));
                wins.forget(person);
            }
        }
    }

    private void forLeads() {
        leadsKnow = false;
        leadsWait = Optional.empty();
    }

    @Override
    public List<ProgrammeEvent> decide(Ask ask, Instant now) {
        return switch ((ProgrammeCommand) ask) {
            case ProgrammeCommand.Open(ZoneId zone) ->
                only(beginning.filter(one -> one.zone().equals(zone)).isEmpty(), new ProgrammeEvent.Opened(zone));
            case ProgrammeCommand.SayNeed(PersonId by, MessageId words, NeedKind kind) ->
                only(exists(), new ProgrammeEvent.Needed("need" + (needed + 1), words, by, kind));
            case ProgrammeCommand.MeetNeed(String need) ->
                only(need(need).filter(one -> !one.met()).isPresent(), new ProgrammeEvent.NeedMet(need));
            case ProgrammeCommand.TakeNeedBack(PersonId by, String need) ->
                need(need).filter(one -> one.by().equals(by)).stream()
                        .<ProgrammeEvent>map(one -> new ProgrammeEvent.NeedTakenBack(need, one.words()))
                        .toList();
            case ProgrammeCommand.Shelve(PersonId by, MessageId words, var domain) ->
                only(exists(), new ProgrammeEvent.Shelved("shelf" + (shelved + 1), words, by, domain));
            case ProgrammeCommand.Unshelve(PersonId by, String exemplar) ->
                Optional.ofNullable(shelf.get(exemplar)).filter(one -> one.by().equals(by)).stream()
                        .<ProgrammeEvent>map(one -> new ProgrammeEvent.Unshelved(exemplar, one.words()))
                        .toList();
            case ProgrammeCommand.OfferWin(PersonId by, String commitment, MessageId words) ->
                exists() ? wins.offering(by, commitment, words).stream().toList() : List.of();
            case ProgrammeCommand.TakeWinBack(PersonId by, String commitment) ->
                wins.takingBack(by, commitment).stream().toList();
            case ProgrammeCommand.SayWins(String chat) -> wins.saying(chat);
            case ProgrammeCommand.ReturnWins(String chat) -> wins.givingBack(chat);
            case ProgrammeCommand.Wake wake -> wake(wake, now);
            case ProgrammeCommand.Stands(String key, MessageId message) ->
                only(!message.equals(standing.get(key)), new ProgrammeEvent.Standing(key, message));
            case ProgrammeCommand.Lapse(String key) -> List.of(new ProgrammeEvent.Lapsed(key));
            case ProgrammeCommand.Forget(PersonId person) -> only(knows(person), new ProgrammeEvent.Forgotten(person));
        };
    }

    private static List<ProgrammeEvent> only(boolean so, ProgrammeEvent event) {
        return so ? List.of(event) : List.of();
    }

    private boolean knows(PersonId person) {
        return wins.knows(person)
                || Stream.concat(
                                needs.values().stream().map(Need::by),
                                shelf.values().stream().map(Exemplar::by))
                        .anyMatch(person::equals);
    }

    private List<ProgrammeEvent> wake(ProgrammeCommand.Wake wake, Instant now) {
        List<ProgrammeEvent> events = new ArrayList<>();
        beginning.ifPresent(begun -> toFreeze(now)
                .forEach(month -> events.add(
                        new ProgrammeEvent.Frozen(month, Figures.of(month, begun.zone(), wake.contributions())))));
        if (leadsKnow && events.isEmpty()) {
            return events;
        }
        Optional<YearMonth> month = events.isEmpty()
                ? figures.isEmpty() ? Optional.empty() : Optional.of(figures.lastKey())
                : toFreeze(now).stream().max(Comparator.naturalOrder());
        Map<PersonId, List<ProgrammeEvent>> owed = wake.leads().keySet().stream()
                .sorted(Comparator.comparing(PersonId::value))
                .collect(Collectors.toMap(
                        Function.identity(),
                        lead -> owed(lead, month, wake.prompts()),
                        (one, _) -> one,
                        LinkedHashMap::new));
        Optional<Instant> wait = Optional.empty();
        for (Map.Entry<PersonId, List<ProgrammeEvent>> lead : owed.entrySet()) {
            Instant until = clock(wake, lead.getKey()).outsideQuiet(now);
            if (!until.isAfter(now)) {
                events.addAll(lead.getValue());
            } else if (!lead.getValue().isEmpty()) {
                wait = wait.filter(other -> other.isBefore(until)).or(() -> Optional.of(until));
            }
        }
        ProgrammeEvent done =
                wait.<ProgrammeEvent>map(ProgrammeEvent.LeadsWaited::new).orElse(new ProgrammeEvent.LeadsTold());
        if (wait.isEmpty() || !wait.equals(leadsWait) || !events.isEmpty()) {
            events.add(done);
        }
        return events;
    }

    private static OwnTime clock(ProgrammeCommand.Wake wake, PersonId lead) {
        return Optional.ofNullable(wake.leads().get(lead)).orElseThrow();
    }

    /** What a lead is still to be told: needs that are open, and a question about the month. */
    private List<ProgrammeEvent> owed(PersonId lead, Optional<YearMonth> month, List<String> prompts) {
        List<ProgrammeEvent> owed = new ArrayList<>();
        needs.values().stream()
                .filter(need -> !need.met() && !need.by().equals(lead))
                .forEach(need -> owed.add(new ProgrammeEvent.NeedTold(need.id(), lead)));
        if (!prompts.isEmpty()) {
            month.ifPresent(last -> owed.add(new ProgrammeEvent.LeadAsked(last, lead, promptOf(last, prompts))));
        }
        owed.removeIf(event -> letter(event).filter(this::isWritten).isPresent());
        return owed;
    }

    private boolean isWritten(Letter letter) {
        return written.stream()
                .anyMatch(one ->
                        one.lead().equals(letter.lead()) && what(one.letter()).equals(what(letter.letter())));
    }

    /** The prompt of a month, of several that take turns. */
    public static String promptOf(YearMonth month, List<String> prompts) {
        return prompts.get(Math.floorMod(month.getYear() * 12 + month.getMonthValue(), prompts.size()));
    }

    private static Optional<Letter> letter(ProgrammeEvent event) {
        return switch (event) {
            case ProgrammeEvent.NeedTold(String need, PersonId lead) ->
                Optional.of(new Letter(lead, new ProgrammeLetter.NeedHeard(need)));
            case ProgrammeEvent.LeadAsked(YearMonth month, PersonId lead, String prompt) ->
                Optional.of(new Letter(lead, new ProgrammeLetter.LeadAsking(month, prompt)));
            case ProgrammeEvent.Opened _, ProgrammeEvent.Needed _, ProgrammeEvent.NeedMet _ -> Optional.empty();
            case ProgrammeEvent.NeedTakenBack _, ProgrammeEvent.Shelved _ -> Optional.empty();
            case ProgrammeEvent.Unshelved _, ProgrammeEvent.Frozen _ -> Optional.empty();
            case ProgrammeEvent.WinOffered _, ProgrammeEvent.WinTakenBack _ -> Optional.empty();
            case ProgrammeEvent.WinSaid _, ProgrammeEvent.WinReturned _ -> Optional.empty();
            case ProgrammeEvent.LeadsWaited _, ProgrammeEvent.LeadsTold _ -> Optional.empty();
            case ProgrammeEvent.Standing _, ProgrammeEvent.Lapsed _ -> Optional.empty();
            case ProgrammeEvent.Forgotten _ -> Optional.empty();
        };
    }

    private static String what(ProgrammeLetter letter) {
        return switch (letter) {
            case ProgrammeLetter.NeedHeard(String need) -> need;
            case ProgrammeLetter.LeadAsking(YearMonth month, String _) -> "lead/" + month;
        };
    }

    private String key(Letter letter) {
        return id.name() + "/" + what(letter.letter()) + "@" + letter.lead();
    }

    @Override
    public List<Effect> consequences(Happened happened) {
        ProgrammeEvent event = (ProgrammeEvent) happened.event();
        if (event instanceof ProgrammeEvent.NeedTakenBack
                || event instanceof ProgrammeEvent.Forgotten
                || event instanceof ProgrammeEvent.Standing) {
            return removals();
        }
        return letter(event).stream()
                .<Effect>map(letter -> new Effect.Letter(
                        key(letter),
                        letter.lead(),
                        letter.letter(),
                        happened.at(),
                        happened.at().plus(GOOD_FOR)))
                .toList();
    }

    /** A need that was taken back is not left standing. */
    private List<Effect> removals() {
        return written.stream()
                .filter(letter -> !makesSense(letter.letter()) && standing.containsKey(key(letter)))
                .map(this::key)
                .sorted()
                .<Effect>map(key -> new Effect.Remove(
                        id.name() + "/removed/" + key,
                        Optional.ofNullable(standing.get(key)).orElseThrow().room(),
                        key))
                .toList();
    }

    @Override
    public Optional<Effect.Wake> wake(Instant now) {
        Stream<Instant> leads = leadsKnow ? Stream.of() : Stream.of(leadsWait.orElse(now));
        return Stream.concat(leads, nextToFreeze().map(this::freezesAt).stream())
                .min(Comparator.naturalOrder())
                .map(due -> Effect.Wake.of(id, due));
    }

    /** The months whose figures are to be made now, in order. */
    public List<YearMonth> toFreeze(Instant now) {
        return nextToFreeze().stream()
                .flatMap(first ->
                        Stream.iterate(first, month -> !freezesAt(month).isAfter(now), month -> month.plusMonths(1)))
                .toList();
    }

    private Optional<YearMonth> nextToFreeze() {
        return beginning.map(
                begun -> figures.isEmpty() ? begun.first() : figures.lastKey().plusMonths(1));
    }

    private Instant freezesAt(YearMonth month) {
        ZoneId zone = beginning.orElseThrow().zone();
        return month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant().plus(SETTLING);
    }

    @Override
    public ConversationId id() {
        return id;
    }

    @Override
    public boolean exists() {
        return beginning.isPresent();
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public boolean isOpen() {
        return exists();
    }

    @Override
    public Set<PersonId> people() {
        return Set.of();
    }

    @Override
    public ProgrammeCommand stands(String key, MessageId message) {
        return new ProgrammeCommand.Stands(key, message);
    }

    @Override
    public ProgrammeCommand lapsed(String key) {
        return new ProgrammeCommand.Lapse(key);
    }

    @Override
    public ProgrammeCommand forget(PersonId person) {
        return new ProgrammeCommand.Forget(person);
    }

    /** Whether what a letter says still makes sense. */
    public boolean makesSense(ProgrammeLetter letter) {
        return switch (letter) {
            case ProgrammeLetter.NeedHeard(String need) -> needs.containsKey(need);
            case ProgrammeLetter.LeadAsking _ -> true;
        };
    }

    /** What people wanted the leads to know, in the order of time. */
    public Collection<Need> needs() {
        return List.copyOf(needs.values());
    }

    /** What stands on the shelf, in the order of time. */
    public Collection<Exemplar> shelf() {
        return List.copyOf(shelf.values());
    }

    /** The figures of all months that have some, in order. */
    public SortedMap<YearMonth, Figures> figures() {
        return Collections.unmodifiableSortedMap(figures);
    }

    /** What helped in a year: the themes of its months, those of most months first. About no one, since the months' are. */
    public List<Helped> helped(int year) {
        Map<Theme, Long> months = figures.entrySet().stream()
                .filter(month -> month.getKey().getYear() == year)
                .flatMap(month -> month.getValue().themes().stream())
                .collect(Collectors.groupingBy(Figures.Shared::theme, Collectors.counting()));
        return months.entrySet().stream()
                .map(theme -> new Helped(theme.getKey(), Math.toIntExact(theme.getValue())))
                .sorted(Comparator.comparing(Helped::months)
                        .reversed()
                        .thenComparing(helped -> Figures.name(helped.theme())))
                .toList();
    }

    /** A win that waits for an opening, or was said in one and was not taken back. */
    public Optional<Win> win(PersonId by, String commitment) {
        return wins.of(by, commitment);
    }

    /** All such wins of a person, in the order of time. */
    public List<Win> wins(PersonId by) {
        return wins.by(by);
    }

    /** Whether a win was said in an opening and then taken back, so that it is not said again. */
    public boolean isOver(PersonId by, String commitment) {
        return wins.isOver(by, commitment);
    }

    private Optional<Need> need(String need) {
        return Optional.ofNullable(needs.get(need));
    }
}
