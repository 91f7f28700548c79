package dev.parley.benchmark;

import dev.parley.conversation.RoomId;
import dev.parley.engine.Engine;
import dev.parley.platform.Account;
import dev.parley.platform.Platform;
import dev.parley.platform.discord.DiscordPlatform;
import dev.parley.platform.discord.DiscordSettings.Shards;
import dev.parley.store.Settings;
import dev.parley.store.Store;
import dev.parley.store.Stores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Parley with partnerships whose meetings have all ended within one stretch of time. Arguments: address of the API, of the gateway, token,
 * file of people with their private channels where they are known, folder, when the first is to be asked in milliseconds since 1970, how
 * many seconds later the last; and, where another instance shares them, the address of the PostgreSQL database and the number of this
 * instance, 0 or 1, of which the first sets all up.
 */
public final class MeetingsParley {
    private MeetingsParley() {}

    /** Runs until its standard input ends. */
    public static void main(String[] arguments) throws Exception {
        boolean alone = arguments.length == 7;
        int number = alone ? 0 : Integer.parseInt(arguments[8]);
        String instance = "instance " + number + " " + ProcessHandle.current().pid();
        Path folder = Path.of(arguments[4]);
        Store store = Stores.open(
                alone ? Settings.inFolder(folder) : Settings.onServer(arguments[7], "postgres", "postgres", folder));
        Partnerships partnerships = new Partnerships(Parleys.COMMUNITY);
        if (number == 0) {
            keep(partnerships, DiscordPlatform.NAME, store, arguments);
        }
        InstantSource clock = InstantSource.system();
        DiscordPlatform discord = alone
                ? Parleys.discord(arguments, Set.of(), clock)
                : Parleys.discord(arguments, new Shards(2, number, number), Set.of(), store, instance, clock);
        run(store, discord, partnerships, instance, alone);
    }

    /** Runs until its standard input ends. */
    static void run(Store store, Platform platform, Partnerships partnerships, String instance, boolean alone)
            throws Exception {
        try (Engine engine = Parleys.engine(
                store,
                platform,
                new Chats(),
                partnerships.voice(),
                instance,
                InstantSource.system(),
                Optional.of(partnerships.coaching()))) {
            engine.start(alone);
            Tally.untilTold();
        }
        System.exit(0);
    }

    /** Puts the partnerships of the people of a platform into a store, as the arguments tell. */
    static void keep(Partnerships partnerships, String platform, Store store, String[] arguments) throws Exception {
        List<Account> people = new ArrayList<>();
        Map<Account, RoomId> rooms = new HashMap<>();
        for (String line : Files.readAllLines(Path.of(arguments[3]))) {
            String[] words = line.split(" ");
            Account account = new Account(platform, words[0]);
            people.add(account);
            if (words.length > 1) {
                rooms.put(account, new RoomId(platform, words[1]));
            }
        }
        Instant first = Instant.ofEpochMilli(Long.parseLong(arguments[5]));
        Duration spread = Duration.ofSeconds(Long.parseLong(arguments[6]));
        int all = people.size() / 2;
        partnerships.keep(store, people, rooms, number -> first.plus(
                spread.multipliedBy(number).dividedBy(all)));
    }
}
