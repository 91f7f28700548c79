package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What people do with commands, menus, buttons and forms. */
final class Interactions {
    static final int COMMAND = 2;
    static final int COMPONENT = 3;
    static final int COMPLETION = 4;
    static final int SUBMISSION = 5;
    final Commands global;
    private final World world;
    private final Map<Guild, Commands> perGuild = new HashMap<>();
    private final Map<Long, Interaction> byId = new HashMap<>();
    private final Map<String, Interaction> byToken = new HashMap<>();

    Interactions(World world) {
        this.world = world;
        global = new Commands(world, null);
    }

    Commands of(Guild guild) {
        return perGuild.computeIfAbsent(guild, unseen -> new Commands(world, guild));
    }

    @Nullable
    Interaction withId(long id) {
        return byId.get(id);
    }

    @Nullable
    Interaction withToken(String token) {
        return byToken.get(token);
    }

    Interaction command(User user, Channel channel, String line, Map<String, ?> options) {
        synchronized (world) {
            ObjectNode data =
                    new CommandLine(channel, registered(user, channel, Commands.SLASH, line), line).data(options, null);
            return begin(user, channel, COMMAND, data, null);
        }
    }

    Interaction completion(User user, Channel channel, String line, String option, String prefix) {
        synchronized (world) {
            ObjectNode data = new CommandLine(channel, registered(user, channel, Commands.SLASH, line), line)
                    .data(Map.of(option, prefix), option);
            return begin(user, channel, COMPLETION, data, null);
        }
    }

    Interaction menu(User user, String name, MessageRecord message) {
        synchronized (world) {
            ObjectNode command = registered(user, message.channel, Commands.MESSAGE_MENU, name);
            ObjectNode data = Json.object()
                    .put("id", command.path("id").asText())
                    .put("name", name)
                    .put("type", Commands.MESSAGE_MENU)
                    .put("target_id", Long.toString(message.id));
            data.putObject("resolved").putObject("messages").set(Long.toString(message.id), message.json());
            return begin(user, message.channel, COMMAND, data, null);
        }
    }

    private ObjectNode registered(User user, Channel channel, int type, String line) {
        String name = type == Commands.SLASH ? line.substring(1).split(" ")[0] : line;
        Guild guild = channel.guild;
        ObjectNode command = guild == null ? null : of(guild).find(type, name);
        command = command == null ? global.find(type, name) : command;
        if (command == null) {
            throw new IllegalStateException("no command \"" + name + "\" is registered");
        }
        JsonNode needed = command.path("default_member_permissions");
        if (guild != null && !needed.isNull() && !needed.isMissingNode()) {
            long permissions = channel.permissions(user);
            if ((permissions & needed.asLong()) != needed.asLong() && permissions != Permission.EVERYTHING
                    || needed.asLong() == 0 && permissions != Permission.EVERYTHING) {
                throw new IllegalStateException(user.name + " does not see /" + name);
            }
        }
        if (guild != null && !channel.may(user, Permission.USE_APPLICATION_COMMANDS)) {
            throw new IllegalStateException(user.name + " cannot use commands in " + channel);
        }
        return command;
    }

    Interaction press(User user, MessageRecord message, String customId) {
        synchronized (world) {
            component(user, message, customId);
            ObjectNode data = Json.object().put("custom_id", customId).put("component_type", 2);
            return begin(user, message.channel, COMPONENT, data, message);
        }
    }

    Interaction pick(User user, MessageRecord message, String customId, List<String> values) {
        synchronized (world) {
            JsonNode select = component(user, message, customId);
            ObjectNode data = Json.object()
                    .put("custom_id", customId)
                    .put("component_type", select.path("type").asInt());
            ArrayNode picked = data.putArray("values");
            values.forEach(picked::add);
            if (select.path("type").asInt() == 3) {
                values.forEach(value -> mustOffer(select, value));
            } else {
                data.set("resolved", new Resolved(world, message.channel).ids(values));
            }
            return begin(user, message.channel, COMPONENT, data, message);
        }
    }

