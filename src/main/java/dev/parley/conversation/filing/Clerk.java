package dev.parley.conversation.filing;

import static java.util.Objects.requireNonNull;

import dev.parley.conversation.Filing;
import dev.parley.conversation.Kind;
import dev.parley.conversation.Place;
import dev.parley.conversation.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Files one message. The evidence is heard in this order: words passed on or said again, label, place, continuation, guess. */
final class Clerk {
    static final Duration PARTS = Duration.ofMinutes(15);
    private static final Duration BREATH = Duration.ofMinutes(2);
    private static final Duration SECOND_THOUGHT = Duration.ofMinutes(20);
    private static final Duration INTRODUCTIONS = Duration.ofMinutes(8);
    private static final Duration REPLY = Duration.ofMinutes(4);
    private static final int AHEAD = 2;

    private final Ledger ledger;
    private final Said said;
    private final Reading reading;
    private final Known known;
    private final List<Entry> besides;

    /**
     * For one message.
     *
     * @param besides what is to count as filed so, whatever the ledger says of it
     */
    Clerk(Ledger ledger, Said said, Reading reading, Known known, List<Entry> besides) {
        this.ledger = ledger;
        this.besides = besides;
        this.said = said;
        this.reading = reading;
        this.known = known;
    }

    Filing file() {
        return evident().or(this::continued).orElseGet(this::guessed);
    }

    /** Where it belongs by what its author said before it, if nothing better speaks. */
    Optional<Filing> continuation() {
        return evident().isPresent() ? Optional.empty() : continued();
    }

    /** Where it belongs if what it was said under puts this question, unless its own words speak. */
    Optional<Filing> under(int question) {
        return passedOn().or(this::labelled).isPresent()
                ? Optional.empty()
                : Optional.of(underQuestion(Filing.answer(question, true)));
    }

    private Optional<Filing> evident() {
        Optional<Filing> put = known.asked().values().stream()
                .filter(asked -> asked.posts().contains(said.message()))
                .map(asked -> question(asked.number()))
                .findFirst();
        return put.or(this::passedOn).or(this::saidAgain).or(this::labelled).or(this::placed);
    }

    private Optional<Filing> passedOn() {
        if (reading.shared().isEmpty() || reading.shared().get().commented()) {
            return Optional.empty();
        }
        return ledger.echoes()
                .original(reading, known.named(reading.shared().get().from()), said.message())
                .map(this::again)
                .or(() -> reading.label().isPresent()
                        ? labelled().map(Clerk::doubted)
                        : Optional.of(Filing.as(Kind.SIDE, true)));
    }

    private Optional<Filing> saidAgain() {
        if (nobodyKnown() && reading.words() < 4) {
            return Optional.empty();
        }
        return ledger.echoes()
                .repeated(reading, said.text(), said.author(), said.message())
                .map(this::again);
    }

    private Filing again(Entry said) {
        return said.filing().repeating(ledger.first(said));
    }

    private static Filing doubted(Filing filing) {
        return new Filing(filing.kind(), filing.questions(), filing.part(), filing.repeatOf(), false);
    }

    // Labels

    private Optional<Filing> labelled() {
        if (reading.label().isEmpty()) {
            return askedAgain();
        }
        Label label = reading.label().get();
        return switch (label.letter()) {
            case FINAL ->
                Optional.of(moderates() && reading.asks() ? Filing.as(Kind.SIDE, true) : Filing.as(Kind.FINAL, true));
            case FINAL_QUESTION -> lastNumber().map(number -> asQuestion(label, number));
            case QUESTION ->
                plausible(label) ? Optional.of(asQuestion(label, label.numbers().first())) : Optional.empty();
            case TOPIC ->
                plausible(label) && putAs(Letter.TOPIC)
                        ? Optional.of(asQuestion(label, label.numbers().first()))
                        : Optional.empty();
            case NUMBER ->
                numbered(label) ? Optional.of(asQuestion(label, label.numbers().first())) : Optional.empty();
            case ANSWER -> plausible(label) ? asAnswer(label) : Optional.empty();
        };
    }

