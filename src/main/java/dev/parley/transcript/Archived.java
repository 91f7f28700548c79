package dev.parley.transcript;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Place;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An archive's lines as messages: a message's id is its line number, an author unknown is an empty name. */
public final class Archived {
    /** Seconds between two messages where an archive does not tell: a lively chat's pace. */
    private static final int PACE = 10;

    private Archived() {}

    /**
     * The messages of this archive, in its order.
     *
     * @param name the archive's name, which names their room
     */
    public static List<Said> messages(Transcript transcript, String name) {
        RoomId room = new RoomId("transcript", name);
        List<Said> messages = new ArrayList<>(transcript.lines().size());
        Instant latest = Instant.EPOCH;
        for (Transcript.Line line : transcript.lines()) {
            latest = line.at().orElse(latest.plusSeconds(PACE));
            MessageId id = new MessageId(room, Integer.toString(line.number()));
            messages.add(new Said(id, new PersonId(line.author().orElse("")), line.text(), Place.ROOM, latest));
        }
        return messages;
    }
}
