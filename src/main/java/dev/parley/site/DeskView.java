package dev.parley.site;

import dev.parley.web.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One chat on the desk.
 *
 * @param address the page's own address
 * @param now the server's time, as ISO 8601
 * @param stage how it stands, in words
 * @param question the open question, if there is one
 * @param until when the next thing is planned, as ISO 8601
 * @param undo until when the last verb can be taken back, as ISO 8601
 * @param verbs plain verbs that make sense now
 * @param trouble why the last try did not work
 * @param people who could be a co-host
 */
public record DeskView(
        Frame frame,
        String address,
        String token,
        String now,
        String title,
        String when,
        String stage,
        @Nullable String question,
        @Nullable String until,
        String pattern,
        String left,
        @Nullable String undo,
        String undoPattern,
        List<Button> verbs,
        boolean end,
        boolean add,
        boolean jump,
        List<Choice> people,
        @Nullable String trouble,
        String typed,
        List<Item> agenda,
        List<RoomLine> rooms,
        List<Message> doubts,
        List<Message> messages,
        List<Choice> places) {

    public DeskView {
        verbs = List.copyOf(verbs);
        people = List.copyOf(people);
        agenda = List.copyOf(agenda);
        rooms = List.copyOf(rooms);
        doubts = List.copyOf(doubts);
        messages = List.copyOf(messages);
        places = List.copyOf(places);
    }

    /** A verb to press; a strong one is the likely next. */
    public record Button(String verb, String words, boolean strong) {}

    /** One of several. */
    public record Choice(String value, String words) {}

    /** A question on the agenda; {@code state} is {@code now}, {@code asked}, {@code skipped} or {@code ahead}. */
    public record Item(int number, String text, String state, String words, String answers) {}

    /** A room, who is there, and what does not work. */
    public record RoomLine(String name, String people, List<String> troubles) {

        public RoomLine {
            troubles = List.copyOf(troubles);
        }
    }

    /** A message and where it was filed; {@code place} is the value of that among the choices. */
    public record Message(
            String room,
            String id,
            String name,
            String at,
            String clock,
            String text,
            String filed,
            String place,
            boolean sure,
            boolean late) {}
}
