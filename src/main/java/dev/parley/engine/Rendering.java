package dev.parley.engine;

import dev.parley.conversation.Content;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Heard;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Plan;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Stage;
import dev.parley.conversation.Win;
import dev.parley.conversation.filing.Asked;
import dev.parley.platform.Choice;
import dev.parley.platform.Occasion;
import dev.parley.recap.format.Escape;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts posts into words when they are sent. A post that makes no sense any more has none.
 *
 * @param speech the community's voice
 * @param homes where the web pages are
 * @param links where a message can be read, for those who are let in there; told at once
 * @param closing what can be done at a chat's close, by when its series meets next
 */
record Rendering(
        Speech speech,
        Homes homes,
        Function<MessageId, Optional<URI>> links,
        Function<Optional<Instant>, List<Choice>> closing) {

    /**
     * What a room is told, but for the names of people, which have to be looked up.
     *
     * @param text light Markdown
     * @param wins what follows it, each under its person's name
     * @param choices what can be done with it
     */
    record Draft(String text, List<Win> wins, List<Choice> choices) {}

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Whether a post still makes sense when it is sent: a question only while it is open, a warning only before its time. */
    static boolean timely(Conversation chat, Content content, Instant now) {
        return switch (content) {
            case Content.Asked(int question, boolean _, Duration _) -> isOpen(chat, question);
            case Content.Warning(int question) ->
                isOpen(chat, question) && chat.phaseEnds().filter(now::isBefore).isPresent();
            case Content.Elsewhere _ -> chat.running().isPresent();
            case Content.Pause() ->
                chat.running().flatMap(Stage.Running::pausedAt).isPresent();
            case Content.Announcement _, Content.Welcome _, Content.Introductions _, Content.Resumption _ -> true;
            case Content.FinalThoughts _, Content.Thanks _, Content.Missed _, Content.Cancelled _ -> true;
            case Content.Recap _, Content.Doubts _ -> true;
        };
    }

    private static boolean isOpen(Conversation chat, int question) {
        return chat.running()
                .flatMap(Stage.Running::question)
                .filter(number -> number == question)
                .isPresent();
    }

    /** What the room is told, if there is anything to tell; recaps and private words are made elsewhere. */
    Optional<Draft> draft(Conversation chat, RoomId room, Content content, Instant now) {
        Optional<String> text = content instanceof Content.Elsewhere(RoomId there)
                ? elsewhere(chat, room, there)
                : Optional.of(text(chat, room, content, now));
        return text.map(words -> new Draft(
                words,
                content instanceof Content.Welcome ? chat.wins() : List.of(),
                content instanceof Content.Thanks ? closing.apply(chat.plan().next()) : List.of()));
    }

    /** Where else the chat is: on our pages, or where the last question stands. Not where there is no way there. */
    private Optional<String> elsewhere(Conversation chat, RoomId room, RoomId there) {
        return homes.room(there, room)
                .or(() -> chat.asked().values().stream()
                        .sorted(Comparator.comparing(Asked::at).reversed())
                        .flatMap(asked -> asked.posts().stream())
                        .filter(post -> post.room().equals(there))
                        .findFirst()
                        .flatMap(links))
                .map(address -> speech.say(ChatPhrase.ELSEWHERE, Map.of("address", address.toString())));
    }

    /**
     * What the room is told, as light Markdown.
     *
     * @param names what people are called; empty for those who are not known any more
     */
    String text(Draft draft, Function<PersonId, Optional<String>> names) {
        if (draft.wins().isEmpty()) {
            return draft.text();
        }
        String list = draft.wins().stream()
                .map(win -> speech.say(
                        ChatPhrase.WIN,
                        Map.of(
                                "text",
                                Escape.markdown(
                                        SPACE.matcher(win.text().strip()).replaceAll(" ")),
                                "name",
                                names.apply(win.by())
                                        .filter(name -> !name.isBlank())
                                        .map(Escape::heading)
                                        .orElseGet(() -> speech.say(ChatPhrase.SOMEBODY)))))
                .collect(Collectors.joining("\n"));
        return draft.text() + "\n\n" + speech.say(ChatPhrase.WINS, Map.of("list", list));
    }

    private String text(Conversation chat, RoomId room, Content content, Instant now) {
        Plan plan = chat.plan();
        String title = plan.series();
        return switch (content) {
            case Content.Announcement(Duration before) -> announcement(plan, before, now);
            case Content.Welcome(Duration late) -> welcome(chat, room, late);
            case Content.Introductions() -> plan.script().introductions();
            case Content.Asked(int question, boolean again, Duration late) -> question(chat, question, again, late);
            case Content.Warning(int question) -> warning(chat, question);
            case Content.Pause() -> speech.say(ChatPhrase.PAUSE);
            case Content.Resumption() -> speech.say(ChatPhrase.RESUMPTION);
            case Content.FinalThoughts() ->
                speech.say(
                        ChatPhrase.FINAL_THOUGHTS, Map.of("text", plan.script().closing()));
            case Content.Thanks(Duration late) -> thanks(plan, late);
            case Content.Missed() ->
                speech.say(
                        ChatPhrase.MISSED,
                        Map.of("title", title, "late", speech.span(Duration.between(plan.start(), now))));
            case Content.Cancelled() ->
                speech.say(ChatPhrase.CANCELLED, Map.of("title", title, "when", speech.moment(plan.start())));
            case Content.Doubts _, Content.Recap _, Content.Elsewhere _ ->
                throw new IllegalArgumentException("Not for a room to be told by itself: " + content);
        };
    }

    private String announcement(Plan plan, Duration before, Instant now) {
        Map<String, String> values = Map.of(
                "title", plan.script().title(),
                "when", speech.moment(plan.start()),
                "hashtag", plan.hashtag(),
                "left", speech.left(plan.start(), now));
        boolean soon = before.compareTo(Duration.ofHours(2)) < 0;
        return speech.say(soon ? ChatPhrase.ANNOUNCEMENT_SOON : ChatPhrase.ANNOUNCEMENT, values);
    }

    private String welcome(Conversation chat, RoomId room, Duration late) {
        String kept = homes.recap(chat.id(), room)
                .map(address -> speech.say(ChatPhrase.WELCOME_KEPT, Map.of("address", address.toString())))
                .orElseGet(() -> speech.say(ChatPhrase.WELCOME_KEPT_HERE));
        String welcome = chat.plan().script().welcome() + "\n\n" + kept;
        return late.isZero()
                ? welcome
                : speech.say(ChatPhrase.LATE_START, Map.of("late", speech.span(late))) + "\n\n" + welcome;
    }

    private String question(Conversation chat, int question, boolean again, Duration late) {
        Map<String, String> values = Map.of(
                "number", Integer.toString(question),
                "text", chat.questionText(question),
                "title", chat.plan().script().title(),
                "late", speech.span(late));
        ChatPhrase phrase =
                late.isZero() ? again ? ChatPhrase.QUESTION_AGAIN : ChatPhrase.QUESTION : ChatPhrase.QUESTION_LATE;
        return speech.say(phrase, values);
    }

    private String warning(Conversation chat, int question) {
        Map<String, String> values = Map.of(
                "number", Integer.toString(question),
                "minutes", speech.span(chat.warning()));
        boolean last = chat.progress().numbers().last() == question;
        return speech.say(last ? ChatPhrase.WARNING_END : ChatPhrase.WARNING, values);
    }

    private String thanks(Plan plan, Duration late) {
        String next = plan.next()
                .map(at -> speech.say(ChatPhrase.NEXT_TIME, Map.of("when", speech.moment(at))))
                .orElse("");
        String slow =
                plan.slow().isZero() ? "" : speech.say(ChatPhrase.SLOW_TIME, Map.of("slow", speech.span(plan.slow())));
        String thanks =
                speech.say(ChatPhrase.THANKS, Map.of("title", plan.script().title(), "next", next, "slow", slow));
        return late.isZero()
                ? thanks
                : speech.say(ChatPhrase.THANKS_LATE, Map.of("late", speech.span(late))) + "\n\n" + thanks;
    }

    /** The occurrence as a platform's list of events shows it. */
    Occasion occasion(Conversation chat, RoomId room) {
        Plan plan = chat.plan();
        String text =
                speech.say(ChatPhrase.OCCASION, Map.of("title", plan.script().title(), "hashtag", plan.hashtag()));
        Occasion.State state = switch (chat.stage()) {
            case Stage.Waiting _ -> Occasion.State.PLANNED;
            case Stage.Running _ -> Occasion.State.RUNNING;
            case Stage.Slow _ -> Occasion.State.OVER;
            case Stage.Over(var _, Stage.Ending ending) ->
                ending == Stage.Ending.HELD ? Occasion.State.OVER : Occasion.State.CANCELLED;
        };
        return new Occasion(room, plan.series(), text, plan.start(), plan.end(), state);
    }

    /** Asks a person about their own messages that could only be guessed at; empty when there are none left. */
    Optional<String> doubts(Conversation chat, RoomId room, PersonId person) {
        long guesses = chat.messages().stream()
                .filter(heard -> heard.author().equals(person))
                .filter(Heard::isGuess)
                .count();
        if (guesses == 0) {
            return Optional.empty();
        }
        String count = speech.counted(guesses, ChatPhrase.ONE_MESSAGE, ChatPhrase.MESSAGES);
        return Optional.of(homes.own(room)
                .map(address -> speech.say(
                        ChatPhrase.DOUBTS,
                        Map.of(
                                "count",
                                count,
                                "address",
                                address.resolve("/mine").toString())))
                .orElseGet(() -> speech.say(ChatPhrase.DOUBTS_HERE, Map.of("count", count))));
    }
}