    /** The host says a question again without its label. */
    private Optional<Filing> askedAgain() {
        if (!moderates() || !reading.asks() || !reading.addressed().isEmpty()) {
            return Optional.empty();
        }
        return known.asked().values().stream()
                .filter(this::says)
                .map(this::repeated)
                .findFirst();
    }

    private boolean numbered(Label label) {
        int number = label.numbers().first();
        boolean sign = reading.text().charAt(label.start()) == '#';
        return number > 0 && known.asked().containsKey(number) && (sign ? !moderates() : putAs(Letter.NUMBER));
    }

    /** Whether questions are put under this letter in this chat. */
    private boolean putAs(Letter letter) {
        return known.asked().values().stream()
                .anyMatch(asked -> ledger.texts(asked.text()).has(letter));
    }

    private boolean plausible(Label label) {
        int planned = Math.max(lastNumber().orElse(0), known.asked().isEmpty() ? 8 : 0);
        return label.numbers().last() <= planned + AHEAD;
    }

    private Optional<Integer> lastNumber() {
        TreeSet<Integer> numbers = new TreeSet<>(known.script().keySet());
        numbers.addAll(known.asked().keySet());
        return numbers.isEmpty() ? Optional.empty() : Optional.of(numbers.last());
    }

    /** A question's label is no proof of a question: the words and the author decide. */
    private Filing asQuestion(Label label, int number) {
        Optional<Asked> asked = Optional.ofNullable(known.asked().get(number));
        if (asked.isPresent() && says(asked.get())) {
            return repeated(asked.get());
        }
        if (label.where() == Label.Where.END && (asked.isEmpty() || moderates() && !reading.linked())) {
            return Filing.as(Kind.SIDE, false);
        }
        boolean host = moderates() && !nobodyKnown() && !label.is(Letter.TOPIC);
        boolean reminder = reading.words() <= 12 && reading.linked();
        if (host && reading.addressed().isEmpty() && (reading.asks() || reminder && label.is(Letter.QUESTION))) {
            return question(number);
        }
        if (label.where() == Label.Where.REFERRING && host) {
            return Filing.as(Kind.SIDE, false);
        }
        return answer(label, new TreeSet<>(Set.of(number)), label.where() != Label.Where.REFERRING);
    }

    private boolean says(Asked asked) {
        return ledger.texts(asked.text()).isSaidBy(reading);
    }

    private Filing repeated(Asked asked) {
        Filing filing = question(asked.number());
        return ledger.firstOf(asked.posts()).map(filing::repeating).orElse(filing);
    }

    private static Filing question(int number) {
        return new Filing(Kind.QUESTION, new TreeSet<>(Set.of(number)), Optional.empty(), Optional.empty(), true);
    }

    private Optional<Filing> asAnswer(Label label) {
        if (label.where() == Label.Where.REFERRING && (moderates() || reading.words() < 6)) {
            return Optional.empty();
        }
        if (label.numbers().contains(1) && introduces()) {
            return Optional.of(Filing.as(Kind.INTRODUCTION, false));
        }
        return Optional.of(answer(label, label.numbers(), label.where() != Label.Where.REFERRING));
    }

    /** "A1: Hi, I'm …": an introduction under the first label, unless the first question asks for one. */
    private boolean introduces() {
        boolean asked = Optional.ofNullable(known.asked().get(1))
                .map(first -> ledger.texts(first.text()).asksWho())
                .orElse(false);
        return !asked && reading.words() <= 25 && new Introduction(reading).isPlain() && !ledger.hasSpoken(said);
    }

    private Filing answer(Label label, SortedSet<Integer> numbers, boolean sure) {
        Optional<String> part = label.part().or(() -> reading.sequence().map(Sequence::typed));
        return new Filing(Kind.ANSWER, numbers, part, Optional.empty(), sure);
    }

