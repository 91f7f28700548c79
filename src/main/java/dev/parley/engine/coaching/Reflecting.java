package dev.parley.engine.coaching;

import dev.parley.coaching.Look;
import dev.parley.coaching.Tag;
import dev.parley.coaching.partnership.Circle;
import dev.parley.coaching.partnership.Item;
import dev.parley.coaching.partnership.Numbered;
import dev.parley.coaching.partnership.PartnershipCommand;
import dev.parley.coaching.partnership.Seen;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Fact;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.platform.Choice;
import dev.parley.platform.Form;
import dev.parley.platform.Note;
import dev.parley.store.Spoken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** What people are asked after a meeting, and what they do with what they wrote. */
final class Reflecting {

    private final Common common;

    Reflecting(Common common) {
        this.common = common;
    }

    /** A question that somebody was asked, with where it belongs. */
    record Posed(Shared shared, Seen.Meeting meeting, Seen.Question question) {

        Item item() {
            return question.item();
        }

        boolean isOpen() {
            return meeting.asking() && question.mine().isEmpty() && !question.skipped();
        }
    }

    /** Everything that somebody was ever asked, the latest meeting first. */
    List<Posed> asked(PersonId person) {
        return common.partnerships(person).stream()
                .flatMap(shared -> shared.seen().meetings().stream()
                        .flatMap(meeting ->
                                meeting.questions().stream().map(question -> new Posed(shared, meeting, question))))
                .sorted(Comparator.comparing((Posed asked) -> asked.meeting().end())
                        .reversed())
                .toList();
    }

    /** What is open to somebody just now. */
    List<Posed> open(PersonId person) {
        return asked(person).stream().filter(Posed::isOpen).toList();
    }

    /** What a question asks. */
    String question(Posed asked) {
        return asked.shared()
                .prompt(asked.question())
                .map(prompt -> prompt.text())
                .or(() -> asked.meeting()
                        .own()
                        .map(words -> Common.quoted(
                                common.ledger().words(asked.shared().story()).getOrDefault(words, ""))))
                .orElse("");
    }

    /** Shows what is open to somebody. */
    Note show(PersonId person) {
        List<Posed> open = open(person);
        if (open.isEmpty()) {
            return common.note(CoachingPhrase.REFLECT_NONE);
        }
        String text = open.stream().map(asked -> line(asked, person)).collect(Collectors.joining("\n\n"));
        return new Note(text, choices(open.getFirst()));
    }

    private String line(Posed asked, PersonId person) {
        return common.say(
                CoachingPhrase.REFLECT_OPEN,
                Map.of(
                        "when", common.when(asked.meeting().start(), person),
                        "names", common.names(asked.shared().others()),
                        "look", common.look(asked.item().look()),
                        "question", question(asked)));
    }

    /** What can be done with a question. */
    List<Choice> choices(Posed asked) {
        String partnership = asked.shared().id();
        String meeting = asked.meeting().id();
        return List.of(
                common.other(new Meaning.Write(partnership, meeting), CoachingPhrase.WRITE),
                common.other(new Meaning.Skip(partnership, meeting, asked.item().look()), CoachingPhrase.SKIP),
                common.other(new Meaning.Later(partnership, meeting), CoachingPhrase.LATER),
                common.other(new Meaning.LetBe(partnership, meeting), CoachingPhrase.NOT_THIS_TIME),
                common.ending(new Meaning.Stop(partnership), CoachingPhrase.STOP_ASKING));
    }

    /** What can be shared of a meeting: each answer that is not chosen yet. */
    List<Choice> sharing(Shared shared, Seen.Meeting meeting) {
        List<Choice> choices = new ArrayList<>();
        for (Seen.Question question : meeting.questions()) {
            if (!question.mine().isEmpty() && !question.chosen().contains(Circle.PARTNER)) {
                choices.add(common.other(
                        new Meaning.Share(
                                shared.id(), meeting.id(), question.item().look(), Circle.PARTNER),
                        share(question.item().look())));
            }
        }
        return choices;
    }

    private static CoachingPhrase share(Look look) {
        return switch (look) {
            case BACK -> CoachingPhrase.SHARE_BACK;
            case AT -> CoachingPhrase.SHARE_AT;
            case AHEAD -> CoachingPhrase.SHARE_AHEAD;
        };
    }

