package dev.parley.engine.coaching;

import dev.parley.coaching.OwnTime;
import dev.parley.coaching.Tag;
import dev.parley.coaching.notebook.Commitment;
import dev.parley.coaching.notebook.NotebookCommand;
import dev.parley.coaching.notebook.NotebookEvent;
import dev.parley.coaching.notebook.Origin;
import dev.parley.conversation.Fact;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.platform.Choice;
import dev.parley.platform.Form;
import dev.parley.platform.Note;
import dev.parley.platform.Refused;
import dev.parley.recap.format.Escape;
import dev.parley.schedule.ZoneNames;
import dev.parley.store.Spoken;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A person's own notebook: what they will try, their clock, where they see themselves. */
final class Trying {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final Duration FAR = Duration.ofDays(100);
    private static final String ZONE = "zone";
    private static final String FROM = "from";
    private static final String TO = "to";

    private final Common common;
    private final Waking waking;
    private final Wins wins;

    Trying(Common common, Waking waking, Wins wins) {
        this.common = common;
        this.waking = waking;
        this.wins = wins;
    }

    /** Something that somebody will try; what they type with the command, or a form for it. */
    CompletionStage<Note> attempt(PersonId by, String typed) {
        String text = common.typed(typed);
        if (text.isEmpty()) {
            return CompletableFuture.completedStage(new Note(
                    common.say(CoachingPhrase.TRY_HOW),
                    List.of(common.other(new Meaning.Try(), CoachingPhrase.TRY_OFFER))));
        }
        return commit(by, text, Origin.OWN, Optional.empty());
    }

    /** What was typed at a chat's close is asked about before the next, or in two weeks where that is not known or far. */
    private CompletionStage<Note> attempt(PersonId by, String text, Instant next) {
        if (text.isEmpty()) {
            return CompletableFuture.completedStage(common.note(CoachingPhrase.ANSWER_EMPTY));
        }
        Instant now = common.now();
        boolean near = next.isAfter(now) && next.isBefore(now.plus(FAR));
        Optional<LocalDate> on =
                near ? Optional.of(next.atZone(common.clock(by).zone()).toLocalDate()) : Optional.empty();
        return commit(by, text, Origin.CHAT, on);
    }

    private CompletionStage<Note> commit(PersonId by, String text, Origin origin, Optional<LocalDate> on) {
        MessageId words = Common.fresh();
        return common.ask(
                common.notebook(by),
                new NotebookCommand.Commit(words, origin, on, common.clock(by)),
                Map.of(words, new Spoken(by, text)),
                facts -> common.note(CoachingPhrase.TRY_KEPT, Map.of("day", day(facts))));
    }

    private String day(List<Fact> facts) {
        return facts.stream()
                .filter(NotebookEvent.Committed.class::isInstance)
                .map(fact -> day(((NotebookEvent.Committed) fact).on()))
                .findFirst()
                .orElse("");
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM", common.plan().locale())
                .format(day);
    }

    CompletionStage<Note> pressed(PersonId by, Meaning.OfNotebook meaning) {
        return switch (meaning) {
            case Meaning.LetGo(String commitment) ->
                ask(by, new NotebookCommand.LetItGo(commitment), CoachingPhrase.TRIED_GONE);
            case Meaning.Place(String framework, String domain, String step) ->
                ask(by, new NotebookCommand.Place(new Tag(framework, domain), step), CoachingPhrase.ANSWER_KEPT);
            case Meaning.Unplace(String placement) ->
                ask(by, new NotebookCommand.DropPlacement(placement), CoachingPhrase.DELETED);
            case Meaning.DropNote(String note) ->
                ask(by, new NotebookCommand.DropNote(Common.written(note)), CoachingPhrase.DELETED);
            case Meaning.OpenFeed() ->
                ask(by, new NotebookCommand.OpenFeed(Common.chance(16)), CoachingPhrase.FEED_OPENED);
            case Meaning.CloseFeed() -> ask(by, new NotebookCommand.CloseFeed(), CoachingPhrase.FEED_CLOSED);
            case Meaning.Try _, Meaning.TryNext _, Meaning.TellHow _, Meaning.Clock _, Meaning.WriteNote _ ->
                CompletableFuture.completedStage(common.note(CoachingPhrase.OUTDATED));
        };
    }

    private CompletionStage<Note> ask(PersonId by, NotebookCommand command, CoachingPhrase done) {
        return common.ask(common.notebook(by), command, common.note(done));
    }

    /** The form of something about a notebook; empty where there is none. */
    Optional<Form> form(PersonId by, Meaning.OfNotebook meaning) {
        return switch (meaning) {
            case Meaning.Try _ -> Optional.of(trying(meaning));
            case Meaning.TryNext one -> Optional.of(form(one));
            case Meaning.TellHow(String commitment) ->
                commitment(by, commitment)
                        .map(one -> text(
                                meaning,
                                CoachingPhrase.TRY_TITLE,
                                CoachingPhrase.TRIED_FIELD,
                                Reflecting.parts(one.told(), common.ledger().words(common.notebook(by)))));
            case Meaning.Clock _ -> Optional.of(clock(by, meaning));
            case Meaning.WriteNote _ ->
                Optional.of(text(meaning, CoachingPhrase.NOTE_TITLE, CoachingPhrase.NOTE_FIELD, ""));
            case Meaning.LetGo _ -> Optional.empty();
            case Meaning.Place _, Meaning.Unplace _, Meaning.DropNote _ -> Optional.empty();
            case Meaning.OpenFeed _, Meaning.CloseFeed _ -> Optional.empty();
        };
    }

    /** The form for something to try at a chat's close; also for those of whom nothing is known yet. */
    Form form(Meaning.TryNext meaning) {
        return trying(meaning);
    }

