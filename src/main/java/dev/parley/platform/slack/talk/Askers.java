package dev.parley.platform.slack.talk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Caller;
import dev.parley.platform.slack.wire.Names;
import dev.parley.platform.slack.wire.Rooms;
import dev.parley.platform.slack.wire.Rooms.Channel;
import dev.parley.platform.slack.wire.Rooms.Person;
import dev.parley.platform.slack.wire.WebApi;
import dev.parley.platform.talk.Asker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who asks, about which room, and what the settings say that they may. Found out anew for everything that is asked. */
final class Askers {
    private static final int PAGE = 200;
    private static final int PAGES = 20;
    private static final String[] UNSEEN = {"channel_not_found", "missing_scope"};

    private final Hosts hosts;
    private final Groups groups;
    private final Rooms rooms;
    private final Names names;
    private final WebApi api;

    /** One who presses several buttons is asked about once. */
    private final Cache<Key, Boolean> seen = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    private record Key(RoomId room, Person person) {}

    Askers(Means means, Groups groups) {
        this.hosts = means.hosts();
        this.groups = groups;
        this.rooms = means.rooms();
        this.names = means.names();
        this.api = means.api();
    }

    /** The room in which something was done, if it was in one. */
    Optional<RoomId> here(Deed deed) {
        return Optional.ofNullable(rooms.room(deed.team(), deed.channel()));
    }

    /** Who asks about a room. Asks Slack where they are not in it just now. */
    Asker asker(Deed deed, RoomId room) {
        return here(deed).filter(room::equals).isPresent()
                ? new Asker(caller(deed.account()), room, true)
                : asker(deed.account(), room);
    }

    /** Somebody, as they stand to a room. */
    Asker asker(Account account, RoomId room) {
        Caller caller = caller(account);
        return new Asker(caller, room, caller.host() || sees(account, room));
    }

    private Caller caller(Account account) {
        Person person = Rooms.person(account);
        return new Caller(account, name(account), hosts.names(person) || groups.have(person));
    }

    String name(Account account) {
        Person person = Rooms.person(account);
        return names.of(person.team(), person.user()).name();
    }

    /** Whether somebody can see a room. */
    boolean sees(Account account, RoomId room) {
        return seen.get(new Key(room, Rooms.person(account)), this::asked);
    }

    /** A public channel is seen by the whole workspace but for its guests, any other by those who are in it. */
    private boolean asked(Key key) {
        Channel channel = Rooms.channel(key.room());
        boolean open = api.read(
                        channel.team(),
                        methods -> methods.conversationsInfo(request -> request.channel(channel.id())),
                        UNSEEN)
                .filter(answer -> !answer.getChannel().isPrivate())
                .isPresent();
        Person person = key.person();
        boolean ownPeople = api.self(channel.team()).team().equals(person.team())
                && !names.of(person.team(), person.user()).guest();
        return open && ownPeople || isMember(channel, person.user());
    }

    private boolean isMember(Channel channel, String user) {
        String cursor = "";
        for (int pages = PAGES; pages > 0; pages--) {
            String from = cursor;
            var answer = api.read(
                    channel.team(),
                    methods -> methods.conversationsMembers(
                            request -> request.channel(channel.id()).limit(PAGE).cursor(from)),
                    UNSEEN);
            List<String> members = answer.map(one -> one.getMembers()).orElse(List.of());
            if (members.contains(user)) {
                return true;
            }
            cursor = answer.flatMap(one -> Optional.ofNullable(one.getResponseMetadata()))
                    .map(next -> next.getNextCursor())
                    .orElse("");
            if (cursor.isEmpty()) {
                return false;
            }
        }
        return false;
    }

    void forget(Account account) {
        seen.asMap().keySet().removeIf(key -> key.person().equals(Rooms.person(account)));
    }
}
