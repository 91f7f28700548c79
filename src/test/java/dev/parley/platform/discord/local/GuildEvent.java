package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A scheduled event of a guild. */
public final class GuildEvent {

    /** Where it stands, with Discord's number for it. */
    public enum Status {
        SCHEDULED,
        ACTIVE,
        COMPLETED,
        CANCELED;

        int number() {
            return ordinal() + 1;
        }
    }

    final Guild guild;
    final long id;
    final User creator;
    ObjectNode fields;
    Status status = Status.SCHEDULED;
    boolean deleted;

    GuildEvent(Guild guild, long id, User creator, ObjectNode fields) {
        this.guild = guild;
        this.id = id;
        this.creator = creator;
        this.fields = fields;
    }

    public long id() {
        return id;
    }

    public String name() {
        return fields.path("name").asText();
    }

    public String description() {
        return fields.path("description").asText("");
    }

    /** Where it takes place, as people read it; empty in a voice channel. */
    public String location() {
        return fields.path("entity_metadata").path("location").asText("");
    }

    public Instant start() {
        return Times.instant(fields.path("scheduled_start_time").asText());
    }

    public @Nullable Instant end() {
        JsonNode end = fields.get("scheduled_end_time");
        return end == null || end.isNull() ? null : Times.instant(end.asText());
    }

    public Status status() {
        return status;
    }

    /** Whether somebody has removed it, which is not the same as cancelling. */
    public boolean isDeleted() {
        return deleted;
    }

    boolean isToCome() {
        return !deleted && (status == Status.SCHEDULED || status == Status.ACTIVE);
    }

    void tell(String type) {
        guild.world.gateway.tell(Dispatch.ofGuild(type, guild, Intent.GUILD_SCHEDULED_EVENTS, json()));
    }

    ObjectNode json() {
        int entity = fields.path("entity_type").asInt();
        ObjectNode json = Json.object()
                .put("id", Long.toString(id))
                .put("guild_id", Long.toString(guild.id))
                .put("creator_id", Long.toString(creator.id))
                .put("name", name())
                .put("scheduled_start_time", Times.text(start()))
                .put("privacy_level", 2)
                .put("status", status.number())
                .put("entity_type", entity)
                .putNull("entity_id")
                .put("user_count", 0)
                .putNull("image")
                .putNull("recurrence_rule");
        Instant end = end();
        json.put("scheduled_end_time", end == null ? null : Times.text(end));
        json.set("channel_id", entity == 3 ? null : fields.get("channel_id"));
        json.set("description", fields.get("description"));
        if (entity == 3) {
            json.putObject("entity_metadata").put("location", location());
        } else {
            json.putNull("entity_metadata");
        }
        json.set("creator", creator.json());
        return json;
    }
}
