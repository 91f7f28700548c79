package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Answer;
import dev.parley.platform.local.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Messages, reactions and pins. */
final class MessageRoutes {
    private static final Duration NONCE_LIVES = Duration.ofMinutes(3);
    private static final Duration BULK_REACHES_BACK = Duration.ofDays(14);
    private final World world;
    private final MessageForm form;

    MessageRoutes(World world, MessageForm form) {
        this.world = world;
        this.form = form;
    }

    void addTo(Routes routes) {
        String one = "/channels/{}/messages/{}";
        routes.on("GET", "/channels/{}/messages", this::list);
        routes.on("POST", "/channels/{}/messages", this::post);
        routes.on("GET", one, call -> Answer.of(readable(call).json()));
        routes.on("PATCH", one, this::edit);
        routes.on("DELETE", one, this::delete);
        routes.on("POST", "/channels/{}/messages/bulk-delete", this::deleteMany);
        routes.on("PUT", one + "/reactions/{}/@me", this::react);
        routes.on("DELETE", one + "/reactions/{}/@me", this::unreact);
        routes.on("DELETE", one + "/reactions/{}/{}", this::unreactOther);
        routes.on("GET", one + "/reactions/{}", this::reactions);
        routes.on("DELETE", one + "/reactions/{}", this::clearEmoji);
        routes.on("DELETE", one + "/reactions", this::clear);
        routes.on("GET", "/channels/{}/messages/pins", this::pins);
        routes.on("GET", "/channels/{}/pins", this::oldPins);
        for (String pin : new String[] {"/channels/{}/messages/pins/{}", "/channels/{}/pins/{}"}) {
            routes.on("PUT", pin, this::pin);
            routes.on("DELETE", pin, this::unpin);
        }
        routes.on("POST", "/channels/{}/typing", this::type);
    }

    private MessageRecord message(RestCall call) {
        Channel channel = world.visible(call.id(0));
        MessageRecord message = channel.messages.get(call.id(1));
        if (message == null) {
            throw Refusal.unknownMessage();
        }
        return message;
    }

    private MessageRecord readable(RestCall call) {
        MessageRecord message = message(call);
        needs(message.channel, Permission.READ_MESSAGE_HISTORY);
        return message;
    }

    private void needs(Channel channel, Permission permission) {
        if (!channel.may(world.bot, permission)) {
            throw Refusal.missingPermissions();
        }
    }

    private Answer list(RestCall call) {
        Channel channel = world.visible(call.id(0));
        int limit = call.asked("limit", 50, 1, 100);
        ArrayNode all = Json.array();
        if (channel.may(world.bot, Permission.READ_MESSAGE_HISTORY)) {
            page(channel, call, limit).forEach(message -> all.add(read(message)));
        }
        return Answer.of(all);
    }

    /** Without the message-content intent history is blank too. */
    private ObjectNode read(MessageRecord message) {
        boolean shown = (world.grantedIntents & Intent.MESSAGE_CONTENT) != 0
                || message.author == world.bot
                || message.channel.guild == null
                || message.pingedUsers.contains(world.bot);
        ObjectNode json = message.json();
        return shown ? json : new Dispatch("", null, null, 0, true, json, null).blank();
    }

    /** Newest first, as Discord gives them, whatever was asked for. */
    private static Collection<MessageRecord> page(Channel channel, RestCall call, int limit) {
        Long around = call.askedId("around");
        Long before = call.askedId("before");
        Long after = call.askedId("after");
        NavigableMap<Long, MessageRecord> all = channel.messages;
        if (around != null) {
            List<MessageRecord> page = new ArrayList<>(all.tailMap(around, true).values().stream()
                    .limit(limit - limit / 2)
                    .toList());
            page = new ArrayList<>(page.reversed());
            page.addAll(all.headMap(around, false).descendingMap().values().stream()
                    .limit(limit / 2)
                    .toList());
            return page;
        }
        if (after != null) {
            return all.tailMap(after, false).values().stream()
                    .limit(limit)
                    .toList()
                    .reversed();
        }
        return (before == null ? all : all.headMap(before, false))
                .descendingMap().values().stream().limit(limit).toList();
    }

