package dev.parley.engine.coaching;

import dev.parley.coaching.notebook.Notebook;
import dev.parley.coaching.notebook.NotebookEvent;
import dev.parley.coaching.programme.Programme;
import dev.parley.coaching.programme.ProgrammeCommand;
import dev.parley.coaching.programme.ProgrammeEvent;
import dev.parley.coaching.programme.Win;
import dev.parley.conversation.Command;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Event;
import dev.parley.conversation.Fact;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Story;
import dev.parley.conversation.Words;
import dev.parley.engine.Step;
import dev.parley.store.Spoken;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How wins go from notebooks over the programme into chats, and out of them again. The programme keeps all that wait; a chat that opens
 * takes them from there, and what is taken back there, or with what was told, is gone from the chat as well.
 */
final class Crossing {

    private Crossing() {}

    /** What follows from what happens in any story, as it stands before. */
    static List<Step> following(Story story, Fact fact, Words words) {
        return switch (fact) {
            case Event event -> ofChat((Conversation) story, event);
            case NotebookEvent event -> ofNotebook((Notebook) story, event);
            case ProgrammeEvent event ->
                ofProgramme((Programme) story, event, words).toList();
            default -> List.of(); // nothing of partnerships
        };
    }

    private static ConversationId programme(Story story) {
        return new ConversationId(story.id().community(), Programme.KIND + ":all");
    }

    private static List<Step> ofChat(Conversation chat, Event event) {
        String name = chat.id().name();
        boolean over = event instanceof Event.Cancelled || event instanceof Event.Missed;
        if (event instanceof Event.Opened) {
            return List.of(new Step(programme(chat), new ProgrammeCommand.SayWins(name)));
        }
        return over && !chat.wins().isEmpty()
                ? List.of(new Step(programme(chat), new ProgrammeCommand.ReturnWins(name)))
                : List.of();
    }

    private static List<Step> ofNotebook(Notebook notebook, NotebookEvent event) {
        Optional<String> gone = switch (event) {
            case NotebookEvent.LetGo(String commitment, MessageId _) -> Optional.of(commitment);
            case NotebookEvent.TellingDropped(String commitment, MessageId words) ->
                notebook.commitment(commitment)
                        .filter(one -> one.told().equals(List.of(words)))
                        .map(_ -> commitment);
            default -> Optional.empty(); // nothing that was told goes
        };
        return gone
                .map(commitment -> new ProgrammeCommand.TakeWinBack(notebook.person(), commitment))
                .map(ask -> new Step(programme(notebook), ask))
                .stream()
                .toList();
    }

    private static Stream<Step> ofProgramme(Programme programme, ProgrammeEvent event, Words words) {
        return switch (event) {
            case ProgrammeEvent.WinSaid(PersonId by, String commitment, String chat) ->
                programme.win(by, commitment).stream()
                        .map(win -> said(programme, chat, by, win.words(), win.text(), Optional.empty()));
            case ProgrammeEvent.WinOffered(var by, var commitment, MessageId now, Optional<MessageId> before)
            when before.isPresent() ->
                programme.win(by, commitment).flatMap(Win::chat).stream()
                        .map(chat ->
                                said(programme, chat, by, now, words.of(now).orElse(""), before));
            case ProgrammeEvent.WinTakenBack(PersonId by, String commitment, MessageId _) ->
                programme.win(by, commitment).stream().flatMap(win -> takenBack(programme, win));
            case ProgrammeEvent.WinReturned(PersonId by, String commitment) ->
                programme.win(by, commitment).stream().flatMap(win -> takenBack(programme, win));
            case ProgrammeEvent.Forgotten(PersonId person) ->
                programme.wins(person).stream().flatMap(win -> takenBack(programme, win));
            default -> Stream.empty(); // nothing of wins
        };
    }

    private static Step said(
            Programme programme, String chat, PersonId by, MessageId words, String text, Optional<MessageId> before) {
        return new Step(
                new ConversationId(programme.id().community(), chat),
                new Command.SayWin(words, by, before),
                Map.of(words, new Spoken(by, text)));
    }

    private static Stream<Step> takenBack(Programme programme, Win win) {
        return win
                .chat()
                .map(chat -> new Step(
                        new ConversationId(programme.id().community(), chat), new Command.TakeWinBack(win.words())))
                .stream();
    }
}
