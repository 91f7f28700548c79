package dev.parley.engine.coaching;

import dev.parley.coaching.Look;
import dev.parley.coaching.OwnTime;
import dev.parley.coaching.notebook.Notebook;
import dev.parley.coaching.partnership.Partnership;
import dev.parley.coaching.partnership.Shape;
import dev.parley.coaching.programme.Programme;
import dev.parley.conversation.Ask;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Fact;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.RoomId;
import dev.parley.engine.Ledger;
import dev.parley.engine.Speech;
import dev.parley.platform.Choice;
import dev.parley.platform.Form;
import dev.parley.platform.Note;
import dev.parley.platform.Refused;
import dev.parley.recap.format.Escape;
import dev.parley.store.Person;
import dev.parley.store.Spoken;
import dev.parley.voice.Voice;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What all parts of coaching have in common: the ledger, the plan, the voice, and who is who. */
final class Common {

    /** Where words stand that were written in a form: in no room of any platform. */
    private static final RoomId FORMS = new RoomId("web", "coaching");

    /** The longest text that is kept, in UTF-16 units: what a field of a form takes on every platform. */
    static final int LONGEST = 3_000;

    private static final String TEXT = "text";
    private static final SecureRandom CHANCE = new SecureRandom();

    private final String community;
    private final Ledger ledger;
    private final CoachingPlan plan;
    private final Voice voice;

    Common(String community, Ledger ledger, CoachingPlan plan, Voice voice) {
        this.community = community;
        this.ledger = ledger;
        this.plan = plan;
        this.voice = voice;
    }

    Ledger ledger() {
        return ledger;
    }

    CoachingPlan plan() {
        return plan;
    }

    Instant now() {
        return ledger.now();
    }

    String say(CoachingPhrase phrase) {
        return voice.say(phrase);
    }

    String say(CoachingPhrase phrase, Map<String, String> values) {
        return voice.say(phrase, values);
    }

    Note note(CoachingPhrase phrase) {
        return Note.of(say(phrase));
    }

    Note note(CoachingPhrase phrase, Map<String, String> values) {
        return Note.of(say(phrase, values));
    }

    /** Refuses in the community's words. */
    Refused refused(CoachingPhrase phrase) {
        return new Refused(say(phrase));
    }

    Choice main(Meaning meaning, CoachingPhrase label) {
        return choice(meaning, say(label), Choice.Style.MAIN);
    }

    Choice other(Meaning meaning, CoachingPhrase label) {
        return other(meaning, say(label));
    }

    Choice other(Meaning meaning, String label) {
        return choice(meaning, label, Choice.Style.OTHER);
    }

    Choice ending(Meaning meaning, CoachingPhrase label) {
        return ending(meaning, say(label));
    }

    Choice ending(Meaning meaning, String label) {
        return choice(meaning, label, Choice.Style.ENDING);
    }

    private static Choice choice(Meaning meaning, String label, Choice.Style style) {
        return new Choice(Meanings.text(meaning), label, style, meaning instanceof Meaning.OpensForm);
    }

    /** What to call a look. */
    String look(Look look) {
        return say(
                switch (look) {
                    case BACK -> CoachingPhrase.LOOK_BACK;
                    case AT -> CoachingPhrase.LOOK_AT;
                    case AHEAD -> CoachingPhrase.LOOK_AHEAD;
                });
    }

    /** A point in time on a person's own clock. */
    String when(Instant instant, PersonId person) {
        return speech(person).when(instant);
    }

    /** The voice that tells times on a person's own clock. */
    Speech speech(PersonId person) {
        return new Speech(voice, clock(person).zone(), plan.locale());
    }

    String span(Duration span) {
        return new Speech(voice, plan.usual().zone(), plan.locale()).span(span);
    }

    /** A person's own clock, or the usual one. */
    OwnTime clock(PersonId person) {
        return notebook(person, notebook -> notebook.clock()).orElse(plan.usual());
    }

    /** What somebody is called, as light Markdown. */
    String name(PersonId person) {
        return Escape.heading(plainName(person));
    }

    /** What somebody is called, as plain text. */
    String plainName(PersonId person) {
        return ledger.person(person)
                .map(Person::name)
                .filter(name -> !name.isBlank())
                .orElseGet(() -> say(CoachingPhrase.SOMEBODY));
    }

    /** People's words as light Markdown, a line for each of theirs. */
    static String quoted(String words) {
        return words.lines().map(Escape::markdown).collect(Collectors.joining("\n> "));
    }

    /** What several are called; somebody, where nobody is there any more. */
    String names(Collection<PersonId> people) {
        if (people.isEmpty()) {
            return say(CoachingPhrase.SOMEBODY);
        }
        return listed(people.stream().map(this::name).toList());
    }

    String listed(List<String> some) {
        return new Speech(voice, plan.usual().zone(), plan.locale()).listed(some);
    }

    <T> T notebook(PersonId person, Function<Notebook, T> view) {
        return ledger.look(notebook(person), story -> view.apply((Notebook) story));
    }

    <T> T programme(Function<Programme, T> view) {
        return ledger.look(programme(), story -> view.apply((Programme) story));
    }

    /** The notebook of a person. */
    ConversationId notebook(PersonId person) {
        return new ConversationId(community, Notebook.KIND + ":" + person.value());
    }

