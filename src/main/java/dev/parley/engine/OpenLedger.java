package dev.parley.engine;

import dev.parley.conversation.Ask;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Fact;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Story;
import dev.parley.platform.Account;
import dev.parley.store.Kept;
import dev.parley.store.Person;
import dev.parley.store.Reading;
import dev.parley.store.Spoken;
import dev.parley.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;

/** The ledger of a running engine. */
record OpenLedger(Scribe scribe, Store store, String community, StoryKinds kinds, People known, InstantSource clock)
        implements Ledger {

    /** So many are read in one transaction. */
    private static final int TOGETHER = 100;

    /** Whoever is answered may look and ask again: never on the thread that decides or on the one that writes. */
    private static final Executor ANSWERING =
            task -> Thread.ofVirtual().name("answering").start(task);

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public CompletableFuture<List<Fact>> ask(ConversationId story, Ask ask, Map<MessageId, Spoken> words) {
        return scribe.decide(new Step(story, ask, words)).thenApplyAsync(Function.identity(), ANSWERING);
    }

    @Override
    public <T> T look(Function<Function<ConversationId, Story>, T> view) {
        return scribe.look(sight -> view.apply(sight::story)).join();
    }

    @Override
    public <T> SequencedMap<ConversationId, T> survey(List<ConversationId> stories, Function<Story, Optional<T>> view) {
        SequencedMap<ConversationId, T> seen = new LinkedHashMap<>();
        for (int from = 0; from < stories.size(); from += TOGETHER) {
            List<ConversationId> some = stories.subList(from, Math.min(stories.size(), from + TOGETHER));
            store.read(reading -> {
                some.forEach(id -> view.apply(folded(id, reading)).ifPresent(one -> seen.put(id, one)));
                return true;
            });
        }
        return seen;
    }

    private Story folded(ConversationId id, Reading reading) {
        Story story = kinds.of(id).blank(id);
        reading.events(id, 0).forEach(stored -> story.apply(stored.happened(), _ -> Optional.empty()));
        return story;
    }

    @Override
    public Map<MessageId, String> words(ConversationId story) {
        Map<MessageId, Kept> kept = store.read(reading -> reading.words(story));
        Map<MessageId, String> words = new HashMap<>();
        kept.forEach((message, one) -> words.put(message, one.words()));
        return words;
    }

    @Override
    public List<ConversationId> stories(String kind) {
        return store.read(reading -> reading.streams(community, kind));
    }

    @Override
    public List<ConversationId> storiesSince(String kind, Instant since) {
        return store.read(reading -> reading.streamsSince(community, kind, since));
    }

    @Override
    public List<ConversationId> memberships(PersonId person) {
        return store.read(reading -> reading.memberships(community, person));
    }

    @Override
    public Map<PersonId, List<ConversationId>> members(ConversationId story) {
        return store.read(reading -> reading.members(story));
    }

    @Override
    public Optional<Instant> nextChat() {
        return scribe.look(sight -> sight.open().stream()
                        .filter(chat -> Stages.waits(chat.stage()))
                        .map(chat -> chat.plan().start())
                        .min(Comparator.naturalOrder()))
                .join();
    }

    @Override
    public Optional<ConversationId> home(MessageId message) {
        return store.read(reading -> reading.home(community, message));
    }

    @Override
    public Optional<Person> behind(Account account) {
        return known.behind(account);
    }

    @Override
    public Person known(Account account, String name) {
        return known.known(account, name);
    }

    @Override
    public Optional<Person> person(PersonId person) {
        return known.person(person);
    }

    @Override
    public List<Person> people() {
        return store.read(reading -> reading.people(community));
    }

    @Override
    public List<Account> accounts(PersonId person) {
        return known.accounts(person);
    }

    @Override
    public List<PersonId> having(Predicate<Account> account) {
        return store
                .<Map<PersonId, Map<String, String>>>read(reading -> reading.accounts(community))
                .entrySet()
                .stream()
                .filter(person -> person.getValue().entrySet().stream()
                        .anyMatch(one -> account.test(new Account(one.getKey(), one.getValue()))))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(PersonId::value))
                .toList();
    }
}