    CompletionStage<Note> pressed(PersonId by, Meaning.OfReflection meaning) {
        return switch (meaning) {
            case Meaning.Skip(String partnership, String meeting, Look look) ->
                ask(partnership, new PartnershipCommand.Skip(by, new Item(meeting, look)), CoachingPhrase.SKIPPED);
            case Meaning.Later(String partnership, String meeting) ->
                CompletableFuture.completedStage(later(meeting(visible(by, partnership), meeting), partnership));
            case Meaning.After(String partnership, String meeting, Duration time) ->
                snooze(by, partnership, meeting, common.now().plus(time));
            case Meaning.LetBe(String partnership, String meeting) ->
                ask(partnership, new PartnershipCommand.LetBe(by, meeting), CoachingPhrase.LET_BE);
            case Meaning.Unwrite(String partnership, String meeting, Look look) ->
                ask(partnership, new PartnershipCommand.Unwrite(by, new Item(meeting, look)), CoachingPhrase.DELETED);
            case Meaning.Share(String partnership, String meeting, Look look, Circle circle) ->
                choose(by, partnership, new Item(meeting, look), circle);
            case Meaning.TakeBack(String partnership, String meeting, Look look, Circle circle) ->
                ask(
                        partnership,
                        new PartnershipCommand.TakeBack(by, new Item(meeting, look), circle),
                        CoachingPhrase.TAKEN_BACK);
            case Meaning.Label(var partnership, var meeting, var look, var framework, var domain) ->
                ask(
                        partnership,
                        new PartnershipCommand.Label(by, new Item(meeting, look), new Tag(framework, domain)),
                        CoachingPhrase.ANSWER_KEPT);
            case Meaning.Unlabel(var partnership, var meeting, var look, var framework, var domain) ->
                ask(
                        partnership,
                        new PartnershipCommand.Unlabel(by, new Item(meeting, look), new Tag(framework, domain)),
                        CoachingPhrase.ANSWER_KEPT);
            case Meaning.Write _, Meaning.WriteOne _ ->
                CompletableFuture.completedStage(common.note(CoachingPhrase.OUTDATED));
        };
    }

    private CompletionStage<Note> ask(String partnership, PartnershipCommand command, CoachingPhrase done) {
        return common.ask(common.partnership(partnership), command, common.note(done));
    }

    private Note later(Seen.Meeting asked, String partnership) {
        String meeting = asked.id();
        return new Note(
                common.say(CoachingPhrase.LATER_WHEN),
                List.of(
                        common.other(
                                new Meaning.After(partnership, meeting, Duration.ofHours(3)),
                                CoachingPhrase.LATER_HOURS),
                        common.other(
                                new Meaning.After(partnership, meeting, Duration.ofDays(1)),
                                CoachingPhrase.LATER_TOMORROW),
                        common.other(
                                new Meaning.After(partnership, meeting, Duration.ofDays(7)),
                                CoachingPhrase.LATER_WEEK)));
    }

    private CompletionStage<Note> snooze(PersonId by, String partnership, String meeting, Instant wanted) {
        Instant until = common.clock(by).outsideQuiet(wanted);
        return common.ask(
                common.partnership(partnership),
                new PartnershipCommand.Snooze(by, meeting, until),
                common.note(CoachingPhrase.LATER_KEPT, Map.of("when", common.when(until, by))));
    }

    private CompletionStage<Note> choose(PersonId by, String partnership, Item item, Circle circle) {
        CoachingPhrase done = circle == Circle.PARTNER ? CoachingPhrase.SHARED : CoachingPhrase.SHARED_PROGRAMME;
        Note chosen = new Note(
                common.say(done),
                List.of(common.other(
                        new Meaning.TakeBack(partnership, item.meeting(), item.look(), circle),
                        CoachingPhrase.TAKE_BACK)));
        return common.ask(common.partnership(partnership), new PartnershipCommand.Choose(by, item, circle), chosen);
    }

    /** The form for all questions of a meeting. */
    Form form(PersonId by, Meaning.Write meaning) {
        return form(by, meaning, meaning.partnership(), meaning.meeting(), Optional.empty());
    }

    /** The form for one question. */
    Form form(PersonId by, Meaning.WriteOne meaning) {
        return form(by, meaning, meaning.partnership(), meaning.meeting(), Optional.of(meaning.look()));
    }

