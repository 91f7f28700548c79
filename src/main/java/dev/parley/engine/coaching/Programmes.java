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
import dev.parley.platform.Form;
import dev.parley.platform.Note;
import dev.parley.store.Spoken;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What people give to the whole programme by choice: needs for the lead, and the shelf. */
final class Programmes {

    private final Common common;

    Programmes(Common common) {
        this.common = common;
    }

    /** Sends a need to those who lead; without words a form for it. */
    CompletionStage<Note> need(PersonId by, String typed) {
        String text = common.typed(typed);
        if (text.isEmpty()) {
            return CompletableFuture.completedStage(new Note(
                    common.say(CoachingPhrase.NEED_HOW, Map.of("lead", common.say(CoachingPhrase.NEED_LEAD))),
                    List.of(common.other(new Meaning.SendNeed(), CoachingPhrase.WRITE))));
        }
        MessageId words = Common.fresh();
        return common.ask(
                common.programme(),
                new ProgrammeCommand.SayNeed(by, words, NeedKind.OTHER),
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
            case Meaning.SendNeed _ ->
                Optional.of(common.textForm(
                        meaning, CoachingPhrase.NEED_TITLE, CoachingPhrase.NEED_FIELD, "", CoachingPhrase.NEED_SEND));
            case Meaning.Shelve _ ->
                Optional.of(common.textForm(
                        meaning, CoachingPhrase.SHELF_TITLE, CoachingPhrase.SHELF_FIELD, "", CoachingPhrase.KEEP));
            case Meaning.TakeNeedBack _, Meaning.NeedMet _, Meaning.Unshelve _ -> Optional.empty();
        };
    }

    CompletionStage<Note> filled(PersonId by, Meaning.OfProgramme meaning, Map<String, String> fields) {
        return switch (meaning) {
            case Meaning.SendNeed _ -> need(by, common.typed(fields));
            case Meaning.Shelve(String framework, String domain) ->
                shelve(by, new Tag(framework, domain), common.typed(fields));
            case Meaning.TakeNeedBack _, Meaning.NeedMet _, Meaning.Unshelve _ -> pressed(by, meaning);
        };
    }

    private CompletionStage<Note> shelve(PersonId by, Tag domain, String text) {
        if (text.isEmpty()) {
            return CompletableFuture.completedStage(common.note(CoachingPhrase.ANSWER_EMPTY));
        }
        MessageId words = Common.fresh();
        return common.ask(
                common.programme(),
                new ProgrammeCommand.Shelve(by, words, Optional.of(domain)),
                Map.of(words, new Spoken(by, text)),
                _ -> common.note(CoachingPhrase.SHELF_KEPT));
    }

    /** Needs that nobody has seen to. */
    List<Need> open() {
        return common.programme(Programme::needs).stream()
                .filter(need -> !need.met())
                .toList();
    }
}
