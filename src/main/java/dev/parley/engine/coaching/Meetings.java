package dev.parley.engine.coaching;

import dev.parley.coaching.notebook.NotebookCommand;
import dev.parley.coaching.partnership.Meeting;
import dev.parley.coaching.partnership.Partnership;
import dev.parley.coaching.partnership.PartnershipCommand;
import dev.parley.coaching.partnership.Seen;
import dev.parley.coaching.partnership.Source;
import dev.parley.conversation.PersonId;
import dev.parley.platform.Choice;
import dev.parley.platform.Form;
import dev.parley.platform.Note;
import dev.parley.recap.format.Escape;
import dev.parley.schedule.SpokenTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** When people meet: as they say it, read back before it is kept. */
final class Meetings {

    private static final String WHEN = "when";

    private final Common common;
    private final Partnering partnering;
    private final CalendarRounds calendars;

    Meetings(Common common, Partnering partnering, CalendarRounds calendars) {
        this.common = common;
        this.partnering = partnering;
        this.calendars = calendars;
    }

    /** Somebody wants to meet. */
    CompletionStage<Note> meet(PersonId by, String typed) {
        List<Shared> within = common.within(by);
        if (within.isEmpty()) {
            return said(common.note(CoachingPhrase.MEET_NONE));
        }
        if (typed.isBlank()) {
            return said(new Note(
                    common.say(CoachingPhrase.MEET_HOW),
                    within.stream()
                            .limit(10)
                            .map(shared -> common.form(new Meaning.Meet(shared.id()), partnering.title(shared)))
                            .toList()));
        }
        return said(readBack(by, within, typed));
    }

    /** Says what was understood, for each partnership that may be meant. */
    private Note readBack(PersonId by, List<Shared> within, String typed) {
        return switch (SpokenTime.read(typed, common.now(), common.clock(by).zone())) {
            case SpokenTime.Unclear(SpokenTime.Why why) -> unclear(why, typed);
            case SpokenTime.Meant(Instant start, Instant end, boolean inGap) -> {
                Shared first = within.getFirst();
                String names = within.size() == 1 ? common.names(first.others()) : common.say(CoachingPhrase.SOMEBODY);
                String text = common.say(
                                CoachingPhrase.MEET_READ_BACK,
                                Map.of(
                                        "when", common.when(start, by),
                                        "span", common.span(Duration.between(start, end)),
                                        "names", names))
                        + (inGap ? "\n" + common.say(CoachingPhrase.MEET_GAP) : "");
                yield new Note(text, keeping(within, start, end));
            }
        };
    }

    private List<Choice> keeping(List<Shared> within, Instant start, Instant end) {
        List<Choice> choices = new ArrayList<>();
        if (within.size() == 1) {
            choices.add(
                    common.main(new Meaning.KeepMeeting(within.getFirst().id(), start, end), CoachingPhrase.MEET_KEEP));
        } else {
            within.stream()
                    .limit(9)
                    .map(shared ->
                            common.other(new Meaning.KeepMeeting(shared.id(), start, end), partnering.title(shared)))
                    .forEach(choices::add);
        }
        choices.add(common.form(new Meaning.Reword(within.getFirst().id(), start, end), CoachingPhrase.MEET_CHANGE));
        return choices;
    }

    private Note unclear(SpokenTime.Why why, String typed) {
        CoachingPhrase phrase = switch (why) {
            case NOT_UNDERSTOOD -> CoachingPhrase.MEET_UNCLEAR;
            case OVER -> CoachingPhrase.MEET_PAST;
            case MORNING_OR_AFTERNOON -> CoachingPhrase.MEET_MORNING;
            case ZONE -> CoachingPhrase.MEET_ZONE;
        };
        return common.note(phrase, Map.of("text", Escape.heading(typed)));
    }

    CompletionStage<Note> pressed(PersonId by, Meaning.OfMeeting meaning) {
        return switch (meaning) {
            case Meaning.KeepMeeting(String partnership, Instant start, Instant end) ->
                set(by, common.own(partnership, by), Source.COMMAND, start, end);
            case Meaning.KeepEvent(String partnership, String event, Instant start, Instant end) ->
                set(by, common.own(partnership, by), source(event), start, end);
            case Meaning.NoEvent() -> said(common.note(CoachingPhrase.EVENT_NOT));
            case Meaning.CallOff(String partnership, String meeting) -> callOff(by, partnership, meeting);
            case Meaning.NoCalendar(String partnership) -> calendars.remove(by, common.own(partnership, by));
            case Meaning.Meet _, Meaning.Reword _, Meaning.Move _, Meaning.Calendar _ ->
                said(common.note(CoachingPhrase.OUTDATED));
        };
    }

    private CompletionStage<Note> set(PersonId by, Shared shared, Source source, Instant start, Instant end) {
        return common.ask(
                shared.story(),
                new PartnershipCommand.SetMeeting(by, source, start, end, Optional.empty()),
                common.note(CoachingPhrase.MEET_KEPT, about(by, shared, start)));
    }

    private Map<String, String> about(PersonId by, Shared shared, Instant start) {
        return Map.of("when", common.when(start, by), "names", common.names(shared.others()));
    }

    private CompletionStage<Note> callOff(PersonId by, String partnership, String id) {
        Shared shared = common.own(partnership, by);
        Seen.Meeting meeting = meeting(shared, id);
        return common.ask(
                shared.story(),
                new PartnershipCommand.CancelMeeting(by, id),
                common.note(CoachingPhrase.MEET_CANCELLED, about(by, shared, meeting.start())));
    }

    private Seen.Meeting meeting(Shared shared, String id) {
        return shared.meeting(id).orElseThrow(() -> common.refused(CoachingPhrase.OUTDATED));
    }

