package dev.parley.engine.coaching;

import dev.parley.coaching.notebook.Notebook;
import dev.parley.coaching.notebook.NotebookCommand;
import dev.parley.coaching.notebook.NotebookEvent;
import dev.parley.coaching.partnership.Partnership;
import dev.parley.coaching.partnership.PartnershipCommand;
import dev.parley.conversation.Ask;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Fact;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Place;
import dev.parley.conversation.Said;
import dev.parley.conversation.Story;
import dev.parley.engine.Awaited;
import dev.parley.platform.Account;
import dev.parley.platform.Incoming;
import dev.parley.platform.Note;
import dev.parley.store.Person;
import dev.parley.store.Spoken;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** What people say in private, and to what it belongs. */
final class Hearing {

    private final Common common;
    private final Trying trying;

    Hearing(Common common, Trying trying) {
        this.common = common;
        this.trying = trying;
    }

    /** The stories of a person in which they can be asked something. */
    private List<ConversationId> stories(PersonId person) {
        return Stream.concat(
                        common.ledger().memberships(person).stream()
                                .filter(story -> story.kind().equals(Partnership.KIND)),
                        Stream.of(common.notebook(person)))
                .toList();
    }

    private Optional<ConversationId> find(PersonId person, BiPredicate<Story, PersonId> which) {
        List<ConversationId> theirs = stories(person);
        return common.ledger()
                .look(stories -> theirs.stream()
                        .filter(story -> which.test(stories.apply(story), person))
                        .findFirst());
    }

    private static boolean knows(Story story, PersonId person, MessageId message) {
        return switch (story) {
            case Partnership partnership -> partnership.knows(person, message);
            case Notebook notebook -> notebook.knows(message);
            default -> false;
        };
    }

    private static Optional<Instant> askedLast(Story story, PersonId person, Instant said) {
        return switch (story) {
            case Partnership partnership -> partnership.askedLast(person, said);
            case Notebook notebook -> notebook.askedLast(said);
            default -> Optional.empty();
        };
    }

    boolean asks(Account account, Instant said) {
        return common.ledger()
                .behind(account)
                .flatMap(person -> asking(person.id(), said))
                .isPresent();
    }

    private record Asking(ConversationId story, Instant at) {}

    /** The story that had asked last when something was said. */
    private Optional<ConversationId> asking(PersonId person, Instant said) {
        List<ConversationId> theirs = stories(person);
        return common.ledger()
                .look(stories -> theirs.stream()
                        .flatMap(story ->
                                askedLast(stories.apply(story), person, said).map(at -> new Asking(story, at)).stream())
                        .max(Comparator.comparing(Asking::at))
                        .map(Asking::story));
    }

    /** Who may have answered in private since then, or changed what they answered. */
    List<Awaited> awaited(Instant since) {
        Instant happened = since.minus(
                common.plan().rhythm().patience().multipliedBy(2)); // nothing is open for longer, put off or not
        return Stream.of(Partnership.KIND, Notebook.KIND)
                .flatMap(kind -> common.ledger().storiesSince(kind, happened).stream())
                .flatMap(id -> common.ledger().look(id, story -> awaited(story, since)).stream())
                .toList();
    }

    private static List<Awaited> awaited(Story story, Instant since) {
        return story.people().stream()
                .flatMap(person -> awaited(story, person, since).stream())
                .toList();
    }

    private static Optional<Awaited> awaited(Story story, PersonId person, Instant since) {
        return switch (story) {
            case Partnership partnership -> {
                Map<MessageId, Instant> said = partnership.saidSince(person, since);
                List<Instant> times = Stream.concat(
                                partnership.openSince(person, since).stream(), said.values().stream())
                        .sorted()
                        .toList();
                yield awaited(person, times, said.keySet());
            }
            case Notebook notebook -> awaited(person, notebook.askedSince(since), notebook.toldSince(since));
            default -> Optional.empty();
        };
    }

    private static Optional<Awaited> awaited(PersonId person, List<Instant> times, Set<MessageId> known) {
        return times.isEmpty()
                ? Optional.empty()
                : Optional.of(new Awaited(person, times.getLast(), times.getFirst(), known));
    }

    boolean wrote(Account to, MessageId message) {
        return common.ledger()
                .behind(to)
                .flatMap(person -> find(person.id(), (story, id) -> knows(story, id, message)))
                .isPresent();
    }

    /** Of an edit nothing is said: it is let be, or changes what is kept. */
    CompletionStage<Optional<Note>> said(Incoming.Said incoming) {
        return heard(incoming)
                .thenApply(word -> incoming.revised().isAfter(incoming.at()) ? Optional.<Note>empty() : word);
    }

    private CompletionStage<Optional<Note>> heard(Incoming.Said incoming) {
        Optional<Person> person = common.ledger().behind(incoming.author());
        if (person.isEmpty()) {
            return nothing();
        }
        PersonId by = person.get().id();
        Said said =
                new Said(incoming.message(), by, incoming.text(), incoming.place(), incoming.at(), incoming.revised());
        Optional<ConversationId> known = find(by, (story, id) -> knows(story, id, said.message()));
        return known.or(() -> home(said))
                .map(story -> hear(story, said, known.isPresent()))
                .orElseGet(this::nothing);
    }

    private CompletionStage<Optional<Note>> nothing() {
        return CompletableFuture.completedStage(Optional.of(common.note(CoachingPhrase.REFLECT_NONE)));
    }

    /**
     * Where something belongs that is not known: to what it replies; else to the story that had asked last. What was edited was said for something
     * else.
     */
    private Optional<ConversationId> home(Said said) {
        if (said.revised().isAfter(said.at())) {
            return Optional.empty();
        }
        Optional<ConversationId> replied = said.place() instanceof Place.Under(MessageId to)
                ? find(said.author(), (story, id) -> knows(story, id, to))
                : Optional.empty();
        return replied.or(() -> asking(said.author(), said.at()));
    }

    private CompletionStage<Optional<Note>> hear(ConversationId story, Said said, boolean known) {
        Ask ask =
                story.kind().equals(Notebook.KIND) ? new NotebookCommand.Hear(said) : new PartnershipCommand.Hear(said);
        return common.ledger()
                .ask(story, ask, Map.of(said.message(), new Spoken(said.author(), said.text())))
                .thenApply(facts -> answer(said.author(), facts, known));
    }

    /** What comes again, as platforms bring it, needs no answer. */
    private Optional<Note> answer(PersonId by, List<Fact> facts, boolean known) {
        if (facts.isEmpty()) {
            return known ? Optional.empty() : Optional.of(common.note(CoachingPhrase.REFLECT_NONE));
        }
        return facts.stream()
                .filter(NotebookEvent.ToldHow.class::isInstance)
                .map(fact -> trying.told(by, ((NotebookEvent.ToldHow) fact).commitment()))
                .findFirst();
    }

    CompletionStage<Boolean> unsaid(MessageId message) {
        Optional<ConversationId> home = common.ledger().home(message);
        if (home.isEmpty()) {
            return CompletableFuture.completedStage(false);
        }
        Optional<Ask> ask = switch (home.get().kind()) {
            case Partnership.KIND -> Optional.of(new PartnershipCommand.Unhear(message));
            case Notebook.KIND -> Optional.of(new NotebookCommand.Unhear(message));
            default -> Optional.empty();
        };
        return ask.<CompletionStage<Boolean>>map(
                        one -> common.ledger().ask(home.get(), one).thenApply(facts -> !facts.isEmpty()))
                .orElseGet(() -> CompletableFuture.completedStage(false));
    }
}