    private Form trying(Meaning meaning) {
        return text(meaning, CoachingPhrase.TRY_TITLE, CoachingPhrase.TRY_FIELD, "");
    }

    private Form text(Meaning meaning, CoachingPhrase title, CoachingPhrase label, String value) {
        return common.textForm(meaning, title, label, value, CoachingPhrase.KEEP);
    }

    private Form clock(PersonId by, Meaning meaning) {
        OwnTime clock = common.clock(by);
        return new Form(
                Meanings.text(meaning),
                common.say(CoachingPhrase.CLOCK_TITLE),
                common.say(CoachingPhrase.KEEP),
                List.of(
                        line(ZONE, CoachingPhrase.CLOCK_ZONE, clock.zone().getId()),
                        line(FROM, CoachingPhrase.CLOCK_FROM, TIME.format(clock.quietFrom())),
                        line(TO, CoachingPhrase.CLOCK_TO, TIME.format(clock.quietTo()))));
    }

    private Form.Field line(String name, CoachingPhrase label, String value) {
        return new Form.Field(name, common.say(label), value, false, true, 60);
    }

    CompletionStage<Note> filled(PersonId by, Meaning.OfNotebook meaning, Map<String, String> fields) {
        return switch (meaning) {
            case Meaning.Try _ -> attempt(by, common.typed(fields));
            case Meaning.TryNext(Instant next) -> attempt(by, common.typed(fields), next);
            case Meaning.TellHow(String commitment) -> tell(by, commitment, common.typed(fields));
            case Meaning.Clock _ ->
                settle(by, common.typed(fields, ZONE), common.typed(fields, FROM), common.typed(fields, TO));
            case Meaning.WriteNote _ -> write(by, common.typed(fields));
            case Meaning.LetGo _ -> pressed(by, meaning);
            case Meaning.Place _, Meaning.Unplace _, Meaning.DropNote _ -> pressed(by, meaning);
            case Meaning.OpenFeed _, Meaning.CloseFeed _ -> pressed(by, meaning);
        };
    }

    private CompletionStage<Note> tell(PersonId by, String commitment, String text) {
        if (text.isEmpty()) {
            return CompletableFuture.completedStage(common.note(CoachingPhrase.ANSWER_EMPTY));
        }
        MessageId words = Common.fresh();
        return common.ask(
                common.notebook(by),
                new NotebookCommand.TellHow(commitment, words),
                Map.of(words, new Spoken(by, text)),
                _ -> told(by, commitment));
    }

    /** What is said once somebody has told how it went. */
    Note told(PersonId by, String commitment) {
        return new Note(
                common.say(CoachingPhrase.TRIED_TOLD),
                commitment(by, commitment).map(one -> wins.choices(by, one)).orElse(List.of()));
    }

    private CompletionStage<Note> write(PersonId by, String text) {
        if (text.isEmpty()) {
            return CompletableFuture.completedStage(common.note(CoachingPhrase.ANSWER_EMPTY));
        }
        MessageId words = Common.fresh();
        return common.ask(
                common.notebook(by),
                new NotebookCommand.Note(words, Set.of(), Set.of()),
                Map.of(words, new Spoken(by, text)),
                _ -> common.note(CoachingPhrase.ANSWER_KEPT));
    }

    Optional<Commitment> commitment(PersonId by, String id) {
        return common.notebook(by, notebook -> notebook.commitment(id));
    }

    /** Shows somebody's clock, or changes its zone to what they typed. */
    CompletionStage<Note> clock(PersonId by, String typed) {
        OwnTime clock = common.clock(by);
        return typed.isBlank()
                ? CompletableFuture.completedStage(new Note(
                        common.say(CoachingPhrase.CLOCK, told(clock)),
                        List.of(common.other(new Meaning.Clock(), CoachingPhrase.CLOCK_CHANGE))))
                : settle(by, typed.strip(), TIME.format(clock.quietFrom()), TIME.format(clock.quietTo()));
    }

    private CompletionStage<Note> settle(PersonId by, String zone, String from, String to) {
        OwnTime clock = new OwnTime(zone(zone), time(from), time(to));
        return common.ledger()
                .ask(common.notebook(by), new NotebookCommand.Settle(clock))
                .thenCompose(_ -> waking.wake(by))
                .thenApply(_ -> common.note(CoachingPhrase.CLOCK_KEPT, told(clock)));
    }

    private static Map<String, String> told(OwnTime clock) {
        return Map.of(
                "zone",
                clock.zone().getId(),
                "from",
                TIME.format(clock.quietFrom()),
                "to",
                TIME.format(clock.quietTo()));
    }

    /** In small or large letters. Only what has a place is a zone: an offset does not know when summer time begins. */
    private ZoneId zone(String text) {
        return ZoneNames.KNOWN.stream()
                .filter(one -> one.equalsIgnoreCase(text.replace(' ', '_')))
                .findFirst()
                .map(ZoneId::of)
                .orElseThrow(() -> notUnderstood(text));
    }

    private LocalTime time(String text) {
        try {
            return LocalTime.parse(text.length() == 4 ? "0" + text : text);
        } catch (DateTimeException unclear) {
            throw notUnderstood(text);
        }
    }

    private Refused notUnderstood(String text) {
        return new Refused(common.say(CoachingPhrase.CLOCK_NOT_UNDERSTOOD, Map.of("text", Escape.heading(text))));
    }

    /** What can be done about something that somebody will try. */
    List<Choice> choices(Commitment commitment) {
        return List.of(
                common.other(new Meaning.TellHow(commitment.id()), CoachingPhrase.TRIED_TELL),
                common.other(new Meaning.LetGo(commitment.id()), CoachingPhrase.TRIED_LET_GO));
    }
}
