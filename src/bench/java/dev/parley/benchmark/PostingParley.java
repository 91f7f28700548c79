package dev.parley.benchmark;

import dev.parley.conversation.Consequences;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.Happened;
import dev.parley.conversation.Pace;
import dev.parley.conversation.Plan;
import dev.parley.conversation.Question;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Script;
import dev.parley.engine.Engine;
import dev.parley.platform.discord.DiscordPlatform;
import dev.parley.platform.discord.DiscordSettings.Shards;
import dev.parley.store.Queued;
import dev.parley.store.Settings;
import dev.parley.store.Store;
import dev.parley.store.Stores;
import dev.parley.store.Writing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Parley with a chat in each channel, all of which are to be announced at the same time. Arguments: address of the API, of the gateway,
 * token, file of channels, folder; and, where another instance shares them, the address of the PostgreSQL database and the number of
 * this instance, 0 or 1.
 */
public final class PostingParley {
    private static final Duration AHEAD = Duration.ofHours(24);

    private PostingParley() {}

    /** Runs until its standard input ends. */
    public static void main(String[] arguments) throws Exception {
        List<RoomId> rooms = Files.readAllLines(Path.of(arguments[3])).stream()
                .map(channel -> new RoomId(DiscordPlatform.NAME, channel))
                .toList();
        boolean alone = arguments.length == 5;
        String instance = alone ? "alone" : "instance " + arguments[6] + " " + ProcessHandle.current().pid();
        Path folder = Path.of(arguments[4]);
        Store store = Stores.open(
                alone ? Settings.inFolder(folder) : Settings.onServer(arguments[5], "postgres", "postgres", folder));
        InstantSource clock = InstantSource.system();
        int number = alone ? 0 : Integer.parseInt(arguments[6]);
        DiscordPlatform discord = alone
                ? Parleys.discord(arguments, rooms, clock)
                : Parleys.discord(arguments, new Shards(2, number, number), rooms, store, instance, clock);
        Chats programme = new Chats();
        try (Engine engine = Parleys.engine(store, discord, programme, instance, clock)) {
            engine.start(alone);
            Tally.whenTold((at, count) -> {
                for (int channel = 0; channel < count; channel++) {
                    String name = "chat" + channel + "/" + at;
                    Plan plan = plan(rooms.get(channel), at);
                    programme.add(name, plan);
                    store.write(writing -> keep(writing, new ConversationId(Parleys.COMMUNITY, name), plan, clock.instant()));
                }
            });
        }
        System.exit(0);
    }

    /** As the engine keeps a plan, but for the event of the platform's own that it would set up for each. */
    private static boolean keep(Writing writing, ConversationId id, Plan plan, Instant now) {
        Conversation chat = new Conversation(id);
        Happened planned = new Happened(now, new Event.Planned(plan));
        if (!writing.append(id, 0, List.of(planned), true)) {
            return false;
        }
        chat.apply(planned, _ -> Optional.empty());
        Effect.Wake wake = Consequences.wake(chat, now).orElseThrow();
        writing.enqueue(id, List.of(new Queued(wake.key(), wake.due(), Instant.MAX, wake)));
        return true;
    }

    private static Plan plan(RoomId room, Instant at) {
        Script script = new Script(
                "test",
                "First steps",
                "Welcome.",
                "Who are you?",
                List.of(new Question(1, "What do you try first?", Duration.ofMinutes(10))),
                "Last words?",
                Pace.USUAL);
        return new Plan(
                "Tests",
                "#tests",
                script,
                at.plus(AHEAD),
                at.plus(AHEAD).plus(Duration.ofHours(1)),
                Duration.ofMinutes(10),
                Duration.ofDays(1),
                List.of(AHEAD),
                List.of(room),
                Set.of(),
                Optional.empty());
    }
}
