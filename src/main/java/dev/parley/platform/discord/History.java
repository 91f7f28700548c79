package dev.parley.platform.discord;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Incoming;
import dev.parley.platform.discord.Places.Spot;
import dev.parley.platform.discord.Places.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What a room and its threads say now of the time since: what is new, what was edited, what is gone. */
final class History {
    private static final int PAGE = 100;

    private final Requests requests;
    private final Places places;
    private final Guilds guilds;
    private final Supplier<String> self;

    History(Requests requests, Places places, Guilds guilds, Supplier<String> self) {
        this.requests = requests;
        this.places = places;
        this.guilds = guilds;
        this.self = self;
    }

    List<Incoming> since(RoomId room, Instant from, Set<MessageId> known) {
        String guild = guilds.of(room.id());
        List<Incoming> told = new ArrayList<>();
        List<Incoming.Said> standing = new ArrayList<>();
        channels(room, guild, from, known).forEach((channel, spot) -> {
            Set<MessageId> seen = new HashSet<>();
            for (DataObject message : messages(spot, from)) {
                MessageId id = spot.message(message.getString("id"));
                seen.add(id);
                Reader.said(message, spot, self.get(), guild).ifPresent(standing::add);
            }
            known.stream()
                    .filter(id -> Places.target(id).channel().equals(channel))
                    .filter(id -> !seen.contains(id) && couldBeSeen(id, from))
                    .map(Incoming.Unsaid::new)
                    .forEach(told::add);
        });
        standing.sort(Comparator.comparing(Incoming.Said::at)
                .thenComparing(said -> said.message().id()));
        told.addAll(standing);
        return told;
    }

    /** An answer by a dialog stands in no history; what was said before is not looked at. */
    private static boolean couldBeSeen(MessageId id, Instant from) {
        Target target = Places.target(id);
        return Snowflake.isOne(target.message())
                && !Snowflake.time(target.message()).isBefore(from);
    }

    /** The room, its threads that are awake, those that went to sleep since, and those of which something is known. */
    private Map<String, Spot> channels(RoomId room, String guild, Instant from, Set<MessageId> known) {
        Set<String> threads = new LinkedHashSet<>(places.threads(room));
        known.stream().map(id -> Places.target(id).channel()).forEach(threads::add);
        threads.addAll(awake(room, guild));
        threads.addAll(asleep(room, from));
        threads.remove(room.id());
        Map<String, Spot> channels = new LinkedHashMap<>();
        channels.put(room.id(), new Spot(room, null));
        threads.forEach(thread -> {
            places.learn(thread, room.id());
            channels.put(thread, new Spot(room, thread));
        });
        return channels;
    }

    private List<String> awake(RoomId room, String guild) {
        return requests.get(Route.Guilds.LIST_ACTIVE_THREADS.compile(guild)).getArray("threads").stream(
                        DataArray::getObject)
                .filter(Places::isPublicThread)
                .filter(thread -> room.id().equals(thread.getString("parent_id", "")))
                .map(thread -> thread.getString("id"))
                .toList();
    }

    private List<String> asleep(RoomId room, Instant from) {
        List<String> threads = new ArrayList<>();
        Route.CompiledRoute route =
                Route.Channels.LIST_PUBLIC_ARCHIVED_THREADS.compile(room.id()).withQueryParams("limit", "" + PAGE);
        DataObject page = requests.get(route);
        while (true) {
            List<DataObject> some =
                    page.getArray("threads").stream(DataArray::getObject).toList();
            some.stream()
                    .filter(thread -> !archived(thread).isBefore(from))
                    .map(thread -> thread.getString("id"))
                    .forEach(threads::add);
            if (!page.getBoolean("has_more")
                    || some.isEmpty()
                    || archived(some.getLast()).isBefore(from)) {
                return threads;
            }
            page = requests.get(
                    route.withQueryParams("before", archived(some.getLast()).toString()));
        }
    }

    /** The latest come first. */
    private static Instant archived(DataObject thread) {
        return Reader.instant(thread.getObject("thread_metadata").getString("archive_timestamp"));
    }

    /** All messages of a place since a time, in order. A channel that is gone has none. */
    private List<DataObject> messages(Spot spot, Instant from) {
        List<DataObject> all = new ArrayList<>();
        String after = Snowflake.before(from);
        List<DataObject> page;
        do {
            Route.CompiledRoute route = Route.Messages.GET_MESSAGE_HISTORY
                    .compile(spot.channel())
                    .withQueryParams("limit", Integer.toString(PAGE), "after", after);
            page = requests.list(route, ErrorResponse.UNKNOWN_CHANNEL).stream()
                    .sorted(Comparator.comparingLong(message -> message.getLong("id")))
                    .toList();
            all.addAll(page);
            after = page.isEmpty() ? after : page.getLast().getString("id");
        } while (page.size() == PAGE);
        return all;
    }
}
