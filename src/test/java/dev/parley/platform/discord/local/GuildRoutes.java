package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Answer;
import dev.parley.platform.local.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Guilds, their members, roles, channels, threads and scheduled events. */
final class GuildRoutes {
    private static final int EXTERNAL = 3;
    private static final int MOST_TO_COME = 100;
    private final World world;

    GuildRoutes(World world) {
        this.world = world;
    }

    void addTo(Routes routes) {
        String events = "/guilds/{}/scheduled-events";
        routes.on("GET", "/guilds/{}", call -> Answer.of(guild(call).json()));
        routes.on("GET", "/guilds/{}/roles", this::roles);
        routes.on("GET", "/guilds/{}/channels", this::channels);
        routes.on("GET", "/guilds/{}/members", this::members);
        routes.on("GET", "/guilds/{}/members/{}", this::member);
        routes.on("GET", "/guilds/{}/threads/active", this::activeThreads);
        routes.on("GET", events, this::events);
        routes.on("POST", events, this::plan);
        routes.on("GET", events + "/{}", call -> Answer.of(event(call).json()));
        routes.on("PATCH", events + "/{}", this::change);
        routes.on("DELETE", events + "/{}", this::remove);
    }

    private Guild guild(RestCall call) {
        return world.visibleGuild(call.id(0));
    }

    private Answer roles(RestCall call) {
        ArrayNode all = Json.array();
        guild(call).roles.values().forEach(role -> all.add(role.json()));
        return Answer.of(all);
    }

    private Answer channels(RestCall call) {
        ArrayNode all = Json.array();
        guild(call).channels.values().forEach(channel -> all.add(channel.json()));
        return Answer.of(all);
    }

    private Answer members(RestCall call) {
        if ((world.grantedIntents & Intent.GUILD_MEMBERS) == 0) {
            throw Refusal.missingAccess();
        }
        Long after = call.askedId("after");
        ArrayNode all = Json.array();
        guild(call).members.values().stream()
                .filter(member -> after == null || member.user.id > after)
                .limit(call.asked("limit", 1, 1, 1000))
                .forEach(member -> all.add(member.json()));
        return Answer.of(all);
    }

    private Answer member(RestCall call) {
        Membership member = guild(call).members.get(call.id(1));
        if (member == null) {
            throw world.users.containsKey(call.id(1))
                    ? Refusal.unknown(10007, "Member")
                    : Refusal.unknown(10013, "User");
        }
        return Answer.of(member.json());
    }

    private Answer activeThreads(RestCall call) {
        ObjectNode page = Json.object();
        ArrayNode threads = page.putArray("threads");
        ArrayNode members = page.putArray("members");
        guild(call).activeThreads().stream()
                .filter(thread -> thread.sees(world.bot))
                .forEach(thread -> {
                    threads.add(thread.json());
                    if (thread.threadMembers.contains(world.bot)) {
                        members.add(thread.threadMember(world.bot));
                    }
                });
        return Answer.of(page);
    }

    private Answer events(RestCall call) {
        ArrayNode all = Json.array();
        guild(call).events.values().stream().filter(GuildEvent::isToCome).forEach(event -> all.add(event.json()));
        return Answer.of(all);
    }

    private GuildEvent event(RestCall call) {
        GuildEvent event = guild(call).events.get(call.id(1));
        if (event == null || event.deleted) {
            throw Refusal.unknown(10070, "Guild Scheduled Event");
        }
        return event;
    }

    private void needsToPlan(Guild guild, @Nullable GuildEvent event) {
        long permissions = guild.membership(world.bot).permissions();
        boolean own = event == null || event.creator == world.bot;
        if (!Permission.MANAGE_EVENTS.in(permissions) && !(own && Permission.CREATE_EVENTS.in(permissions))) {
            throw Refusal.missingPermissions();
        }
    }

