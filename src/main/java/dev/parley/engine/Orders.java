package dev.parley.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Question;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Verb;
import dev.parley.platform.Account;
import dev.parley.platform.Caller;
import dev.parley.platform.Card;
import dev.parley.platform.Refused;
import dev.parley.store.Person;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The host's verbs as they come from a platform: by their names, about the chat of a room. */
record Orders(Scribe scribe, People people, Speech speech, HostDesk desk, Cards cards) {

    /** Does what is asked; see {@link dev.parley.platform.Facilitator#steer}. */
    CompletionStage<Card> steer(Caller by, RoomId room, String verb, String detail) {
        Optional<Person> person =
                by.host() ? Optional.of(people.known(by.account(), by.name())) : people.behind(by.account());
        Optional<ConversationId> chat = scribe.look(
                        sight -> Routing.inRoom(sight, room).map(Conversation::id))
                .join();
        if (chat.isEmpty()) {
            return refused(speech.say(ChatPhrase.NO_SUCH_CHAT));
        }
        // nobody is known to us for having pressed what is not theirs, or for being named by somebody who may not
        if (person.isEmpty() || !by.host() && !mayHost(chat.get(), person.get())) {
            return refused(speech.say(ChatPhrase.NOT_A_HOST));
        }
        PersonId host = person.get().id();
        Optional<Verb.Name> name = Verb.Name.of(verb);
        CompletionStage<Void> steered = name.filter(Verb.Name.ADD::equals).isPresent()
                ? desk.add(host, by.host(), chat.get(), detail)
                : name.flatMap(one -> verb(one, detail, by.account().platform()))
                        .map(one -> desk.steer(host, by.host(), chat.get(), one))
                        .orElseGet(() ->
                                refused(speech.say(ChatPhrase.NO_SUCH_VERB, Map.of("verb", verb + " " + detail))));
        return steered.thenCompose(_ -> scribe.look(sight -> cards.card(sight.chat(chat.get()), room, sight.now())));
    }

    private boolean mayHost(ConversationId chat, Person person) {
        return scribe.look(sight -> Reception.mayHost(sight.chat(chat), person)).join();
    }

    private Optional<Verb> verb(Verb.Name name, String detail, String platform) {
        return switch (name) {
            case JUMP -> Question.number(detail).map(Verb.Jump::new);
            case COHOST ->
                detail.isBlank()
                        ? Optional.empty()
                        : Optional.of(new Verb.CoHost(
                                people.known(new Account(platform, detail), "").id()));
            case ADD, START, NEXT, HOLD, PAUSE, RESUME, SKIP, REPEAT, END, UNDO -> Verb.named(name);
        };
    }

    private static <T> CompletionStage<T> refused(String why) {
        return CompletableFuture.failedStage(new Refused(why));
    }
}
