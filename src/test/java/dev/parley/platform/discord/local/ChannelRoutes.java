package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Answer;
import dev.parley.platform.local.Json;
import java.util.Set;

/** Channels, threads, and private conversations. */
final class ChannelRoutes {
    private static final Set<Integer> ARCHIVE_AFTER = Set.of(60, 1440, 4320, 10_080);
    private final World world;

    ChannelRoutes(World world) {
        this.world = world;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/channels/{}", call -> Answer.of(known(call).json()));
        routes.on("PATCH", "/channels/{}", this::change);
        routes.on("DELETE", "/channels/{}", this::delete);
        routes.on("POST", "/channels/{}/messages/{}/threads", this::startThread);
        routes.on("POST", "/channels/{}/threads", this::openThread);
        routes.on("PUT", "/channels/{}/thread-members/@me", this::join);
        routes.on("GET", "/channels/{}/thread-members", this::threadMembers);
        routes.on("GET", "/channels/{}/threads/archived/public", this::archived);
        routes.on("PUT", "/channels/{}/permissions/{}", this::overwrite);
        routes.on("POST", "/users/@me/channels", this::direct);
        routes.on("GET", "/users/@me", call -> Answer.of(self()));
        routes.on("GET", "/users/{}", this::user);
        routes.on("GET", "/users/@me/guilds", this::guilds);
    }

    private Channel known(RestCall call) {
        return world.visible(call.id(0));
    }

    private void needs(Channel channel, Permission permission) {
        if (!channel.may(world.bot, permission)) {
            throw Refusal.missingPermissions();
        }
    }

    private Answer change(RestCall call) {
        Channel channel = known(call);
        JsonNode body = call.body();
        if (channel.kind.isThread()) {
            return changeThread(channel, body);
        }
        needs(channel, Permission.MANAGE_CHANNELS);
        channel.name = body.path("name").asText(channel.name);
        channel.topic = body.path("topic").asText(channel.topic);
        channel.tellUpdate();
        return Answer.of(channel.json());
    }

    private Answer changeThread(Channel thread, JsonNode body) {
        boolean mayManage = thread.may(world.bot, Permission.MANAGE_THREADS);
        boolean onlyWakes = body.size() == 1
                && body.has("archived")
                && !body.path("archived").asBoolean();
        if (thread.archived && !body.has("archived")) {
            throw new Refusal(400, 50083, "Thread is archived");
        }
        boolean mayWake = onlyWakes && !thread.locked && thread.may(world.bot, Permission.SEND_MESSAGES_IN_THREADS);
        if (!mayManage && !mayWake && thread.starter != world.bot) {
            throw Refusal.missingPermissions();
        }
        if (body.has("name")) {
            MessageForm.required("name", body.path("name"), 100);
            thread.name = body.path("name").asText();
        }
        if (body.has("auto_archive_duration")) {
            thread.archiveAfter = archiveAfter(body);
        }
        thread.archive(
                body.path("archived").asBoolean(thread.archived),
                body.path("locked").asBoolean(thread.locked));
        return Answer.of(thread.json());
    }

    private static int archiveAfter(JsonNode body) {
        int minutes = body.path("auto_archive_duration").asInt(1440);
        if (!ARCHIVE_AFTER.contains(minutes)) {
            throw Refusal.form(
                    "auto_archive_duration", "BASE_TYPE_CHOICES", "Value must be one of (60, 1440, 4320, 10080).");
        }
        return minutes;
    }

    private Answer delete(RestCall call) {
        Channel channel = known(call);
        needs(channel, channel.kind.isThread() ? Permission.MANAGE_THREADS : Permission.MANAGE_CHANNELS);
        channel.delete();
        return Answer.of(channel.json());
    }

    private Answer startThread(RestCall call) {
        Channel channel = known(call);
        MessageRecord message = channel.messages.get(call.id(1));
        if (message == null) {
            throw Refusal.unknownMessage();
        }
        needs(channel, Permission.CREATE_PUBLIC_THREADS);
        needs(channel, Permission.READ_MESSAGE_HISTORY);
        MessageForm.required("name", call.body().path("name"), 100);
        return Answer.of(
                201,
                world.conversation
                        .startThread(message, call.body().path("name").asText(), archiveAfter(call.body()), world.bot)
                        .json());
    }

