package dev.parley.engine.coaching;

import dev.parley.conversation.Pace;
import dev.parley.conversation.Plan;
import dev.parley.conversation.Question;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Script;
import dev.parley.engine.Programme;
import dev.parley.engine.ScheduledChat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A community that holds a chat, whose recap everybody may read, with the names of those who spoke, and others of which only the opening counts. */
record Talk(Instant start) implements Programme {

    static final String NAME = "talk/tonight";
    static final RoomId ROOM = new RoomId(PrivateRooms.NAME, "commons");

    /** What the keys of all that is said in those others begin with. */
    static final String OPENING = "talk/opening-";

    private static final int OPENINGS = 12;

    private Instant at(int number) {
        return start.plus(Duration.ofDays(4L * number));
    }

    private static Plan plan(Instant start) {
        Pace pace = new Pace(
                Duration.ofMinutes(3),
                Duration.ofMinutes(5),
                Duration.ofMinutes(1),
                25,
                Duration.ofMinutes(10),
                Duration.ZERO);
        Script script = new Script(
                "doors",
                "Doors",
                "Welcome.",
                "Who is there?",
                List.of(new Question(1, "Who opens the door?", Duration.ofMinutes(20))),
                "What do you take home?",
                pace);
        return new Plan(
                "Talk",
                "#talk",
                script,
                start,
                start.plus(Duration.ofMinutes(30)),
                Duration.ofMinutes(2),
                Duration.ofHours(1),
                List.of(),
                List.of(ROOM),
                Set.of(),
                Optional.empty());
    }

    @Override
    public List<ScheduledChat> upcoming(Instant now) {
        return IntStream.rangeClosed(0, OPENINGS)
                .filter(number -> !now.isAfter(at(number)))
                .mapToObj(number -> new ScheduledChat(number == 0 ? NAME : OPENING + number, plan(at(number))))
                .toList();
    }

    @Override
    public Optional<ScheduledChat> onArrival(RoomId room, Instant now) {
        return Optional.empty();
    }

    @Override
    public Publishing publishing(String chat) {
        return new Publishing(Readers.PUBLIC, true, true);
    }

    @Override
    public List<Notice> notices(Instant now) {
        return List.of();
    }
}
