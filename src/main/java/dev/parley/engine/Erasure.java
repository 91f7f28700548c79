package dev.parley.engine;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.PersonId;
import dev.parley.platform.Account;
import dev.parley.platform.Platform;
import dev.parley.store.Store;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Forgets a person everywhere: in stories, recaps, rooms and the store. A story of nobody else goes as a whole. */
record Erasure(
        Scribe scribe, Store store, Settings settings, People people, Recaps recaps, Collection<Platform> platforms) {

    /** Complete when nothing of the person is left. */
    CompletionStage<Void> erase(PersonId person) {
        Set<ConversationId> stories = stories(person);
        List<ConversationId> theirsAlone = scribe.look(sight -> stories.stream()
                        .filter(id -> !id.isChat() && sight.story(id).people().equals(Set.of(person)))
                        .toList())
                .join();
        CompletableFuture<?>[] forgotten = stories.stream()
                .map(id -> scribe.decide(
                        sight -> Optional.of(new Step(id, sight.story(id).forget(person)))))
                .toArray(CompletableFuture[]::new);
        List<Account> accounts = platforms.stream()
                .map(platform -> people.account(person, platform.name()))
                .flatMap(Optional::stream)
                .toList();
        // The scribe erases, so that nothing of theirs is decided meanwhile and kept in memory.
        return CompletableFuture.allOf(forgotten)
                .thenCompose(_ -> scribe.decide(_ -> Optional.empty(), writing -> {
                    theirsAlone.forEach(writing::delete);
                    writing.erase(settings.community(), person);
                }))
                .thenCompose(_ -> scribe.forgetFolded())
                .thenAccept(_ -> {
                    people.forget(person);
                    recaps.forget();
                    accounts.forEach(account -> platforms.stream()
                            .filter(platform -> platform.name().equals(account.platform()))
                            .forEach(platform -> platform.forget(account)));
                });
    }

    /** Where they have said something, and what is theirs. */
    private Set<ConversationId> stories(PersonId person) {
        return store.read(reading -> {
            Set<ConversationId> stories = new TreeSet<>(reading.heardIn(settings.community(), person));
            stories.addAll(reading.memberships(settings.community(), person));
            return stories;
        });
    }
}
