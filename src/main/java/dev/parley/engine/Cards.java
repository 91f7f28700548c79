package dev.parley.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Plan;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Stage;
import dev.parley.platform.Card;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Says where a chat stands.
 *
 * @param troubles what the hosts of a room should know just now
 */
record Cards(Speech speech, BiFunction<RoomId, Instant, List<String>> troubles) {

    /** The card of a chat in one of its rooms. */
    Card card(Conversation chat, RoomId room, Instant now) {
        List<Card.Asked> asked = chat.asked().values().stream()
                .map(question -> new Card.Asked(question.number(), question.text(), postIn(room, question.posts())))
                .toList();
        Optional<Integer> open = chat.running().flatMap(Stage.Running::question);
        Optional<Card.Asked> current = asked.stream()
                .filter(question -> open.equals(Optional.of(question.number())))
                .findFirst();
        List<Card.Asked> agenda = chat.progress().numbers().stream()
                .map(number -> new Card.Asked(number, chat.questionText(number), Optional.empty()))
                .toList();
        return new Card(
                room,
                chat.plan().script().title(),
                stage(chat.stage()),
                current,
                until(chat),
                asked,
                text(chat, now),
                agenda,
                HostDesk.verbs(chat, now),
                troubles.apply(room, now));
    }

    private static Optional<MessageId> postIn(RoomId room, Set<MessageId> posts) {
        return posts.stream().filter(post -> post.room().equals(room)).findFirst();
    }

    private static Optional<Instant> until(Conversation chat) {
        return switch (chat.stage()) {
            case Stage.Waiting _ -> Optional.of(chat.plan().start());
            case Stage.Running _ -> chat.phaseEnds();
            case Stage.Slow(Instant at) -> Optional.of(at.plus(chat.plan().slow()));
            case Stage.Over _ -> Optional.empty();
        };
    }

    private static Card.Stage stage(Stage stage) {
        return switch (stage) {
            case Stage.Waiting _ -> Card.Stage.BEFORE;
            case Stage.Running running when running.pausedAt().isPresent() -> Card.Stage.PAUSED;
            case Stage.Running running ->
                switch (running.phase()) {
                    case Stage.Phase.Welcome() -> Card.Stage.WELCOME;
                    case Stage.Phase.Asking(int _) -> Card.Stage.QUESTION;
                    case Stage.Phase.Closing() -> Card.Stage.CLOSING;
                };
            case Stage.Slow _ -> Card.Stage.SLOW;
            case Stage.Over _ -> Card.Stage.OVER;
        };
    }

    /** The card in words. */
    String text(Conversation chat, Instant now) {
        Plan plan = chat.plan();
        Map<String, String> values = new HashMap<>();
        values.put("title", plan.script().title());
        values.put("when", speech.moment(plan.start()));
        values.put("asked", asked(chat));
        values.put("left", chat.phaseEnds().map(end -> speech.left(end, now)).orElse(""));
        values.put(
                "next",
                plan.next()
                        .map(at -> speech.say(ChatPhrase.NEXT_TIME, Map.of("when", speech.moment(at))))
                        .orElse(""));
        return switch (chat.stage()) {
            case Stage.Waiting _ -> speech.say(ChatPhrase.CARD_BEFORE, values);
            case Stage.Running running -> running(chat, running, values);
            case Stage.Slow(Instant at) -> {
                values.put("until", speech.moment(at.plus(plan.slow())));
                yield speech.say(ChatPhrase.CARD_SLOW, values);
            }
            case Stage.Over _ -> speech.say(ChatPhrase.CARD_OVER, values);
        };
    }

    private String running(Conversation chat, Stage.Running running, Map<String, String> values) {
        boolean stopped = running.pausedAt().isPresent();
        return switch (running.phase()) {
            case Stage.Phase.Asking(int question) -> {
                values.put("number", Integer.toString(question));
                values.put("text", chat.questionText(question));
                boolean held = running.held() || stopped;
                yield speech.say(held ? ChatPhrase.CARD_HELD : ChatPhrase.CARD_QUESTION, values);
            }
            case Stage.Phase.Welcome() ->
                speech.say(stopped ? ChatPhrase.CARD_PAUSED : ChatPhrase.CARD_WELCOME, values);
            case Stage.Phase.Closing() ->
                speech.say(stopped ? ChatPhrase.CARD_PAUSED : ChatPhrase.CARD_CLOSING, values);
        };
    }

    /** What was asked before the question that is open. */
    private String asked(Conversation chat) {
        Optional<Integer> open = chat.running().flatMap(Stage.Running::question);
        String list = chat.asked().values().stream()
                .filter(question -> !open.equals(Optional.of(question.number())))
                .map(question -> speech.say(
                        ChatPhrase.ASKED_ITEM,
                        Map.of("number", Integer.toString(question.number()), "text", question.text())))
                .collect(Collectors.joining("\n"));
        return list.isEmpty() ? "" : speech.say(ChatPhrase.ASKED, Map.of("list", list));
    }
}
