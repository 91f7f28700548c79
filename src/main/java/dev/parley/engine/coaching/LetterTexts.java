package dev.parley.engine.coaching;

import dev.parley.coaching.Look;
import dev.parley.coaching.notebook.Commitment;
import dev.parley.coaching.notebook.NotebookLetter;
import dev.parley.coaching.partnership.Item;
import dev.parley.coaching.partnership.Partnership;
import dev.parley.coaching.partnership.PartnershipLetter;
import dev.parley.coaching.partnership.Seen;
import dev.parley.coaching.partnership.Shape;
import dev.parley.coaching.programme.Need;
import dev.parley.coaching.programme.Programme;
import dev.parley.coaching.programme.ProgrammeLetter;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Letter;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.platform.Choice;
import dev.parley.platform.Note;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts letters into words when they are sent. What makes no sense any more has none. */
final class LetterTexts {

    private final Common common;
    private final Partnering partnering;
    private final Reflecting reflecting;
    private final Trying trying;
    private final Meetings meetings;
    private final LeadPages leads;

    LetterTexts(
            Common common,
            Partnering partnering,
            Reflecting reflecting,
            Trying trying,
            Meetings meetings,
            LeadPages leads) {
        this.common = common;
        this.partnering = partnering;
        this.reflecting = reflecting;
        this.trying = trying;
        this.meetings = meetings;
        this.leads = leads;
    }

    /** Throws {@link IllegalArgumentException} for a letter that is none of coaching's. */
    Optional<Note> of(ConversationId story, PersonId to, Letter letter) {
        return switch (letter) {
            case PartnershipLetter one -> partnership(story, to, one);
            case NotebookLetter.IsItAMeeting(String event, Instant start, Instant end) ->
                meetings.event(to, event, start, end);
            case NotebookLetter.HowDidItGo one -> tried(to, one);
            case ProgrammeLetter.NeedHeard(String need) -> need(to, need);
            case ProgrammeLetter.LeadAsking(var _, String prompt) ->
                common.leads(to) ? Optional.of(Note.of(leads.prompt(prompt))) : Optional.empty();
            default -> throw new IllegalArgumentException("No letter of coaching: " + letter);
        };
    }

    private Optional<Note> partnership(ConversationId story, PersonId to, PartnershipLetter letter) {
        Optional<Shared> shared = common.ledger().look(story, one -> {
            Partnership partnership = (Partnership) one;
            return partnership.exists() && partnership.makesSense(to, letter)
                    ? Shared.of(partnership, to)
                    : Optional.<Shared>empty();
        });
        return shared.flatMap(one -> partnership(one, to, letter));
    }

    private Optional<Note> partnership(Shared shared, PersonId to, PartnershipLetter letter) {
        return switch (letter) {
            case PartnershipLetter.Invitation() -> Optional.of(invitation(shared, to));
            case PartnershipLetter.Beginning() -> Optional.of(beginning(shared, to));
            case PartnershipLetter.Asking(String meeting, Look look, boolean _) -> asking(shared, to, meeting, look);
            case PartnershipLetter.Nudge(String meeting) -> nudge(shared, meeting);
            case PartnershipLetter.Thanks(String meeting) -> thanks(shared, meeting);
            case PartnershipLetter.Opening(String meeting, Look look) -> opening(shared, new Item(meeting, look));
            case PartnershipLetter.Farewell() -> farewell(shared);
        };
    }

    private Map<String, String> about(Shared shared) {
        return Map.of(
                "names", common.names(shared.others()), "cycle", shared.cycle().title());
    }

    private Note invitation(Shared shared, PersonId to) {
        Map<String, String> values = new HashMap<>(about(shared));
        values.put("about", shared.cycle().about());
        values.put("agreement", shared.cycle().agreement());
        return new Note(invitation(shared, to, values), partnering.agreeing(shared.id()));
    }

    private String invitation(Shared shared, PersonId to, Map<String, String> values) {
        if (shared.shape() == Shape.VISIT) {
            values.put("when", visit(shared, to));
            return common.say(CoachingPhrase.INVITATION_VISIT, values);
        }
        if (shared.proposedBy().isEmpty()) {
            return common.say(CoachingPhrase.INVITATION_ROUND, values);
        }
        values.remove("names");
        values.put("name", common.names(shared.others()));
        return common.say(CoachingPhrase.INVITATION, values);
    }

    private Note beginning(Shared shared, PersonId to) {
        Map<String, String> values = new HashMap<>(about(shared));
        if (shared.shape() == Shape.VISIT) {
            values.put("when", visit(shared, to));
            return common.note(CoachingPhrase.BEGUN_VISIT, values);
        }
        return common.note(CoachingPhrase.BEGUN, values);
    }

    /** Of a visit that has been there is nothing to say. */
    private Optional<Note> farewell(Shared shared) {
        if (shared.shape() == Shape.PARTNERS) {
            return Optional.of(common.note(CoachingPhrase.FAREWELL, about(shared)));
        }
        boolean toCome = shared.seen().meetings().stream()
                .anyMatch(meeting -> meeting.end().isAfter(common.now()));
        return toCome ? Optional.of(common.note(CoachingPhrase.FAREWELL_VISIT, about(shared))) : Optional.empty();
    }