    private Answer post(RestCall call) {
        Channel channel = world.visible(call.id(0));
        User recipient = channel.recipient;
        if (recipient != null && (recipient.closedToMessages || !world.meets(recipient))) {
            throw new Refusal(403, 50007, "Cannot send messages to this user");
        }
        needs(channel, channel.toWrite());
        JsonNode body = call.body();
        String nonce = body.hasNonNull("nonce") ? body.path("nonce").asText() : null;
        if (nonce != null) {
            MessageForm.length("nonce", nonce, 25);
        }
        boolean once = nonce != null && body.path("enforce_nonce").asBoolean();
        MessageRecord before = once ? world.byNonce.get(channel.id + "/" + nonce) : null;
        if (before != null && Snowflakes.time(before.id).plus(NONCE_LIVES).isAfter(Instant.now())) {
            return Answer.of(before.json());
        }
        MessageRecord message = new MessageRecord(channel, world.ids.next(), world.bot, null, "");
        message.nonce = nonce;
        reply(message, body.path("message_reference"));
        form.fill(message, call, body);
        message.versions.set(0, message.content);
        mayCarry(channel, message);
        message.flags &= ~MessageRecord.EPHEMERAL;
        world.conversation.put(channel, message);
        if (once) {
            world.byNonce.put(channel.id + "/" + nonce, message);
            if (world.byNonce.size() > 10_000) {
                world.byNonce.remove(world.byNonce.keySet().iterator().next());
            }
        }
        return Answer.of(message.json());
    }

    private void mayCarry(Channel channel, MessageRecord message) {
        if (!message.embeds.isEmpty()) {
            needs(channel, Permission.EMBED_LINKS);
        }
        if (!message.attachments.isEmpty()) {
            needs(channel, Permission.ATTACH_FILES);
        }
    }

    private void reply(MessageRecord message, JsonNode reference) {
        if (!reference.hasNonNull("message_id")) {
            return;
        }
        MessageRecord to =
                message.channel.messages.get(reference.path("message_id").asLong());
        if (to == null) {
            if (reference.path("fail_if_not_exists").asBoolean(true)) {
                throw Refusal.form("message_reference", "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message");
            }
            return;
        }
        if (!message.channel.may(world.bot, Permission.READ_MESSAGE_HISTORY)) {
            throw new Refusal(400, 160002, "Cannot reply without permission to read message history");
        }
        if (to.isSystem()) {
            throw Refusal.form(
                    "message_reference", "REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE", "Cannot reply to a system message");
        }
        message.type = MessageRecord.REPLY;
        message.referenced = to;
        message.reference = world.conversation.reference(to);
    }

    private Answer edit(RestCall call) {
        MessageRecord message = message(call);
        if (message.author != world.bot || message.webhook != null) {
            throw new Refusal(403, 50005, "Cannot edit a message authored by another user");
        }
        if (message.channel.archived) {
            throw new Refusal(400, 50083, "Thread is archived");
        }
        form.fill(message, call, call.body());
        message.versions.add(message.content);
        mayCarry(message.channel, message);
        world.conversation.edited(message);
        return Answer.of(message.json());
    }

    private Answer delete(RestCall call) {
        MessageRecord message = message(call);
        if (message.author != world.bot) {
            needs(message.channel, Permission.MANAGE_MESSAGES);
        }
        if (message.channel.archived) {
            throw new Refusal(400, 50083, "Thread is archived");
        }
        world.conversation.delete(message);
        return Answer.done();
    }

    private Answer deleteMany(RestCall call) {
        Channel channel = world.visible(call.id(0));
        needs(channel, Permission.MANAGE_MESSAGES);
        JsonNode ids = call.body().path("messages");
        if (ids.size() < 2 || ids.size() > 100) {
            throw new Refusal(
                    400,
                    50016,
                    "Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages to delete");
        }
        List<MessageRecord> messages = new ArrayList<>();
        for (JsonNode id : ids) {
            MessageRecord message = channel.messages.get(id.asLong());
            if (Snowflakes.time(id.asLong()).plus(BULK_REACHES_BACK).isBefore(Instant.now())) {
                throw new Refusal(400, 50034, "You can only bulk delete messages that are under 14 days old.");
            }
            if (message != null) {
                messages.add(message);
            }
        }
        world.conversation.deleteMany(channel, messages);
        return Answer.done();
    }