    private Form form(PersonId by, Meaning meaning, String partnership, String id, Optional<Look> only) {
        Shared shared = visible(by, partnership);
        Seen.Meeting meeting = meeting(shared, id);
        Map<MessageId, String> words = common.ledger().words(shared.story());
        return new Form(
                Meanings.text(meaning),
                common.say(CoachingPhrase.REFLECT_TITLE),
                common.say(CoachingPhrase.KEEP),
                meeting.questions().stream()
                        .filter(question -> only.filter(look -> question.item().look() != look)
                                .isEmpty())
                        .map(question -> new Form.Field(
                                field(question.item().look()),
                                question(new Posed(shared, meeting, question)),
                                answer(question, words),
                                true,
                                false,
                                Common.LONGEST))
                        .toList());
    }

    private Shared visible(PersonId by, String partnership) {
        return common.shared(partnership, by).orElseThrow(() -> common.refused(CoachingPhrase.OUTDATED));
    }

    private Seen.Meeting meeting(Shared shared, String id) {
        return shared.meeting(id)
                .filter(meeting -> !meeting.questions().isEmpty())
                .orElseThrow(() -> common.refused(CoachingPhrase.OUTDATED));
    }

    private static String field(Look look) {
        return look.name().toLowerCase(Locale.ROOT);
    }

    /** What somebody answered, all parts of it. */
    static String answer(Seen.Question question, Map<MessageId, String> words) {
        return answer(question.mine(), words);
    }

    /** The parts of an answer as one text, without the numbers by which messages say to which question they belong. */
    static String answer(List<MessageId> parts, Map<MessageId, String> words) {
        return parts.stream()
                .flatMap(part -> Optional.ofNullable(words.get(part)).stream()
                        .map(text -> Common.isWritten(part) ? text : unnumbered(text)))
                .collect(Collectors.joining("\n"));
    }

    private static String unnumbered(String text) {
        return Numbered.of(text)
                .filter(numbered -> numbered.number() <= Look.values().length)
                .map(Numbered::text)
                .orElse(text);
    }

    /** The parts of a text, as they were said. */
    static String parts(List<MessageId> parts, Map<MessageId, String> words) {
        return parts.stream().map(words::get).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }

    CompletionStage<Note> filled(PersonId by, Meaning.Write meaning, Map<String, String> fields) {
        return filled(by, meaning.partnership(), meaning.meeting(), fields);
    }

    CompletionStage<Note> filled(PersonId by, Meaning.WriteOne meaning, Map<String, String> fields) {
        return filled(by, meaning.partnership(), meaning.meeting(), fields);
    }

    /** Keeps what was written. A field that was emptied takes that answer away; one that is not there leaves it. */
    private CompletionStage<Note> filled(PersonId by, String partnership, String id, Map<String, String> fields) {
        Shared shared = visible(by, partnership);
        Seen.Meeting meeting = meeting(shared, id);
        Map<MessageId, String> words = common.ledger().words(shared.story());
        Map<Item, String> changed = new LinkedHashMap<>();
        for (Seen.Question question : meeting.questions()) {
            String text = common.typed(fields, field(question.item().look()));
            String before = answer(question, words);
            if (fields.containsKey(field(question.item().look())) && !text.equals(before)) {
                changed.put(question.item(), text);
            }
        }
        boolean nothing = changed.isEmpty()
                && meeting.questions().stream()
                        .allMatch(question -> question.mine().isEmpty());
        return common.all(
                changed.entrySet().stream()
                        .map(item -> write(by, shared.story(), item.getKey(), item.getValue()))
                        .toList(),
                () -> nothing ? common.note(CoachingPhrase.ANSWER_EMPTY) : kept(by, partnership, id));
    }

    private CompletableFuture<List<Fact>> write(PersonId by, ConversationId story, Item item, String text) {
        MessageId words = Common.fresh();
        return text.isEmpty()
                ? common.ledger().ask(story, new PartnershipCommand.Unwrite(by, item))
                : common.ledger()
                        .ask(story, new PartnershipCommand.Write(by, item, words), Map.of(words, new Spoken(by, text)));
    }

    private Note kept(PersonId by, String partnership, String id) {
        List<Choice> choices = common.shared(partnership, by).stream()
                .filter(shared -> !shared.others().isEmpty())
                .flatMap(shared -> shared.meeting(id).stream()
                        .filter(meeting -> !meeting.asking()) // else the thanks that come offer it
                        .flatMap(meeting -> sharing(shared, meeting).stream()))
                .toList();
        return new Note(common.say(CoachingPhrase.ANSWER_KEPT), choices);
    }
}