    private Answer openThread(RestCall call) {
        Channel channel = known(call);
        needs(channel, Permission.CREATE_PUBLIC_THREADS);
        MessageForm.required("name", call.body().path("name"), 100);
        if (call.body().path("type").asInt(12) != ChannelKind.PUBLIC_THREAD.number) {
            throw Refusal.missingPermissions();
        }
        return Answer.of(
                201,
                world.conversation
                        .openThread(channel, call.body().path("name").asText(), archiveAfter(call.body()), world.bot)
                        .json());
    }

    private Answer join(RestCall call) {
        Channel thread = known(call);
        if (thread.archived) {
            throw new Refusal(400, 50083, "Thread is archived");
        }
        world.conversation.join(thread, world.bot);
        return Answer.done();
    }

    private Answer threadMembers(RestCall call) {
        Channel thread = known(call);
        ArrayNode all = Json.array();
        thread.threadMembers.forEach(user -> all.add(thread.threadMember(user)));
        return Answer.of(all);
    }

    private Answer archived(RestCall call) {
        Channel channel = known(call);
        needs(channel, Permission.READ_MESSAGE_HISTORY);
        int limit = call.asked("limit", 50, 2, 100);
        String before = call.asked("before");
        ObjectNode page = Json.object();
        ArrayNode threads = page.putArray("threads");
        ArrayNode members = page.putArray("members");
        var all = channel.threads.stream()
                .filter(thread -> thread.archived && thread.kind != ChannelKind.PRIVATE_THREAD)
                .filter(thread -> before == null || thread.archiveChanged.isBefore(Times.instant(before)))
                .sorted((one, other) -> other.archiveChanged.compareTo(one.archiveChanged))
                .toList();
        all.stream().limit(limit).forEach(thread -> {
            threads.add(thread.json());
            if (thread.threadMembers.contains(world.bot)) {
                members.add(thread.threadMember(world.bot));
            }
        });
        page.put("has_more", all.size() > limit);
        return Answer.of(page);
    }

    private Answer overwrite(RestCall call) {
        Channel channel = known(call);
        needs(channel, Permission.MANAGE_ROLES);
        JsonNode body = call.body();
        channel.overwrite(
                body.path("type").asInt(),
                call.id(1),
                before -> new Overwrite(
                        before.target(),
                        body.path("type").asInt(),
                        body.path("allow").asLong(),
                        body.path("deny").asLong()));
        return Answer.done();
    }

    private Answer direct(RestCall call) {
        User user = world.users.get(call.body().path("recipient_id").asLong());
        if (user == null) {
            throw Refusal.unknown(10013, "User");
        }
        if (user.bot) {
            throw new Refusal(400, 50007, "Cannot send messages to this user");
        }
        return Answer.of(world.direct(user).json());
    }

    private ObjectNode self() {
        return world.bot
                .json()
                .put("flags", 0)
                .put("verified", true)
                .put("mfa_enabled", false)
                .put("locale", "en-US")
                .put("premium_type", 0)
                .putNull("email")
                .putNull("banner")
                .putNull("accent_color");
    }

    private Answer user(RestCall call) {
        User user = world.users.get(call.id(0));
        if (user == null) {
            throw Refusal.unknown(10013, "User");
        }
        return Answer.of(user.json());
    }

    private Answer guilds(RestCall call) {
        ArrayNode all = Json.array();
        world.guilds.values().stream().filter(Guild::hasBot).forEach(guild -> {
            ObjectNode one = all.addObject()
                    .put("id", Long.toString(guild.id))
                    .put("name", guild.name)
                    .putNull("icon")
                    .putNull("banner")
                    .put("owner", false)
                    .put(
                            "permissions",
                            Long.toString(guild.membership(world.bot).permissions()));
            one.putArray("features");
        });
        return Answer.of(all);
    }
}
