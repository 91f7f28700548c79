package dev.parley.platform.discord;

import dev.parley.conversation.MessageId;
import dev.parley.platform.Letters;
import dev.parley.platform.Occasion;
import dev.parley.platform.discord.wire.DiscordText;
import dev.parley.platform.discord.wire.Guilds;
import dev.parley.platform.discord.wire.Links;
import dev.parley.platform.discord.wire.Reader;
import dev.parley.platform.discord.wire.Requests;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Scheduled events of a server: one for each occurrence, since Discord's own recurrence jumps when the clocks change. */
final class Occasions {
    /** How the status of an event is told to Discord, which lets it go from planned to running to over, or from planned to cancelled. */
    private static final int SCHEDULED = 1;

    private static final int ACTIVE = 2;
    private static final int COMPLETED = 3;
    private static final int CANCELLED = 4;

    /** An event that is held elsewhere than in a voice channel. */
    private static final int ELSEWHERE = 3;

    private static final int FOR_THE_SERVER = 2;
    private static final int NAME = 100;
    private static final int DESCRIPTION = 1_000;

    private final Requests requests;
    private final Guilds guilds;
    private final InstantSource clock;

    Occasions(Requests requests, Guilds guilds, InstantSource clock) {
        this.requests = requests;
        this.guilds = guilds;
        this.clock = clock;
    }

    /** One at a time, since chats in two rooms of a server can have one event between them. */
    synchronized Optional<MessageId> bringUpToDate(Occasion occasion, Optional<MessageId> standing) {
        String guild = guilds.of(occasion.room().id());
        Optional<DataObject> event = standing.flatMap(id -> event(guild, id.id()))
                .filter(one -> isToCome(one) || occasion.state() != Occasion.State.PLANNED)
                .or(() -> same(guild, occasion));
        if (event.isPresent()) {
            change(guild, event.get(), occasion);
            return event.map(one -> new MessageId(occasion.room(), one.getString("id")));
        }
        return occasion.state() == Occasion.State.PLANNED && occasion.start().isAfter(clock.instant())
                ? Optional.of(make(guild, occasion))
                : standing;
    }

    private Optional<DataObject> event(String guild, String id) {
        return requests.find(
                Route.Guilds.GET_SCHEDULED_EVENT.compile(guild, id), ErrorResponse.UNKNOWN_SCHEDULED_EVENT);
    }

    private static boolean isToCome(DataObject event) {
        int status = event.getInt("status");
        return status == SCHEDULED || status == ACTIVE;
    }

    /** One that was made just before a crash, so that nobody knows of it; or the one of another room where the same chat is. */
    private Optional<DataObject> same(String guild, Occasion occasion) {
        String place = place(guild, occasion);
        String title = title(occasion);
        Instant start = occasion.start().truncatedTo(ChronoUnit.MICROS); // as Discord keeps it
        List<DataObject> events = requests.list(Route.Guilds.GET_SCHEDULED_EVENTS.compile(guild));
        return events.stream()
                .filter(Occasions::isToCome)
                .filter(event ->
                        event.getString("name").equals(title) || place(event).equals(place))
                .filter(event ->
                        Reader.instant(event.getString("scheduled_start_time")).equals(start))
                .findFirst();
    }

    private static String place(DataObject event) {
        return event.optObject("entity_metadata")
                .map(where -> where.getString("location", ""))
                .orElse("");
    }

    private static String title(Occasion occasion) {
        return Letters.shortened(occasion.title().strip(), NAME);
    }

    private MessageId make(String guild, Occasion occasion) {
        DataObject wish = described(occasion)
                .put("privacy_level", FOR_THE_SERVER)
                .put("entity_type", ELSEWHERE)
                .put("entity_metadata", DataObject.empty().put("location", place(guild, occasion)));
        DataObject made = requests.send(Route.Guilds.CREATE_SCHEDULED_EVENT.compile(guild), wish, List.of());
        return new MessageId(occasion.room(), made.getString("id"));
    }

    /** Where it is, is said once: the room that had it first. */
    private DataObject described(Occasion occasion) {
        Instant end = occasion.end().isAfter(occasion.start())
                ? occasion.end()
                : occasion.start().plusSeconds(60);
        return DataObject.empty()
                .put("name", title(occasion))
                .put(
                        "description",
                        DiscordText.parts(occasion.text(), DESCRIPTION).getFirst())
                .put("scheduled_start_time", occasion.start().toString())
                .put("scheduled_end_time", end.toString());
    }

    private static String place(String guild, Occasion occasion) {
        return Links.toChannel(guild, occasion.room().id()).toString();
    }

    private void change(String guild, DataObject event, Occasion occasion) {
        int status = event.getInt("status");
        String id = event.getString("id");
        switch (occasion.state()) {
            case PLANNED -> {
                if (status == SCHEDULED && occasion.start().isAfter(clock.instant())) {
                    patch(guild, id, described(occasion));
                }
            }
            case RUNNING -> {
                if (status == SCHEDULED) {
                    status(guild, id, ACTIVE);
                }
            }
            case OVER -> {
                if (status == SCHEDULED) {
                    status(guild, id, ACTIVE);
                }
                if (status == SCHEDULED || status == ACTIVE) {
                    status(guild, id, COMPLETED);
                }
            }
            case CANCELLED -> {
                if (status == SCHEDULED || status == ACTIVE) {
                    status(guild, id, status == SCHEDULED ? CANCELLED : COMPLETED);
                }
            }
        }
    }

    private void status(String guild, String id, int status) {
        patch(guild, id, DataObject.empty().put("status", status));
    }

    private void patch(String guild, String id, DataObject change) {
        requests.send(
                Route.Guilds.MODIFY_SCHEDULED_EVENT.compile(guild, id),
                change,
                ErrorResponse.UNKNOWN_SCHEDULED_EVENT,
                ErrorResponse.CANNOT_UPDATE_FINISHED_EVENT);
    }
}
