package dev.parley.engine;

import dev.parley.conversation.Ask;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Fact;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Story;
import dev.parley.platform.Account;
import dev.parley.store.Person;
import dev.parley.store.Spoken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the keepers of stories besides chats need of the engine. All methods may be called from any thread but the one that decides, and
 * those that do not return a future wait for their answer.
 */
public interface Ledger {

    /** The time of handling. */
    Instant now();

    /**
     * Asks something of a story.
     *
     * @param words texts that what is asked refers to, with whose they are
     * @return what happened, once it is durable
     */
    CompletableFuture<List<Fact>> ask(ConversationId story, Ask ask, Map<MessageId, Spoken> words);

    /** Asks something of a story that brings no words. */
    default CompletableFuture<List<Fact>> ask(ConversationId story, Ask ask) {
        return ask(story, ask, Map.of());
    }

    /**
     * Looks at stories as they stand, all of them at the same moment.
     *
     * @param view is given what finds a story; must be quick and must not keep hold of any
     */
    <T> T look(Function<Function<ConversationId, Story>, T> view);

    /** Looks at a story as it stands. The view must be quick and must not keep hold of it. */
    default <T> T look(ConversationId story, Function<Story, T> view) {
        return look(stories -> view.apply(stories.apply(story)));
    }

    /**
     * What a view has to tell of each of many stories, in their order. They are folded one by one as they stand in the store, without
     * anybody's words, and none is kept: however many there are, nothing that is being talked about makes room for them.
     */
    <T> SequencedMap<ConversationId, T> survey(List<ConversationId> stories, Function<Story, Optional<T>> view);

    /** What people said in a story and is still kept. */
    Map<MessageId, String> words(ConversationId story);

    /** All stories of a kind, newest first. */
    List<ConversationId> stories(String kind);

    /** All stories of a kind in which something happened then or later. */
    List<ConversationId> storiesSince(String kind, Instant since);

    /** The stories of which a person is a member. */
    List<ConversationId> memberships(PersonId person);

    /** The members of a story, each with all stories of which they are a member, this one among them. */
    Map<PersonId, List<ConversationId>> members(ConversationId story);

    /** When the next chat opens; empty where none is planned. */
    Optional<Instant> nextChat();

    /** The story that keeps the words of a message. */
    Optional<ConversationId> home(MessageId message);

    /** Who is behind an account; empty where nobody is known. */
    Optional<Person> behind(Account account);

    /**
     * Who is behind an account, made known where they are not.
     *
     * @param name what they are called; empty where that is not known
     */
    Person known(Account account, String name);

    /** A person; empty for one who was erased. */
    Optional<Person> person(PersonId person);

    /** Everybody of the community. */
    List<Person> people();

    /** All accounts of a person. */
    List<Account> accounts(PersonId person);

    /** Everybody of the community who has such an account. */
    List<PersonId> having(Predicate<Account> account);
}