    private static void mustOffer(JsonNode select, String value) {
        for (JsonNode option : select.path("options")) {
            if (option.path("value").asText().equals(value)) {
                return;
            }
        }
        throw new IllegalStateException("no option \"" + value + "\" in " + select);
    }

    /** The component that a person can use on a message. */
    private static JsonNode component(User user, MessageRecord message, String customId) {
        if (message.deleted || !message.isEphemeral() && !message.channel.sees(user)) {
            throw new IllegalStateException(user.name + " does not see " + message);
        }
        for (JsonNode component : message.components.findParents("custom_id")) {
            if (component.path("custom_id").asText().equals(customId)) {
                if (component.path("disabled").asBoolean()) {
                    throw new IllegalStateException(customId + " is disabled");
                }
                return component;
            }
        }
        throw new IllegalStateException("no component " + customId + " on " + message);
    }

    Interaction submit(User user, Modal modal, Map<String, String> fields) {
        synchronized (world) {
            return begin(user, modal.from.channel, SUBMISSION, modal.filled(fields), modal.from.source);
        }
    }

    private Interaction begin(User user, Channel channel, int kind, ObjectNode data, @Nullable MessageRecord source) {
        long id = world.ids.next();
        String token = "interaction-" + Long.toHexString(id) + Long.toHexString(id * 31);
        ObjectNode payload = payload(user, channel, kind, data, id, token);
        if (source != null) {
            payload.set("message", source.json());
        }
        Interaction interaction = new Interaction(world, id, token, user, channel, kind, payload, source);
        byId.put(id, interaction);
        byToken.put(token, interaction);
        boolean heard = world.gateway.sessions().stream()
                .anyMatch(session -> session.isAttached()
                        && (channel.guild == null ? session.shard == 0 : session.isFor(channel.guild)));
        world.gateway.tell(new Dispatch("INTERACTION_CREATE", channel.guild, null, Intent.NONE, false, payload, null));
        CompletableFuture.delayedExecutor(Interaction.TO_ACKNOWLEDGE.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> tooLate(interaction, heard));
        return interaction;
    }

    private void tooLate(Interaction interaction, boolean heard) {
        synchronized (world) {
            if (!interaction.acknowledged) {
                interaction.failed = true;
                if (heard) {
                    world.violations.add("not acknowledged within 3 seconds: " + interaction);
                }
                world.notifyAll();
            }
        }
    }

    private ObjectNode payload(User user, Channel channel, int kind, ObjectNode data, long id, String token) {
        ObjectNode payload = Json.object()
                .put("id", Long.toString(id))
                .put("application_id", Long.toString(world.bot.id))
                .put("type", kind)
                .put("token", token)
                .put("version", 1)
                .put("channel_id", Long.toString(channel.id))
                .put("locale", user.locale)
                .put("app_permissions", Long.toString(channel.permissions(world.bot)))
                .put("attachment_size_limit", 10 << 20)
                .put("context", channel.guild == null ? 1 : 0);
        payload.putArray("entitlements");
        payload.set("data", data);
        payload.set("channel", channel.json());
        Guild guild = channel.guild;
        ObjectNode owners = payload.putObject("authorizing_integration_owners");
        if (guild == null) {
            owners.put("1", Long.toString(user.id));
            payload.set("user", user.json());
            return payload;
        }
        owners.put("0", Long.toString(guild.id));
        payload.put("guild_id", Long.toString(guild.id)).put("guild_locale", "en-US");
        payload.putObject("guild")
                .put("id", Long.toString(guild.id))
                .put("locale", "en-US")
                .putArray("features");
        String permissions = Long.toString(channel.permissions(user));
        payload.set("member", guild.membership(user).json().put("permissions", permissions));
        return payload;
    }
}