    /** When a visit is. */
    private String visit(Shared shared, PersonId to) {
        return shared.seen().meetings().stream()
                .findFirst()
                .map(meeting -> common.when(meeting.start(), to))
                .orElse("");
    }

    private Optional<Note> asking(Shared shared, PersonId to, String id, Look look) {
        return asked(shared, id, look).map(asked -> {
            boolean first = asked.meeting().questions().getFirst().equals(asked.question());
            CoachingPhrase phrase = !first
                    ? CoachingPhrase.REFLECTION_NEXT
                    : shared.shape() == Shape.VISIT ? CoachingPhrase.REFLECTION_VISIT : CoachingPhrase.REFLECTION;
            return new Note(
                    common.say(
                            phrase,
                            Map.of(
                                    "when", common.when(asked.meeting().start(), to),
                                    "names", common.names(shared.others()),
                                    "look", common.look(look),
                                    "question", reflecting.question(asked))),
                    reflecting.choices(asked));
        });
    }

    private Optional<Reflecting.Posed> asked(Shared shared, String id, Look look) {
        return shared.meeting(id)
                .flatMap(meeting -> meeting.questions().stream()
                        .filter(question -> question.item().look() == look)
                        .findFirst()
                        .map(question -> new Reflecting.Posed(shared, meeting, question)));
    }

    private Optional<Note> nudge(Shared shared, String id) {
        return shared.meeting(id)
                .flatMap(meeting -> meeting.questions().stream()
                        .map(question -> new Reflecting.Posed(shared, meeting, question))
                        .filter(Reflecting.Posed::isOpen)
                        .findFirst()
                        .map(asked -> new Note(
                                common.say(
                                        CoachingPhrase.REFLECTION_NUDGE,
                                        Map.of(
                                                "look", common.look(asked.item().look()),
                                                "question", reflecting.question(asked))),
                                reflecting.choices(asked))));
    }

    private Optional<Note> thanks(Shared shared, String id) {
        return shared.meeting(id).map(meeting -> {
            List<Choice> choices = new ArrayList<>();
            if (!shared.others().isEmpty()) {
                choices.addAll(reflecting.sharing(shared, meeting));
            }
            CoachingPhrase phrase = choices.isEmpty() ? CoachingPhrase.REFLECTION_OVER : CoachingPhrase.REFLECTION_DONE;
            choices.add(common.other(new Meaning.Try(), CoachingPhrase.TRY_OFFER));
            return new Note(common.say(phrase, about(shared)), choices);
        });
    }

    private Optional<Note> opening(Shared shared, Item item) {
        Map<MessageId, String> words = common.ledger().words(shared.story());
        return asked(shared, item.meeting(), item.look())
                .filter(asked -> !asked.question().open().isEmpty())
                .map(asked -> common.note(
                        CoachingPhrase.OPENED,
                        Map.of(
                                "names", common.names(shared.others()),
                                "look", common.look(item.look()),
                                "question", reflecting.question(asked),
                                "answers", answers(asked.question(), words))));
    }

    private String answers(Seen.Question question, Map<MessageId, String> words) {
        return question.open().entrySet().stream()
                .map(one -> common.say(
                        CoachingPhrase.OPENED_ANSWER,
                        Map.of(
                                "text", Common.quoted(Reflecting.answer(one.getValue(), words)),
                                "name", common.name(one.getKey()))))
                .collect(Collectors.joining("\n\n"));
    }

    private Optional<Note> tried(PersonId to, NotebookLetter.HowDidItGo letter) {
        return common.notebook(
                        to,
                        notebook -> notebook.commitments().stream()
                                .filter(one -> one.id().equals(letter.commitment()) && notebook.makesSense(letter))
                                .findFirst())
                .flatMap(one -> tried(to, one));
    }

    private Optional<Note> tried(PersonId to, Commitment commitment) {
        return Optional.ofNullable(common.ledger().words(common.notebook(to)).get(commitment.words()))
                .map(text -> new Note(
                        common.say(CoachingPhrase.TRIED, Map.of("text", Common.quoted(text))),
                        trying.choices(commitment)));
    }

    private Optional<Note> need(PersonId to, String id) {
        return common.programme(Programme::needs).stream()
                .filter(need -> need.id().equals(id) && !need.met() && common.leads(to))
                .findFirst()
                .flatMap(this::need);
    }

    private Optional<Note> need(Need need) {
        return Optional.ofNullable(common.ledger().words(common.programme()).get(need.words()))
                .map(text -> new Note(
                        common.say(
                                CoachingPhrase.NEED_LETTER,
                                Map.of(
                                        "name",
                                        common.name(need.by()),
                                        "kind",
                                        common.say(CoachingPhrase.of(need.kind())),
                                        "text",
                                        Common.quoted(Objects.requireNonNull(text)))),
                        List.of(common.other(new Meaning.NeedMet(need.id()), CoachingPhrase.NEED_SEE_TO))));
    }
}
