package dev.parley.engine.coaching;

import dev.parley.coaching.Tag;
import dev.parley.coaching.programme.Need;
import dev.parley.coaching.programme.NeedKind;
import dev.parley.coaching.programme.Programme;
import dev.parley.coaching.programme.ProgrammeCommand;
import dev.parley.coaching.programme.ProgrammeEvent;
import dev.parley.conversation.Fact;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.platform.Choice;
import dev.parley.platform.Form;
import dev.parley.platform.Note;
import dev.parley.store.Spoken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people give to the whole programme by choice: needs for the lead, and the shelf. */
final class Programmes {

    /** As many choices as a note has at most. */
    private static final int MOST = 10;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Common common;

    Programmes(Common common) {
        this.common = common;
    }

    /** Sends a need to those who lead; without words asks what kind it is, and shows which of theirs are open. */
    CompletionStage<Note> need(PersonId by, String typed) {
        String text = common.typed(typed);
        return text.isEmpty() ? CompletableFuture.completedStage(asking(by)) : send(by, NeedKind.OTHER, text);
    }

    private Note asking(PersonId by) {
        List<Choice> choices = new ArrayList<>(kinds());
        List<Open> open = open(by).stream().limit(MOST - choices.size()).toList();
        if (open.isEmpty()) {
            return new Note(common.say(CoachingPhrase.NEED_HOW), choices);
        }
        open.forEach(one -> choices.add(common.other(
                new Meaning.TakeNeedBack(one.need().id()),
                common.say(
                        CoachingPhrase.NEED_TAKE_BACK,
                        Map.of("text", SPACES.matcher(one.text()).replaceAll(" "))))));
        String list = open.stream()
                .map(one -> common.say(
                        CoachingPhrase.NEED_OPEN_ONE,
                        Map.of("kind", called(one.need()), "text", Common.quoted(one.text()))))
                .collect(Collectors.joining("\n"));
        String text = common.say(CoachingPhrase.NEED_HOW)
                + "\n\n"
                + common.say(CoachingPhrase.NEED_OPEN, Map.of("list", list));
        return new Note(text, choices);
    }

    /** What a need is of, in a word. */
    String called(Need need) {
        return common.say(CoachingPhrase.of(need.kind()));
    }

    /** A form for each kind of need. */
    List<Choice> kinds() {
        return Stream.of(NeedKind.values())
                .map(kind -> common.other(new Meaning.SendNeed(kind), CoachingPhrase.of(kind)))
                .toList();
    }

    private CompletionStage<Note> send(PersonId by, NeedKind kind, String text) {
        MessageId words = Common.fresh();
        return common.ask(
                common.programme(),
                new ProgrammeCommand.SayNeed(by, words, kind),
                Map.of(words, new Spoken(by, text)),
                this::sent);
    }

    private Note sent(List<Fact> facts) {
        Map<String, String> lead = Map.of("lead", common.say(CoachingPhrase.NEED_LEAD));
        return facts.stream()
                .filter(ProgrammeEvent.Needed.class::isInstance)
                .map(fact -> ((ProgrammeEvent.Needed) fact).need())
                .map(id -> new Note(
                        common.say(CoachingPhrase.NEED_SENT, lead),
                        List.of(common.other(new Meaning.TakeNeedBack(id), CoachingPhrase.TAKE_BACK))))
                .findFirst()
                .orElseGet(() -> common.note(CoachingPhrase.OUTDATED));
    }

    CompletionStage<Note> pressed(PersonId by, Meaning.OfProgramme meaning) {
        return switch (meaning) {
            case Meaning.TakeNeedBack(String need) ->
                ask(new ProgrammeCommand.TakeNeedBack(by, need), CoachingPhrase.NEED_TAKEN_BACK);
            case Meaning.NeedMet(String need) -> {
                if (!common.leads(by)) {
                    throw common.refused(CoachingPhrase.OUTDATED);
                }
                yield ask(new ProgrammeCommand.MeetNeed(need), CoachingPhrase.NEED_SEEN_TO);
            }
            case Meaning.Unshelve(String exemplar) ->
                ask(new ProgrammeCommand.Unshelve(by, exemplar), CoachingPhrase.DELETED);
            case Meaning.SendNeed _, Meaning.Shelve _ ->
                CompletableFuture.completedStage(common.note(CoachingPhrase.OUTDATED));
        };
    }

    private CompletionStage<Note> ask(ProgrammeCommand command, CoachingPhrase done) {
        return common.ask(common.programme(), command, common.note(done));
    }

    /** The form about the programme; empty where there is none. */
    Optional<Form> form(Meaning.OfProgramme meaning) {
        return switch (meaning) {
            case Meaning.SendNeed(NeedKind kind) ->
                Optional.of(common.textForm(
                        meaning,
                        common.say(CoachingPhrase.NEED_TITLE, Map.of("lead", common.say(CoachingPhrase.NEED_LEAD))),
                        common.say(CoachingPhrase.NEED_FIELD, Map.of("kind", common.say(CoachingPhrase.of(kind)))),
                        "",
                        CoachingPhrase.NEED_SEND,
                        Common.LONGEST));
            case Meaning.Shelve _ ->
                Optional.of(common.textForm(
                        meaning, CoachingPhrase.SHELF_TITLE, CoachingPhrase.SHELF_FIELD, "", CoachingPhrase.KEEP));
            case Meaning.TakeNeedBack _, Meaning.NeedMet _, Meaning.Unshelve _ -> Optional.empty();
        };
    }

    CompletionStage<Note> filled(PersonId by, Meaning.OfProgramme meaning, Map<String, String> fields) {
        return switch (meaning) {
            case Meaning.SendNeed(NeedKind kind) -> kept(common.typed(fields), text -> send(by, kind, text));
            case Meaning.Shelve(String framework, String domain) ->
                kept(common.typed(fields), text -> shelve(by, new Tag(framework, domain), text));
            case Meaning.TakeNeedBack _, Meaning.NeedMet _, Meaning.Unshelve _ -> pressed(by, meaning);
        };
    }

    private CompletionStage<Note> kept(String text, Function<String, CompletionStage<Note>> keeping) {
        return text.isEmpty()
                ? CompletableFuture.completedStage(common.note(CoachingPhrase.ANSWER_EMPTY))
                : keeping.apply(text);
    }

    private CompletionStage<Note> shelve(PersonId by, Tag domain, String text) {
        MessageId words = Common.fresh();
        return common.ask(
                common.programme(),
                new ProgrammeCommand.Shelve(by, words, Optional.of(domain)),
                Map.of(words, new Spoken(by, text)),
                _ -> common.note(CoachingPhrase.SHELF_KEPT));
    }

    /** A need that nobody has seen to, in the words of whoever has it. */
    record Open(Need need, String text) {}

    /** All needs that nobody has seen to, the latest first. */
    List<Open> open() {
        Map<MessageId, String> words = common.ledger().words(common.programme());
        return common.programme(Programme::needs).stream()
                .filter(need -> !need.met() && words.containsKey(need.words()))
                .map(need -> new Open(need, words.getOrDefault(need.words(), "")))
                .toList()
                .reversed();
    }

    /** Those of one person. */
    List<Open> open(PersonId by) {
        return open().stream().filter(one -> one.need().by().equals(by)).toList();
    }
}
