package dev.parley.benchmark;

import dev.parley.conversation.Pace;
import dev.parley.conversation.Plan;
import dev.parley.conversation.Question;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Script;
import dev.parley.engine.Engine;
import dev.parley.engine.OneChat;
import dev.parley.engine.Programme;
import dev.parley.engine.ScheduledChat;
import dev.parley.platform.Facilitator;
import dev.parley.platform.Platform;
import dev.parley.platform.discord.DiscordPlatform;
import dev.parley.store.Store;
import dev.parley.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Parley in a running chat, whole: its adapter, its engine, its store. A message counts when the adapter is told that it is safe.
 * Arguments: address of the API, of the gateway, token, channel, folder, two numbers to be said.
 */
public final class ReceivingParley {
    private static final String CHAT = "test/now";

    private ReceivingParley() {}

    /** Runs until its standard input ends. */
    public static void main(String[] arguments) throws Exception {
        Tally tally = new Tally(Integer.parseInt(arguments[5]), Integer.parseInt(arguments[6]));
        RoomId room = new RoomId(DiscordPlatform.NAME, arguments[3]);
        InstantSource clock = InstantSource.system();
        Store store = Stores.open(dev.parley.store.Settings.inFolder(Path.of(arguments[4])));
        Platform discord = Parleys.discord(arguments, Set.of(room), clock);
        Programme programme = programme(room, clock.instant());
        try (Engine engine = Parleys.engine(store, counted(discord, tally), programme, "alone", clock)) {
            engine.start(true);
            awaitQuestion(engine, room);
            Tally.untilTold();
        }
        System.exit(0);
    }

    /** One chat that begins now. */
    static Programme programme(RoomId room, Instant now) {
        return new OneChat(new ScheduledChat(CHAT, plan(room, now)));
    }

    /** A chat that begins now, and puts its first question a second later. */
    private static Plan plan(RoomId room, Instant now) {
        Duration quarter = Duration.ofMinutes(15);
        Pace pace = new Pace(
                Duration.ofSeconds(1), Duration.ofMinutes(4), Duration.ofSeconds(40), 25, quarter, Duration.ZERO);
        List<Question> questions = List.of(
                new Question(1, "What do you try first?", quarter),
                new Question(2, "Who helps you?", quarter),
                new Question(3, "What comes next?", quarter));
        Script script = new Script("test", "First steps", "Welcome.", "Who are you?", questions, "Last words?", pace);
        return new Plan(
                "Tests",
                "#tests",
                script,
                now.plusSeconds(1),
                now.plus(Duration.ofHours(1)),
                Duration.ofMinutes(10),
                Duration.ofDays(1),
                List.of(),
                List.of(room),
                Set.of(),
                Optional.empty());
    }

    static void awaitQuestion(Engine engine, RoomId room) throws InterruptedException {
        while (engine.facilitator().shown(room).stream().noneMatch(post -> post.text().contains("What do you try"))) {
            Thread.sleep(100);
        }
    }

    /** The platform, but that what it is told about each thing it has heard is counted. */
    private static Platform counted(Platform platform, Tally tally) {
        return StandIn.of(Platform.class, (method, arguments) -> {
            if (method.getName().equals("start")) {
                platform.start(counted((Facilitator) arguments[0], tally));
                return null;
            }
            return method.invoke(platform, arguments);
        });
    }

    private static Facilitator counted(Facilitator facilitator, Tally tally) {
        return StandIn.of(Facilitator.class, (method, arguments) -> {
            Object answer = method.invoke(facilitator, arguments);
            if (method.getName().equals("hear")) {
                ((CompletionStage<?>) answer).whenComplete((_, trouble) -> tally.add(trouble == null ? 1 : 0));
            }
            return answer;
        });
    }
}