    /** A label sent afterwards, alone, is meant for what its author said just before. */
    Optional<Ledger.Refiled> refiles() {
        boolean afterwards = reading.shared().isEmpty()
                && reading.has(Letter.ANSWER)
                && plausible(reading.label().get())
                && reading.isOnlyLabel();
        if (!afterwards || nobodyKnown()) {
            return Optional.empty();
        }
        return before(3).stream()
                .filter(entry -> entry.own() && entry.within(SECOND_THOUGHT, said))
                .findFirst()
                .filter(entry -> !entry.reading().labelled()
                        && (entry.is(Kind.SIDE) || !entry.filing().sure()))
                .map(entry -> new Ledger.Refiled(
                        entry.message(),
                        answer(reading.label().get(), reading.label().get().numbers(), true)));
    }

    // Places

    private Optional<Filing> placed() {
        if (!(said.place() instanceof Place.Under(var to))) {
            return Optional.empty();
        }
        Optional<Filing> asked = known.asked().values().stream()
                .filter(question -> question.posts().contains(to))
                .map(question -> Filing.answer(question.number(), true))
                .findFirst();
        return asked.isPresent()
                ? Optional.of(underQuestion(asked.get()))
                : ledger.entry(to).flatMap(this::under);
    }

    private Filing underQuestion(Filing answer) {
        boolean says = reading.words() > 2 || reading.core().length() > 12 || reading.linked();
        return says && !moderates() ? answer : Filing.as(Kind.SIDE, false);
    }

    private Optional<Filing> under(Entry entry) {
        if (entry.is(Kind.QUESTION)) {
            return Optional.of(
                    underQuestion(Filing.answer(entry.filing().questions().first(), true)));
        }
        boolean goesOn = entry.author().equals(said.author())
                && !nobodyKnown()
                && (entry.is(Kind.ANSWER) || entry.is(Kind.FINAL));
        return Optional.of(goesOn ? entry.filing() : Filing.as(Kind.SIDE, true));
    }

    // Continuations

    private Optional<Filing> continued() {
        if (nobodyKnown() || reading.shared().isPresent()) {
            return Optional.empty();
        }
        Optional<Entry> last = before(6).stream().filter(Clerk::canGoOn).findFirst();
        return last.filter(entry -> entry.within(PARTS, said)).flatMap(this::goesOn);
    }

    private List<Entry> before(int most) {
        return ledger.before(said, most, besides);
    }

    private static boolean canGoOn(Entry entry) {
        return entry.own()
                && (entry.is(Kind.ANSWER)
                        || entry.is(Kind.FINAL)
                        || entry.is(Kind.INTRODUCTION)
                        || entry.is(Kind.QUESTION));
    }

    private Optional<Filing> goesOn(Entry last) {
        Optional<Sequence> before = last.reading().sequence();
        if (reading.sequence().isPresent()) {
            Sequence sequence = reading.sequence().get();
            boolean next = before.isPresent() && before.get().number() + 1 == sequence.number();
            return sequence.follows() && (sequence.safe() || next)
                    ? Optional.of(part(last, sequence))
                    : Optional.empty();
        }
        if (last.is(Kind.QUESTION) || !reading.addressed().isEmpty()) {
            return Optional.empty();
        }
        boolean open = before.isPresent() && before.get().opens();
        boolean breath = last.within(BREATH, said)
                && reading.words() > 3
                && (last.reading().trailsOff() || Texts.goesOn(reading));
        boolean direct = before(1).getFirst() == last;
        return direct && (open || breath)
                ? Optional.of(doubted(part(last.filing(), Optional.empty())))
                : Optional.empty();
    }

    private static Filing part(Entry last, Sequence sequence) {
        return part(last.filing(), Optional.of(sequence.typed()));
    }

    private static Filing part(Filing filing, Optional<String> part) {
        return new Filing(filing.kind(), filing.questions(), part, Optional.empty(), true);
    }

    // Guesses

