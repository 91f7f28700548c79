package dev.parley.platform;

import dev.parley.conversation.MessageId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * What a platform may ask of coaching. Everything here is between Parley and one person; no answer of it is ever to be shown to anybody
 * else. All methods may be called from any thread; stages complete with {@link Refused}, in the community's words, where something
 * cannot be, and when they complete well, what was said is stored.
 */
public interface Coaching {

    /** Does what a command orders. */
    CompletionStage<Note> order(Caller by, Order order);

    /** A choice was pressed; one that makes no sense any more is told so. */
    CompletionStage<Note> pressed(Caller by, String meaning);

    /** The form that a choice opens; empty where it makes no sense any more. Answers at once. */
    Optional<Form> form(Account by, String meaning);

    /**
     * A form was filled in.
     *
     * @param fields by their names
     */
    CompletionStage<Note> filled(Caller by, String meaning, Map<String, String> fields);

    /** Whether a question was put to this person which a plain private message answers that they said then. */
    boolean asks(Account account, Instant said);

    /** Whether this message is a letter of ours to this person, so that a reply to it belongs here. */
    boolean wrote(Account to, MessageId message);

    /**
     * Something was said in private, or says something else now. A message that is known keeps its place; one that is not and was edited
     * ({@link Incoming.Said#revised} is after {@link Incoming.Said#at}) was said for something else, and is let be.
     *
     * @return a word about it where one is needed; empty where a receipt is enough
     */
    CompletionStage<Optional<Note>> said(Incoming.Said said);

    /**
     * Something that was said in private is gone.
     *
     * @return whether it was kept here
     */
    CompletionStage<Boolean> unsaid(MessageId message);

    /**
     * The platform's own scheduled event was set up, changed or called off. Where its maker has a partnership they are asked in private
     * whether it is a meeting of theirs; nothing is guessed. The same is told again whenever a platform comes back.
     *
     * @param by who made it
     * @param id the platform's id of the event
     * @param start empty where it was called off
     * @param end empty where it has none
     */
    CompletionStage<Void> planned(Account by, String id, Optional<Instant> start, Optional<Instant> end);
}
