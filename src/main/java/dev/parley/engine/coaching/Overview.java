package dev.parley.engine.coaching;

import dev.parley.coaching.notebook.Commitment;
import dev.parley.coaching.notebook.Notebook;
import dev.parley.coaching.partnership.Seen;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.platform.Choice;
import dev.parley.platform.Note;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How things stand for one person, in one note. */
final class Overview {

    private static final int MOST_MEETINGS = 5;

    private final Common common;
    private final Partnering partnering;
    private final Reflecting reflecting;
    private final Wins wins;

    Overview(Common common, Partnering partnering, Reflecting reflecting, Wins wins) {
        this.common = common;
        this.partnering = partnering;
        this.reflecting = reflecting;
        this.wins = wins;
    }

    Note of(PersonId person) {
        List<Shared> current = common.partnerships(person).stream()
                .filter(shared -> shared.isCurrent(common.now()))
                .toList();
        List<Reflecting.Posed> open = reflecting.open(person);
        if (current.isEmpty() && open.isEmpty()) {
            List<Choice> choices = new ArrayList<>(wins(person));
            choices.add(common.other(new Meaning.Invite(), CoachingPhrase.INVITE));
            return new Note(common.say(CoachingPhrase.OVERVIEW_NONE) + trials(person) + offered(person), choices);
        }
        String text = common.say(
                CoachingPhrase.OVERVIEW,
                Map.of(
                        "partnerships",
                        current.stream().map(this::line).collect(Collectors.joining("\n")),
                        "meetings",
                        meetings(current, person),
                        "trials",
                        trials(person) + offered(person),
                        "open",
                        open.isEmpty() ? "" : "\n" + common.say(CoachingPhrase.OVERVIEW_OPEN, count(open))));
        List<Choice> choices = new ArrayList<>(choices(current, open));
        choices.addAll(wins(person));
        return new Note(text, choices);
    }

    private String line(Shared shared) {
        return common.say(
                CoachingPhrase.OVERVIEW_PARTNERSHIP,
                Map.of(
                        "cycle", shared.cycle().title(),
                        "names", common.names(shared.others()),
                        "stage", partnering.standing(shared)));
    }

    private record Coming(Shared shared, Seen.Meeting meeting) {}

    private String meetings(List<Shared> current, PersonId person) {
        Instant now = common.now();
        String list = current.stream()
                .flatMap(shared -> shared.seen().meetings().stream()
                        .filter(meeting -> !meeting.cancelled() && meeting.end().isAfter(now))
                        .map(meeting -> new Coming(shared, meeting)))
                .sorted(Comparator.comparing(coming -> coming.meeting().start()))
                .limit(MOST_MEETINGS)
                .map(coming -> common.say(
                        CoachingPhrase.OVERVIEW_MEETING,
                        Map.of(
                                "when", common.when(coming.meeting().start(), person),
                                "names", common.names(coming.shared().others()))))
                .collect(Collectors.joining("\n"));
        return list.isEmpty() ? "" : "\n" + common.say(CoachingPhrase.OVERVIEW_MEETINGS, Map.of("list", list));
    }

    private String trials(PersonId person) {
        List<Commitment> trying = common.notebook(person, Notebook::commitments).stream()
                .filter(one -> one.told().isEmpty())
                .toList();
        if (trying.isEmpty()) {
            return "";
        }
        Map<MessageId, String> words = common.ledger().words(common.notebook(person));
        String list = trying.stream()
                .map(one -> common.say(
                        CoachingPhrase.OVERVIEW_TRIAL,
                        Map.of("text", Common.quoted(words.getOrDefault(one.words(), "")))))
                .collect(Collectors.joining("\n"));
        return "\n" + common.say(CoachingPhrase.OVERVIEW_TRIALS, Map.of("list", list));
    }

    /** What waits for the next opening. */
    private String offered(PersonId person) {
        String list = common.programme(programme -> programme.wins(person)).stream()
                .filter(win -> win.chat().isEmpty())
                .map(win -> common.say(CoachingPhrase.OVERVIEW_WIN, Map.of("text", Common.quoted(win.text()))))
                .collect(Collectors.joining("\n"));
        return list.isEmpty() ? "" : "\n" + common.say(CoachingPhrase.OVERVIEW_WINS, Map.of("list", list));
    }

    /** What can be done about what was tried last and told. */
    private List<Choice> wins(PersonId person) {
        return common.notebook(person, Notebook::commitments).reversed().stream()
                .map(one -> wins.choices(person, one))
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private Map<String, String> count(List<Reflecting.Posed> open) {
        return Map.of(
                "count",
                open.size() == 1
                        ? common.say(CoachingPhrase.ONE_QUESTION)
                        : common.say(CoachingPhrase.QUESTIONS, Map.of("n", Integer.toString(open.size()))));
    }

    private List<Choice> choices(List<Shared> current, List<Reflecting.Posed> open) {
        List<Choice> choices = new ArrayList<>();
        if (!open.isEmpty()) {
            Reflecting.Posed first = open.getFirst();
            choices.add(common.other(
                    new Meaning.Write(first.shared().id(), first.meeting().id()), CoachingPhrase.WRITE));
        }
        current.stream()
                .filter(shared -> shared.seen().standing() == Seen.Standing.INVITED)
                .limit(2)
                .forEach(shared -> choices.addAll(partnering.agreeing(shared.id())));
        choices.add(common.other(new Meaning.Try(), CoachingPhrase.TRY_OFFER));
        choices.add(common.other(new Meaning.Clock(), CoachingPhrase.CLOCK_TITLE));
        return choices;
    }
}