    private Filing guessed() {
        if (reading.shared().isPresent()) {
            return Filing.as(Kind.SIDE, true);
        }
        if (known.asked().isEmpty() && (moderates() || nobodyKnown())) {
            return opening();
        }
        if (isIntroduction()) {
            return Filing.as(Kind.INTRODUCTION, new Introduction(reading).isPlain());
        }
        if (saysSomething() && !labelsAreUsual() && isClosing()) {
            return Filing.as(Kind.FINAL, false);
        }
        if (repliesToQuestion() || saysSomething() && !labelsAreUsual()) {
            return Filing.answer(current(), false);
        }
        return Filing.as(Kind.SIDE, !saysSomething());
    }

    private boolean isClosing() {
        return known.closingSince().filter(since -> !said.at().isBefore(since)).isPresent();
    }

    private Filing opening() {
        if (!reading.addressed().isEmpty()) {
            return Filing.as(Kind.SIDE, true);
        }
        Introduction introduction = new Introduction(reading);
        if (introduction.isOwn() && !reading.says(Words.INTRODUCING)) {
            return Filing.as(Kind.INTRODUCTION, true);
        }
        if (reading.says(Words.OPENING)) {
            return Filing.as(Kind.WELCOME, true);
        }
        return Filing.as(introduction.isPlain() ? Kind.INTRODUCTION : Kind.SIDE, false);
    }

    private boolean isIntroduction() {
        boolean toHosts = reading.addressed().stream()
                .allMatch(name -> known.named(name).map(known::moderates).orElse(true));
        if (!toHosts || moderates() || nobodyKnown() || ledger.hasSpoken(said)) {
            return false;
        }
        Introduction introduction = new Introduction(reading);
        if (introduction.isPlain()) {
            return true;
        }
        boolean called = known.introductionsSince().isPresent();
        return called && (known.asked().isEmpty() ? introduction.isPossible() : isEarly() && introduction.isLikely());
    }

    /** Introductions go on for a while after the first question. */
    private boolean isEarly() {
        Instant first = known.asked().values().stream()
                .map(Asked::at)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return first.plus(INTRODUCTIONS).isAfter(said.at());
    }

    private boolean saysSomething() {
        return !known.asked().isEmpty()
                && !moderates()
                && reading.addressed().isEmpty()
                && reading.words() >= 4
                && !reading.begins(Words.THANKING, 3)
                && !(reading.asks() && reading.words() < 12);
    }

    /** A reply to the host who has just put a question, by somebody who has not spoken since. */
    private boolean repliesToQuestion() {
        boolean toHost = reading.addressed().size() == 1
                && known.named(reading.addressed().getFirst())
                        .map(known::moderates)
                        .orElse(false);
        if (!toHost || known.asked().isEmpty() || moderates() || reading.asks() || reading.words() < 6) {
            return false;
        }
        Asked question = requireNonNull(known.asked().get(current()));
        Instant put = question.at();
        boolean justAsked = known.named(reading.addressed().getFirst())
                .flatMap(ledger::latestOwn)
                .map(latest -> question.posts().contains(latest.message()))
                .orElse(false);
        boolean soon = put.plus(REPLY).isAfter(said.at());
        return soon
                && justAsked
                && before(1).stream().noneMatch(last -> last.said().at().isAfter(put) || stillAsks(last));
    }

    /** Who has just asked something is probably still talking about that. */
    private boolean stillAsks(Entry last) {
        return last.own() && last.reading().asks() && last.within(REPLY, said);
    }

    private boolean labelsAreUsual() {
        return known.labelsAreUsual().orElse(ledger.labelled() > 2);
    }

    /** The question put last before this was said. */
    private int current() {
        return known.asked().values().stream()
                .filter(asked -> !asked.at().isAfter(said.at()))
                .max(Comparator.comparing(Asked::at).thenComparing(Asked::number))
                .orElseGet(() -> known.asked().firstEntry().getValue())
                .number();
    }

    private boolean moderates() {
        return known.moderates(said.author());
    }

    /** Some archives do not say who spoke. */
    private boolean nobodyKnown() {
        return said.author().value().isEmpty();
    }
}
