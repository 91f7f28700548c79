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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
    private final Times times;

    Meetings(Common common, Partnering partnering, CalendarRounds calendars) {
        this.common = common;
        this.partnering = partnering;
        this.calendars = calendars;
        this.times = new Times(common);
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
                            .map(shared -> common.other(new Meaning.Meet(shared.id()), partnering.title(shared)))
                            .toList()));
        }
        return said(times.read(by, typed, new Keeping(by, within)));
    }

    private Note thisTime(PersonId by, Instant start, Instant end) {
        List<Shared> within = common.within(by);
        return within.isEmpty()
                ? common.note(CoachingPhrase.MEET_NONE)
                : new Keeping(by, within).readBack(start, end, "");
    }

    /** A new meeting, of which it may still be open with whom it is. */
    private final class Keeping implements Times.Use {

        private final PersonId by;
        private final List<Shared> within;

        Keeping(PersonId by, List<Shared> within) {
            this.by = by;
            this.within = within;
        }

        private boolean isClear() {
            return within.size() == 1;
        }

        private Shared first() {
            return within.getFirst();
        }

        @Override
        public Note readBack(Instant start, Instant end, String remarks) {
            List<Choice> choices = new ArrayList<>();
            if (isClear()) {
                choices.add(common.main(chosen(start, end), CoachingPhrase.MEET_KEEP));
            } else {
                within.stream()
                        .limit(9)
                        .map(shared -> common.other(
                                new Meaning.KeepMeeting(shared.id(), start, end), partnering.title(shared)))
                        .forEach(choices::add);
            }
            choices.add(common.other(
                    new Meaning.Reword(isClear() ? first().id() : "", start, end), CoachingPhrase.MEET_CHANGE));
            String text = isClear()
                    ? readingBack(by, first(), start, end)
                    : common.say(CoachingPhrase.MEET_WHICH, time(by, start, end));
            return new Note(withRemarks(text, remarks), choices);
        }

        @Override
        public Meaning chosen(Instant start, Instant end) {
            return isClear() ? new Meaning.KeepMeeting(first().id(), start, end) : new Meaning.ThisTime(start, end);
        }

        @Override
        public List<Choice> again() {
            return isClear()
                    ? List.of(common.other(new Meaning.Meet(first().id()), CoachingPhrase.MEET_CHANGE))
                    : List.of();
        }
    }

    /** Another time for a meeting. */
    private final class Moving implements Times.Use {

        private final PersonId by;
        private final Shared shared;
        private final String meeting;

        Moving(PersonId by, Shared shared, String meeting) {
            this.by = by;
            this.shared = shared;
            this.meeting = meeting;
        }

        @Override
        public Note readBack(Instant start, Instant end, String remarks) {
            List<Choice> choices = new ArrayList<>();
            choices.add(common.main(chosen(start, end), CoachingPhrase.MEET_KEEP));
            choices.addAll(again());
            return new Note(withRemarks(readingBack(by, shared, start, end), remarks), choices);
        }

        @Override
        public Meaning chosen(Instant start, Instant end) {
            return new Meaning.MoveTo(shared.id(), meeting, start, end);
        }

        @Override
        public List<Choice> again() {
            return List.of(common.other(new Meaning.Move(shared.id(), meeting), CoachingPhrase.MEET_CHANGE));
        }
    }

    private String readingBack(PersonId by, Shared shared, Instant start, Instant end) {
        Map<String, String> values = new HashMap<>(time(by, start, end));
        values.put("names", common.names(shared.others()));
        return common.say(CoachingPhrase.MEET_READ_BACK, values);
    }

    private Map<String, String> time(PersonId by, Instant start, Instant end) {
        return Map.of("when", common.when(start, by), "span", common.span(Duration.between(start, end)));
    }

    private static String withRemarks(String text, String remarks) {
        return remarks.isEmpty() ? text : text + "\n" + remarks;
    }

    CompletionStage<Note> pressed(PersonId by, Meaning.OfMeeting meaning) {
        return switch (meaning) {
            case Meaning.KeepMeeting(String partnership, Instant start, Instant end) ->
                set(by, common.own(partnership, by), Source.COMMAND, start, end);
            case Meaning.ThisTime(Instant start, Instant end) -> said(thisTime(by, start, end));
            case Meaning.MoveTo(String partnership, String meeting, Instant start, Instant end) ->
                move(by, common.own(partnership, by), meeting, start, end);
            case Meaning.KeepEvent(String partnership, String event, Instant start, Instant end) ->
                set(by, common.own(partnership, by), source(event), start, end);
            case Meaning.NoEvent() -> said(common.note(CoachingPhrase.EVENT_NOT));
            case Meaning.CallOff(String partnership, String meeting) -> callOff(by, partnership, meeting);
            case Meaning.NoCalendar(String partnership) -> calendars.remove(by, common.own(partnership, by));
            case Meaning.Meet _, Meaning.Reword _, Meaning.Move _, Meaning.Calendar _ ->
                said(common.note(CoachingPhrase.OUTDATED));
        };
    }

    /** Whoever presses twice is told twice that it is kept. */
    private CompletionStage<Note> set(PersonId by, Shared shared, Source source, Instant start, Instant end) {
        Note kept = common.note(CoachingPhrase.MEET_KEPT, about(by, shared, start));
        boolean already = shared.seen().meetings().stream()
                .anyMatch(meeting -> !meeting.cancelled()
                        && meeting.source() == source.kind()
                        && meeting.start().equals(start)
                        && meeting.end().equals(end));
        return already
                ? said(kept)
                : common.ask(
                        shared.story(),
                        new PartnershipCommand.SetMeeting(by, source, start, end, Optional.empty()),
                        kept);
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
                Optional.of(whenForm(meaning, times.written(by, start, end)));
            case Meaning.Move(String partnership, String id) -> {
                Seen.Meeting meeting = meeting(common.own(partnership, by), id);
                yield Optional.of(whenForm(meaning, times.written(by, meeting.start(), meeting.end())));
            }
            case Meaning.Calendar(String partnership) ->
                Optional.of(calendars.form(meaning, common.own(partnership, by)));
            case Meaning.KeepMeeting _, Meaning.ThisTime _, Meaning.MoveTo _ -> Optional.empty();
            case Meaning.CallOff _, Meaning.KeepEvent _ -> Optional.empty();
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
            case Meaning.Meet(String partnership) -> said(keeping(by, partnership, fields));
            case Meaning.Reword(String partnership, Instant _, Instant _) ->
                partnership.isEmpty() ? meet(by, common.typed(fields, WHEN)) : said(keeping(by, partnership, fields));
            case Meaning.Move(String partnership, String meeting) -> {
                Shared shared = common.own(partnership, by);
                meeting(shared, meeting);
                yield said(times.read(by, common.typed(fields, WHEN), new Moving(by, shared, meeting)));
            }
            case Meaning.Calendar(String partnership) -> calendars.filled(by, common.own(partnership, by), fields);
            case Meaning.KeepMeeting _, Meaning.ThisTime _, Meaning.MoveTo _ -> pressed(by, meaning);
            case Meaning.CallOff _, Meaning.KeepEvent _ -> pressed(by, meaning);
            case Meaning.NoEvent _, Meaning.NoCalendar _ -> pressed(by, meaning);
        };
    }

    private Note keeping(PersonId by, String partnership, Map<String, String> fields) {
        return times.read(by, common.typed(fields, WHEN), new Keeping(by, List.of(common.own(partnership, by))));
    }

    private CompletionStage<Note> move(PersonId by, Shared shared, String meeting, Instant start, Instant end) {
        return common.ask(
                shared.story(),
                new PartnershipCommand.MoveMeeting(by, meeting, start, end),
                common.note(CoachingPhrase.MEET_MOVED, about(by, shared, start)));
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
        return end.orElseGet(() -> start.plus(Times.USUAL));
    }

    private static Source source(String event) {
        int colon = event.indexOf(':');
        return Source.platform(event.substring(0, Math.max(0, colon)), event.substring(colon + 1));
    }

    private static CompletionStage<Note> said(Note note) {
        return CompletableFuture.completedStage(note);
    }
}
