package dev.parley.platform.discord;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Incoming;
import dev.parley.platform.discord.wire.Backlog;
import dev.parley.platform.discord.wire.Guilds;
import dev.parley.platform.discord.wire.Members;
import dev.parley.platform.discord.wire.Places;
import dev.parley.platform.discord.wire.Places.Spot;
import dev.parley.platform.discord.wire.Places.Target;
import dev.parley.platform.discord.wire.Reader;
import dev.parley.platform.discord.wire.Requests;
import dev.parley.platform.discord.wire.Snowflake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What a room and its threads say now of the time since: what is new, what was edited, what is gone. */
final class History {
    private static final int PAGE = 100;

    private final Requests requests;
    private final Backlog backlog;
    private final Places places;
    private final Guilds guilds;
    private final Members members;
    private final Supplier<String> self;

    /** A message that stands there, and what somebody says in it. */
    private record Found(DataObject message, Spot spot, Incoming.Said said) {}

    History(Requests requests, Places places, Guilds guilds, Members members, Supplier<String> self) {
        this.requests = requests;
        this.backlog = new Backlog(requests, () -> {});
        this.places = places;
        this.guilds = guilds;
        this.members = members;
        this.self = self;
    }

    List<Incoming> since(RoomId room, Instant from, Set<MessageId> known) {
        String guild = guilds.of(room.id());
        List<Incoming> told = new ArrayList<>();
        List<Found> found = new ArrayList<>();
        channels(room, guild, from, known).forEach((channel, spot) -> {
            Set<MessageId> seen = new HashSet<>();
            // A channel that is gone has none.
            for (DataObject message : backlog.since(spot.channel(), from, ErrorResponse.UNKNOWN_CHANNEL)) {
                MessageId id = spot.message(message.getString("id"));
                seen.add(id);
                read(message, spot, guild).ifPresent(said -> found.add(new Found(message, spot, said)));
            }
            known.stream()
                    .filter(id -> Places.target(id).channel().equals(channel))
                    .filter(id -> !seen.contains(id) && couldBeSeen(id, from))
                    .map(Incoming.Unsaid::new)
                    .forEach(told::add);
        });
        List<Incoming.Said> standing = named(found, guild, known);
        standing.sort(Comparator.comparing(Incoming.Said::at)
                .thenComparing(said -> said.message().id()));
        told.addAll(standing);
        return told;
    }

    private Optional<Incoming.Said> read(DataObject message, Spot spot, String guild) {
        return Reader.said(message, spot, self.get(), guild);
    }

    /** People are called what they are called in the server. Whose name is kept with earlier messages, is not named again. */
    private List<Incoming.Said> named(List<Found> found, String guild, Set<MessageId> known) {
        Set<Account> kept = found.stream()
                .map(Found::said)
                .filter(said -> known.contains(said.message()))
                .map(Incoming.Said::author)
                .collect(Collectors.toSet());
        List<Incoming.Said> named = new ArrayList<>();
        for (Found one : found) {
            if (!known.contains(one.said().message()) || Reader.isEdited(one.message())) {
                members.completeMentioned(one.message(), guild);
            }
            boolean nameless = kept.contains(one.said().author());
            if (!nameless) {
                members.completeAuthor(one.message(), guild);
            }
            read(one.message(), one.spot(), guild)
                    .map(said -> nameless ? withoutName(said) : said)
                    .ifPresent(named::add);
        }
        return named;
    }

    private static Incoming.Said withoutName(Incoming.Said said) {
        return new Incoming.Said(
                said.message(), said.author(), "", said.text(), said.place(), said.at(), said.revised());
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
}