    private Answer react(RestCall call) {
        MessageRecord message = message(call);
        needs(message.channel, Permission.READ_MESSAGE_HISTORY);
        String emoji = emoji(call);
        if (!message.reactions.containsKey(emoji)) {
            needs(message.channel, Permission.ADD_REACTIONS);
        }
        awake(message.channel);
        world.conversation.react(message, world.bot, emoji);
        return Answer.done();
    }

    private static void awake(Channel channel) {
        if (channel.archived) {
            throw new Refusal(400, 50083, "Thread is archived");
        }
    }

    private static String emoji(RestCall call) {
        if (!Emojis.isKnown(call.part(2))) {
            throw Refusal.unknown(10014, "Emoji");
        }
        return call.part(2);
    }

    private Answer unreact(RestCall call) {
        MessageRecord message = message(call);
        awake(message.channel);
        world.conversation.unreact(message, world.bot, emoji(call));
        return Answer.done();
    }

    private Answer unreactOther(RestCall call) {
        MessageRecord message = message(call);
        needs(message.channel, Permission.MANAGE_MESSAGES);
        User user = world.users.get(call.id(3));
        if (user == null) {
            throw Refusal.unknown(10013, "User");
        }
        world.conversation.unreact(message, user, emoji(call));
        return Answer.done();
    }

    private Answer reactions(RestCall call) {
        MessageRecord message = readable(call);
        int limit = call.asked("limit", 25, 1, 100);
        Long after = call.askedId("after");
        ArrayNode users = Json.array();
        message.reactions.getOrDefault(emoji(call), Set.of()).stream()
                .filter(user -> after == null || user.id > after)
                .sorted((user, other) -> Long.compare(user.id, other.id))
                .limit(limit)
                .forEach(user -> users.add(user.json()));
        return Answer.of(users);
    }

    private Answer clear(RestCall call) {
        MessageRecord message = message(call);
        needs(message.channel, Permission.MANAGE_MESSAGES);
        world.conversation.clearReactions(message);
        return Answer.done();
    }

    private Answer clearEmoji(RestCall call) {
        MessageRecord message = message(call);
        needs(message.channel, Permission.MANAGE_MESSAGES);
        world.conversation.clearReactions(message, emoji(call));
        return Answer.done();
    }

    private Answer pins(RestCall call) {
        Channel channel = world.visible(call.id(0));
        int limit = call.asked("limit", 50, 1, 50);
        String before = call.asked("before");
        ObjectNode page = Json.object();
        ArrayNode items = page.putArray("items");
        List<MessageRecord> pinned = !channel.may(world.bot, Permission.READ_MESSAGE_HISTORY)
                ? List.of()
                : channel.pinned().stream()
                        .filter(message -> before == null || message.pinnedAt.isBefore(Times.instant(before)))
                        .toList();
        pinned.stream().limit(limit).forEach(message -> {
            ObjectNode item = items.addObject().put("pinned_at", Times.text(pinnedAt(message)));
            item.set("message", read(message));
        });
        page.put("has_more", pinned.size() > limit);
        return Answer.of(page);
    }

    private static Instant pinnedAt(MessageRecord message) {
        @Nullable Instant at = message.pinnedAt;
        return at == null ? Instant.EPOCH : at;
    }

    private Answer oldPins(RestCall call) {
        ArrayNode all = Json.array();
        world.visible(call.id(0)).pinned().stream().limit(50).forEach(message -> all.add(read(message)));
        return Answer.of(all);
    }

    private Answer pin(RestCall call) {
        MessageRecord message = message(call);
        needs(message.channel, Permission.PIN_MESSAGES);
        if (message.isSystem()) {
            throw new Refusal(400, 50021, "Cannot execute action on a system message");
        }
        world.conversation.pin(message, world.bot);
        return Answer.done();
    }

    private Answer unpin(RestCall call) {
        MessageRecord message = message(call);
        needs(message.channel, Permission.PIN_MESSAGES);
        world.conversation.unpin(message);
        return Answer.done();
    }

    private Answer type(RestCall call) {
        Channel channel = world.visible(call.id(0));
        needs(channel, channel.toWrite());
        world.conversation.typing(channel, world.bot);
        return Answer.done();
    }
}