    /** The form about a meeting; empty where there is none. */
    Optional<Form> form(PersonId by, Meaning.OfMeeting meaning) {
        return switch (meaning) {
            case Meaning.Meet _ -> Optional.of(whenForm(meaning, ""));
            case Meaning.Reword(String _, Instant start, Instant end) ->
                Optional.of(whenForm(
                        meaning, SpokenTime.write(start, end, common.clock(by).zone())));
            case Meaning.Move(String partnership, String id) -> {
                Seen.Meeting meeting = meeting(common.own(partnership, by), id);
                yield Optional.of(whenForm(
                        meaning,
                        SpokenTime.write(
                                meeting.start(), meeting.end(), common.clock(by).zone())));
            }
            case Meaning.Calendar(String partnership) ->
                Optional.of(calendars.form(meaning, common.own(partnership, by)));
            case Meaning.KeepMeeting _, Meaning.CallOff _, Meaning.KeepEvent _ -> Optional.empty();
            case Meaning.NoEvent _, Meaning.NoCalendar _ -> Optional.empty();
        };
    }

    private Form whenForm(Meaning meaning, String value) {
        return new Form(
                Meanings.text(meaning),
                common.say(CoachingPhrase.MEET_TITLE),
                common.say(CoachingPhrase.KEEP),
                List.of(new Form.Field(WHEN, common.say(CoachingPhrase.MEET_FIELD), value, false, true, 200)));
    }

    CompletionStage<Note> filled(PersonId by, Meaning.OfMeeting meaning, Map<String, String> fields) {
        return switch (meaning) {
            case Meaning.Meet(String partnership) ->
                said(readBack(by, List.of(common.own(partnership, by)), common.typed(fields, WHEN)));
            case Meaning.Reword(String _, Instant _, Instant _) -> meet(by, common.typed(fields, WHEN));
            case Meaning.Move(String partnership, String meeting) ->
                move(by, common.own(partnership, by), meeting, common.typed(fields, WHEN));
            case Meaning.Calendar(String partnership) -> calendars.filled(by, common.own(partnership, by), fields);
            case Meaning.KeepMeeting _, Meaning.CallOff _, Meaning.KeepEvent _ -> pressed(by, meaning);
            case Meaning.NoEvent _, Meaning.NoCalendar _ -> pressed(by, meaning);
        };
    }

    private CompletionStage<Note> move(PersonId by, Shared shared, String meeting, String typed) {
        return switch (SpokenTime.read(typed, common.now(), common.clock(by).zone())) {
            case SpokenTime.Unclear(SpokenTime.Why why) -> said(unclear(why, typed));
            case SpokenTime.Meant(Instant start, Instant end, boolean _) ->
                common.ask(
                        shared.story(),
                        new PartnershipCommand.MoveMeeting(by, meeting, start, end),
                        common.note(CoachingPhrase.MEET_MOVED, about(by, shared, start)));
        };
    }

    /** What is said to somebody who has set up an event on their platform; empty where it cannot be a meeting of theirs. */
    Optional<Note> event(PersonId by, String event, Instant start, Instant end) {
        List<Choice> choices = new ArrayList<>();
        common.within(by).stream()
                .limit(9)
                .map(shared -> common.other(
                        new Meaning.KeepEvent(shared.id(), event, start, end),
                        common.say(CoachingPhrase.EVENT_YES, Map.of("names", common.names(shared.others())))))
                .forEach(choices::add);
        if (choices.isEmpty()) {
            return Optional.empty();
        }
        choices.add(common.other(new Meaning.NoEvent(), CoachingPhrase.EVENT_NO));
        return Optional.of(new Note(common.say(CoachingPhrase.EVENT, Map.of("when", common.when(start, by))), choices));
    }

    /**
     * A platform's own event was set up, changed or called off. One that is a meeting goes with it; of a new one its maker is asked once.
     *
     * @param event the platform's name, a colon and its id of the event
     * @param start empty where it was called off
     */
    CompletionStage<Void> planned(PersonId by, String event, Optional<Instant> start, Optional<Instant> end) {
        List<Shared> within = common.within(by);
        for (Shared shared : within) {
            Optional<String> meeting = common.ledger()
                    .look(
                            shared.story(),
                            one -> ((Partnership) one).told(source(event)).map(Meeting::id));
            if (meeting.isPresent()) {
                return common.ledger()
                        .ask(shared.story(), change(by, meeting.get(), start, end))
                        .thenApply(_ -> null);
            }
        }
        boolean asked = start.isPresent() && !within.isEmpty() && start.get().isAfter(common.now());
        return asked
                ? common.ledger()
                        .ask(
                                common.notebook(by),
                                new NotebookCommand.AskEvent(event, start.get(), end(start.get(), end)))
                        .thenApply(_ -> null)
                : CompletableFuture.completedStage(null);
    }

    private static PartnershipCommand change(
            PersonId by, String meeting, Optional<Instant> start, Optional<Instant> end) {
        return start.<PartnershipCommand>map(at -> new PartnershipCommand.MoveMeeting(by, meeting, at, end(at, end)))
                .orElseGet(() -> new PartnershipCommand.CancelMeeting(by, meeting));
    }

    private static Instant end(Instant start, Optional<Instant> end) {
        return end.orElseGet(() -> start.plus(SpokenTime.USUAL));
    }

    private static Source source(String event) {
        int colon = event.indexOf(':');
        return Source.platform(event.substring(0, Math.max(0, colon)), event.substring(colon + 1));
    }

    private static CompletionStage<Note> said(Note note) {
        return CompletableFuture.completedStage(note);
    }
}