    private Answer plan(RestCall call) {
        Guild guild = guild(call);
        needsToPlan(guild, null);
        ObjectNode fields = (ObjectNode) call.body().deepCopy();
        check(guild, fields, true);
        if (guild.events.values().stream().filter(GuildEvent::isToCome).count() >= MOST_TO_COME) {
            throw new Refusal(
                    400, 30038, "Maximum number of uncompleted guild scheduled events has been reached (100)");
        }
        GuildEvent event = new GuildEvent(guild, world.ids.next(), world.bot, fields);
        guild.events.put(event.id, event);
        event.tell("GUILD_SCHEDULED_EVENT_CREATE");
        return Answer.of(event.json());
    }

    private static void check(Guild guild, JsonNode fields, boolean isNew) {
        MessageForm.required("name", fields.path("name"), 100);
        MessageForm.length("description", fields.path("description").asText(""), 1000);
        Instant start = time("scheduled_start_time", fields);
        if (start == null) {
            throw Refusal.form("scheduled_start_time", "BASE_TYPE_REQUIRED", "This field is required");
        }
        if (isNew && start.isBefore(Instant.now())) {
            throw Refusal.form(
                    "scheduled_start_time",
                    "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST",
                    "Cannot schedule event in the past.");
        }
        Instant end = time("scheduled_end_time", fields);
        if (end != null && !end.isAfter(start)) {
            throw Refusal.form(
                    "scheduled_end_time",
                    "GUILD_SCHEDULED_EVENT_END_BEFORE_START",
                    "Cannot schedule event to end before start.");
        }
        place(guild, fields, end);
    }

    private static void place(Guild guild, JsonNode fields, @Nullable Instant end) {
        int entity = fields.path("entity_type").asInt();
        if (entity < 1 || entity > EXTERNAL) {
            throw Refusal.form("entity_type", "BASE_TYPE_CHOICES", "Value must be one of (1, 2, 3).");
        }
        if (entity == EXTERNAL) {
            MessageForm.required(
                    "entity_metadata.location", fields.path("entity_metadata").path("location"), 100);
            if (end == null) {
                throw Refusal.form("scheduled_end_time", "BASE_TYPE_REQUIRED", "This field is required");
            }
        } else if (!guild.channels.containsKey(fields.path("channel_id").asLong())) {
            throw Refusal.unknownChannel();
        }
    }

    private static @Nullable Instant time(String name, JsonNode fields) {
        if (!fields.hasNonNull(name)) {
            return null;
        }
        if (!Times.isTime(fields.path(name).asText())) {
            throw Refusal.form(
                    name, "DATE_TIME_TYPE_PARSE", "Could not parse " + fields.path(name) + ". Should be ISO8601.");
        }
        return Times.instant(fields.path(name).asText());
    }

    private Answer change(RestCall call) {
        Guild guild = guild(call);
        GuildEvent event = event(call);
        needsToPlan(guild, event);
        ObjectNode fields = event.fields.deepCopy();
        fields.setAll((ObjectNode) call.body());
        fields.remove("status");
        if (!event.isToCome()) {
            throw new Refusal(400, 180000, "Cannot update a finished event");
        }
        check(guild, fields, false);
        if (call.body().has("status")) {
            event.status = moved(event.status, call.body().path("status").asInt());
        }
        event.fields = fields;
        event.tell("GUILD_SCHEDULED_EVENT_UPDATE");
        return Answer.of(event.json());
    }

    /** Planned to running or cancelled, running to over, and nothing else. */
    private static GuildEvent.Status moved(GuildEvent.Status from, int number) {
        boolean valid = switch (from) {
            case SCHEDULED -> number == 1 || number == 2 || number == 4;
            case ACTIVE -> number == 2 || number == 3;
            case COMPLETED, CANCELED -> false;
        };
        if (!valid) {
            throw Refusal.form("status", "TRANSITION_INVALID", "Invalid Guild Scheduled Event Status Transition");
        }
        return GuildEvent.Status.values()[number - 1];
    }

    private Answer remove(RestCall call) {
        Guild guild = guild(call);
        GuildEvent event = event(call);
        needsToPlan(guild, event);
        event.deleted = true;
        event.tell("GUILD_SCHEDULED_EVENT_DELETE");
        return Answer.done();
    }
}
