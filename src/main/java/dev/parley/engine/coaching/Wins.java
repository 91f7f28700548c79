package dev.parley.engine.coaching;

import dev.parley.coaching.notebook.Commitment;
import dev.parley.coaching.programme.ProgrammeCommand;
import dev.parley.coaching.programme.Win;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.platform.Choice;
import dev.parley.platform.Form;
import dev.parley.platform.Letters;
import dev.parley.platform.Note;
import dev.parley.store.Spoken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What people tried and would have said in the opening of the next chat. What others read are words of their own, which their person
 * chooses for them; nothing of what was told in private goes there by itself.
 */
final class Wins {

    /** The longest win, in UTF-16 units: a few of them leave an opening one screen. */
    private static final int LONGEST = 200;

    /** So long what was told is news. */
    private static final Duration NEWS = Duration.ofDays(14);

    private final Common common;

    Wins(Common common) {
        this.common = common;
    }

    /** The win that somebody made of what they tried, as long as it is not taken back. */
    Optional<Win> of(PersonId by, Commitment commitment) {
        return common.programme(programme -> programme.win(by, commitment.id()));
    }

    /** What can be done about it; nothing where nothing was told, or it is old, and where no chat is to come. */
    List<Choice> choices(PersonId by, Commitment commitment) {
        if (!isTold(commitment)) {
            return List.of();
        }
        Meaning.SayWin say = new Meaning.SayWin(commitment.id());
        if (of(by, commitment).isPresent()) {
            return List.of(
                    common.other(say, CoachingPhrase.WIN_CHANGE),
                    common.other(new Meaning.TakeWinBack(commitment.id()), CoachingPhrase.TAKE_BACK));
        }
        return isNews(commitment) && mayBecome(by, commitment)
                ? List.of(common.other(say, CoachingPhrase.WIN_OFFER))
                : List.of();
    }

    private boolean isNews(Commitment commitment) {
        return commitment
                .lastTold()
                .filter(at -> common.now().isBefore(at.plus(NEWS)))
                .isPresent();
    }

    /** What was said once is not said again, and nothing is promised for an opening that is not to come. */
    private boolean mayBecome(PersonId by, Commitment commitment) {
        return common.ledger().nextChat().isPresent()
                && !common.programme(programme -> programme.isOver(by, commitment.id()));
    }

    private static boolean isTold(Commitment commitment) {
        return !commitment.told().isEmpty();
    }

    private Optional<Commitment> told(PersonId by, String commitment) {
        return common.notebook(by, notebook -> notebook.commitment(commitment)).filter(Wins::isTold);
    }

    CompletionStage<Note> pressed(PersonId by, Meaning.OfWin meaning) {
        return switch (meaning) {
            case Meaning.TakeWinBack(String commitment) ->
                common.ask(
                        common.programme(),
                        new ProgrammeCommand.TakeWinBack(by, commitment),
                        common.note(CoachingPhrase.WIN_TAKEN_BACK));
            case Meaning.SayWin _ -> CompletableFuture.completedStage(common.note(CoachingPhrase.OUTDATED));
        };
    }

    /** The form for a win, with its words, or to begin with those that were told; empty where there is none. */
    Optional<Form> form(PersonId by, Meaning.OfWin meaning) {
        return switch (meaning) {
            case Meaning.SayWin(String id) -> told(by, id).map(one -> form(meaning, words(by, one)));
            case Meaning.TakeWinBack _ -> Optional.empty();
        };
    }

    private String words(PersonId by, Commitment commitment) {
        return of(by, commitment)
                .map(Win::text)
                .orElseGet(() ->
                        Reflecting.parts(commitment.told(), common.ledger().words(common.notebook(by))));
    }

    private Form form(Meaning meaning, String words) {
        return common.textForm(
                meaning,
                common.say(CoachingPhrase.WIN_TITLE),
                common.say(CoachingPhrase.WIN_FIELD),
                Letters.shortened(words, LONGEST),
                CoachingPhrase.KEEP,
                LONGEST);
    }

    CompletionStage<Note> filled(PersonId by, Meaning.OfWin meaning, Map<String, String> fields) {
        return switch (meaning) {
            case Meaning.SayWin(String commitment) -> say(by, commitment, common.typed(fields, LONGEST));
            case Meaning.TakeWinBack _ -> pressed(by, meaning);
        };
    }

    private CompletionStage<Note> say(PersonId by, String id, String text) {
        if (text.isEmpty()) {
            return CompletableFuture.completedStage(common.note(CoachingPhrase.ANSWER_EMPTY));
        }
        Commitment commitment = told(by, id).orElseThrow(() -> common.refused(CoachingPhrase.OUTDATED));
        Optional<Instant> next = common.ledger().nextChat();
        if (next.isEmpty() && of(by, commitment).isEmpty()) {
            throw common.refused(CoachingPhrase.OUTDATED);
        }
        MessageId words = Common.fresh();
        return common.ask(
                common.programme(),
                new ProgrammeCommand.OfferWin(by, id, words),
                Map.of(words, new Spoken(by, text)),
                _ -> new Note(kept(by, commitment, text, next), choices(by, commitment)));
    }

    private String kept(PersonId by, Commitment commitment, String text, Optional<Instant> next) {
        boolean waits = of(by, commitment).flatMap(Win::chat).isEmpty();
        String quoted = Common.quoted(text);
        return next.filter(_ -> waits)
                .map(at -> common.say(CoachingPhrase.WIN_KEPT, Map.of("when", common.when(at, by), "text", quoted)))
                .orElseGet(() -> common.say(CoachingPhrase.WIN_CHANGED, Map.of("text", quoted)));
    }
}