    /** The one programme. */
    ConversationId programme() {
        return new ConversationId(community, Programme.KIND + ":all");
    }

    ConversationId partnership(String id) {
        return new ConversationId(community, Partnership.KIND + ":" + id);
    }

    /** The partnerships that somebody may see anything of. */
    List<Shared> partnerships(PersonId person) {
        List<ConversationId> theirs = ledger.memberships(person);
        return ledger.look(stories -> theirs.stream()
                .filter(story -> story.kind().equals(Partnership.KIND))
                .flatMap(story -> Shared.of((Partnership) stories.apply(story), person).stream())
                .toList());
    }

    /** The partnerships of a person that go on, without visits. */
    List<Shared> within(PersonId person) {
        return partnerships(person).stream()
                .filter(shared -> shared.isWithin() && shared.shape() == Shape.PARTNERS)
                .toList();
    }

    /** One partnership, as one of its people sees it; empty for everybody else. */
    Optional<Shared> shared(String id, PersonId person) {
        return ledger.look(partnership(id), one -> Shared.of((Partnership) one, person));
    }

    /** As {@link #shared}, and refused for everybody who does not see it as one who is within. */
    Shared own(String id, PersonId person) {
        return shared(id, person).filter(Shared::isWithin).orElseThrow(() -> refused(CoachingPhrase.OUTDATED));
    }

    /** Whether somebody leads the programme. */
    boolean leads(PersonId person) {
        return plan.leads()
                .map(leads -> ledger.accounts(person).stream().anyMatch(leads))
                .orElseGet(() -> ledger.person(person).filter(Person::host).isPresent());
    }

    /** Everybody who leads it. */
    List<PersonId> leads() {
        return plan.leads()
                .map(ledger::having)
                .orElseGet(() -> ledger.people().stream()
                        .filter(Person::host)
                        .map(Person::id)
                        .toList());
    }

    /** Names words that are written in a form. */
    static MessageId fresh() {
        return new MessageId(FORMS, chance(12));
    }

    /** Words that were written in a form, by what buttons call them. */
    static MessageId written(String id) {
        return new MessageId(FORMS, id);
    }

    /** Whether words were written in a form, and not said in a message. */
    static boolean isWritten(MessageId words) {
        return words.room().equals(FORMS);
    }

    /** Chance in hexadecimal digits. */
    static String chance(int bytes) {
        byte[] some = new byte[bytes];
        CHANCE.nextBytes(some);
        return HexFormat.of().formatHex(some);
    }

    /** What was typed, without the space around it; refused where it is longer than can be kept. */
    String typed(String typed) {
        return typed(typed, LONGEST);
    }

    private String typed(String typed, int longest) {
        String text = typed.strip();
        if (text.length() > longest) {
            throw new Refused(say(CoachingPhrase.TOO_LONG, Map.of("limit", Integer.toString(longest))));
        }
        return text;
    }

    /** What was typed into a field, likewise. */
    String typed(Map<String, String> fields, String name) {
        return typed(fields.getOrDefault(name, ""));
    }

    /** What was typed into the field of {@link #textForm}, likewise. */
    String typed(Map<String, String> fields) {
        return typed(fields, TEXT);
    }

    /** The same, where no more than so much is taken. */
    String typed(Map<String, String> fields, int longest) {
        return typed(fields.getOrDefault(TEXT, ""), longest);
    }

    /** A form with one field for people's own words. */
    Form textForm(Meaning meaning, CoachingPhrase title, CoachingPhrase label, String value, CoachingPhrase send) {
        return textForm(meaning, say(title), say(label), value, send, LONGEST);
    }

    /** The same, where no more than so much is taken, in UTF-16 units. */
    Form textForm(Meaning meaning, String title, String label, String value, CoachingPhrase send, int longest) {
        return new Form(
                Meanings.text(meaning),
                title,
                say(send),
                List.of(new Form.Field(TEXT, label, value, true, true, longest)));
    }

    /** Asks something of a story, and says this where something came of it; otherwise that it has been overtaken. */
    CompletionStage<Note> ask(ConversationId story, Ask ask, Note done) {
        return ask(story, ask, Map.of(), _ -> done);
    }

    /**
     * Asks something of a story, and says what came of it; where nothing did, that it has been overtaken. Words that are not kept are
     * refused, so that they are given back to whoever typed them.
     */
    CompletionStage<Note> ask(
            ConversationId story, Ask ask, Map<MessageId, Spoken> words, Function<List<Fact>, Note> done) {
        return ledger.ask(story, ask, words).thenApply(facts -> facts.isEmpty() ? overtaken(words) : done.apply(facts));
    }

    /** Says this once all of it is kept; refuses where some of it was overtaken, so that what was typed is given back. */
    CompletionStage<Note> all(List<CompletableFuture<List<Fact>>> kept, Supplier<Note> done) {
        return CompletableFuture.allOf(kept.toArray(CompletableFuture[]::new)).thenApply(_ -> {
            if (kept.stream().anyMatch(one -> one.join().isEmpty())) {
                throw refused(CoachingPhrase.OUTDATED);
            }
            return done.get();
        });
    }

    private Note overtaken(Map<MessageId, Spoken> words) {
        if (!words.isEmpty()) {
            throw refused(CoachingPhrase.OUTDATED);
        }
        return note(CoachingPhrase.OUTDATED);
    }
}
