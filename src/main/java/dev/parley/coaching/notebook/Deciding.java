package dev.parley.coaching.notebook;

import dev.parley.coaching.OwnTime;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.conversation.Said;
import dev.parley.conversation.filing.OffTheRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides what happens in a notebook. Pure: it changes nothing. */
final class Deciding {

    /** After so many days a person is asked about what they will try, where they name no day. */
    private static final int DAYS = 14;

    /** The time of the day at which they are asked: school is over. */
    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);

    private final Notebook notebook;
    private final Instant now;

    Deciding(Notebook notebook, Instant now) {
        this.notebook = notebook;
        this.now = now;
    }

    List<NotebookEvent> decide(NotebookCommand command) {
        return switch (command) {
            case NotebookCommand.Settle(OwnTime clock) ->
                only(!notebook.clock().equals(Optional.of(clock)), new NotebookEvent.Settled(clock));
            case NotebookCommand.Commit commit -> List.of(commit(commit));
            case NotebookCommand.Meet(Instant start) ->
                only(notebook.unasked().anyMatch(trial -> trial.isBefore(start)), new NotebookEvent.Met(start));
            case NotebookCommand.Wake(OwnTime clock) -> wake(notebook.clock().orElse(clock));
            case NotebookCommand.Hear(Said said) -> hear(said);
            case NotebookCommand.Unhear(MessageId message) -> unhear(message);
            case NotebookCommand.TellHow(String commitment, MessageId words) -> tell(commitment, words);
            case NotebookCommand.LetItGo(String commitment) ->
                notebook.trial(commitment).map(Deciding::letGo).orElse(List.of());
            case NotebookCommand.Place(var where, String step) ->
                List.of(new NotebookEvent.Placed(notebook.nextPlacement(), where, step));
            case NotebookCommand.DropPlacement(String placement) ->
                only(notebook.placement(placement).isPresent(), new NotebookEvent.PlacementDropped(placement));
            case NotebookCommand.Note(var words, var tags, var principles) ->
                List.of(new NotebookEvent.Noted(words, tags, principles));
            case NotebookCommand.DropNote(MessageId words) ->
                only(notebook.note(words).isPresent(), new NotebookEvent.NoteDropped(words));
            case NotebookCommand.OpenFeed(String secret) -> List.of(new NotebookEvent.FeedOpened(secret));
            case NotebookCommand.CloseFeed() -> only(notebook.feed().isPresent(), new NotebookEvent.FeedClosed());
            case NotebookCommand.AskEvent(String event, Instant start, Instant end) ->
                only(!notebook.wasAsked(event), new NotebookEvent.EventAsked(event, start, end));
            case NotebookCommand.Stands(String key, MessageId message) ->
                only(!notebook.stands(message), new NotebookEvent.Standing(key, message));
            case NotebookCommand.Lapse(String key) -> List.of(new NotebookEvent.Lapsed(key));
            case NotebookCommand.Forget() -> only(!notebook.isEmpty(), new NotebookEvent.Forgotten());
        };
    }

    private static List<NotebookEvent> only(boolean so, NotebookEvent event) {
        return so ? List.of(event) : List.of();
    }

    private NotebookEvent commit(NotebookCommand.Commit commit) {
        OwnTime clock = notebook.clock().orElse(commit.clock());
        LocalDate today = now.atZone(clock.zone()).toLocalDate();
        LocalDate on = commit.on().filter(day -> !day.isBefore(today)).orElse(today.plusDays(DAYS));
        Instant due = due(on, clock);
        if (!due.isAfter(now)) {
            on = on.plusDays(1);
            due = due(on, clock);
        }
        return new NotebookEvent.Committed(notebook.nextCommitment(), commit.words(), commit.origin(), on, due);
    }

    private static Instant due(LocalDate on, OwnTime clock) {
        return clock.outsideQuiet(on.atTime(AFTERNOON).atZone(clock.zone()).toInstant());
    }

    private List<NotebookEvent> wake(OwnTime clock) {
        List<NotebookEvent> due = notebook.unasked()
                .filter(trial -> !trial.due().isAfter(now))
                .<NotebookEvent>map(trial -> new NotebookEvent.AskedHow(trial.id()))
                .toList();
        Instant until = clock.outsideQuiet(now);
        if (due.isEmpty() || !until.isAfter(now)) {
            return due;
        }
        return only(!notebook.waiting().equals(Optional.of(until)), new NotebookEvent.Waiting(until));
    }

    private List<NotebookEvent> hear(Said said) {
        boolean kept = !OffTheRecord.is(said.text()) && !said.text().isBlank();
        Optional<Trial> known =
                notebook.trials().filter(trial -> trial.has(said.message())).findFirst();
        if (known.isPresent() && !known.get().isOlder(said.message(), said.revised())) {
            return List.of();
        }
        if (known.isPresent() && !kept) {
            return unhear(said.message());
        }
        Optional<Trial> replied =
                said.place() instanceof Place.Under(MessageId to) ? notebook.under(to) : Optional.empty();
        return known.or(() -> replied)
                .or(() -> notebook.listening(said.at()))
                .filter(_ -> kept)
                .<List<NotebookEvent>>map(
                        trial -> List.of(new NotebookEvent.ToldHow(trial.id(), said.message(), said.revised())))
                .orElse(List.of());
    }

    private List<NotebookEvent> unhear(MessageId message) {
        Stream<NotebookEvent> tellings = notebook.trials()
                .filter(trial -> trial.has(message))
                .map(trial -> new NotebookEvent.TellingDropped(trial.id(), message));
        Stream<NotebookEvent> commitments = notebook.trials()
                .filter(trial -> trial.words().equals(message))
                .flatMap(trial -> letGo(trial).stream());
        return Stream.concat(tellings, commitments).toList();
    }

    private List<NotebookEvent> tell(String commitment, MessageId words) {
        List<NotebookEvent> events = new ArrayList<>();
        notebook.trial(commitment).ifPresent(trial -> {
            events.add(new NotebookEvent.ToldHow(commitment, words, now));
            trial.told().stream()
                    .filter(before -> !before.equals(words))
                    .forEach(before -> events.add(new NotebookEvent.TellingDropped(commitment, before)));
        });
        return events;
    }

    private static List<NotebookEvent> letGo(Trial trial) {
        List<NotebookEvent> events = new ArrayList<>();
        trial.told().forEach(told -> events.add(new NotebookEvent.TellingDropped(trial.id(), told)));
        events.add(new NotebookEvent.LetGo(trial.id(), trial.words()));
        return events;
    }
}
