package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code chat.*}. */
final class ChatMethods implements Method.Book {
    private static final int LONGEST = 40_000;
    /** A message that is changed takes less, counted in bytes as Slack keeps it. */
    private static final int LONGEST_CHANGED = 4000;

    private final World world;
    private final RateLimits limits;

    ChatMethods(World world, RateLimits limits) {
        this.world = world;
        this.limits = limits;
    }

    @Override
    public void addTo(Map<String, Method> methods) {
        methods.put("chat.postMessage", new Method("chat:write", Method.OWN, this::post));
        methods.put("chat.postEphemeral", new Method("chat:write", Method.TIER_4, this::postEphemeral));
        methods.put("chat.update", new Method("chat:write", Method.TIER_3, this::update));
        methods.put("chat.delete", new Method("chat:write", Method.TIER_3, this::delete));
        methods.put("chat.getPermalink", new Method("", Method.OWN, this::permalink));
    }

    private ObjectNode post(Call call) {
        Channel channel = place(call);
        Message message = message(call, channel);
        message.metadata = metadata(call);
        String thread = call.text("thread_ts");
        if (thread != null && !thread.isEmpty()) {
            Message root = root(channel, thread);
            message.threadTs = root.ts;
            message.broadcast = call.flag("reply_broadcast");
        }
        Api.mustBeWithin(limits.waitToPost(call.workspace().id, channel.id));
        world.conversation.post(message);
        ObjectNode answer = Json.object().put("channel", channel.id).put("ts", message.ts);
        answer.set("message", message.json(true));
        return answer;
    }

    private Channel place(Call call) {
        String id = call.needed("channel");
        Person person = call.workspace().people.get(id);
        Channel channel = person != null && !person.bot ? call.workspace().direct(person) : call.channel("channel");
        if (channel.kind == ChannelKind.DIRECT && !world.messagesTab) {
            throw new Refusal("messages_tab_disabled");
        }
        if (!channel.botIsHere()
                && (channel.kind != ChannelKind.PUBLIC
                        || !call.workspace().scopes.contains("chat:write.public"))) {
            throw new Refusal("not_in_channel");
        }
        if (channel.archived) {
            throw new Refusal("is_archived");
        }
        if (channel.postsRestricted) {
            throw new Refusal("restricted_action");
        }
        return channel;
    }

    private Message message(Call call, Channel channel) {
        ArrayNode blocks = call.blocks();
        String text = call.text("text");
        if ((text == null || text.isBlank()) && (blocks == null || blocks.isEmpty())) {
            throw new Refusal("no_text");
        }
        if (text != null && text.length() > LONGEST) {
            throw new Refusal("msg_too_long");
        }
        Message message = new Message(channel, call.workspace().bot, world.ids.time(), text == null ? "" : text);
        message.blocks = blocks;
        return message;
    }

    private Message root(Channel channel, String thread) {
        Message root = channel.messages.get(thread);
        if (root == null) {
            throw new Refusal("thread_not_found");
        }
        if (root.isReply()) {
            world.violations.add("a reply to a reply: " + root);
            return root(channel, String.valueOf(root.threadTs));
        }
        return root;
    }

    private static @Nullable JsonNode metadata(Call call) {
        JsonNode metadata = call.json("metadata");
        if (metadata.isMissingNode()) {
            return null;
        }
        boolean empty = metadata.isObject() && metadata.isEmpty();
        if (!empty
                && (!metadata.path("event_type").isTextual()
                        || !metadata.path("event_payload").isObject())) {
            throw new Refusal("invalid_metadata_format");
        }
        return metadata;
    }

    private ObjectNode postEphemeral(Call call) {
        Channel channel = place(call);
        Person person = call.person("user");
        if (!channel.members.contains(person)) {
            throw new Refusal("user_not_in_channel");
        }
        Message message = message(call, channel);
        message.threadTs = call.text("thread_ts");
        person.ephemerals.add(message);
        world.notifyAll();
        return Json.object().put("message_ts", message.ts);
    }

    private ObjectNode update(Call call) {
        Channel channel = call.channel("channel");
        Message message = own(call, channel, "cant_update_message");
        String text = call.text("text");
        ArrayNode blocks = call.blocks();
        JsonNode metadata = metadata(call);
        if (text == null && blocks == null) {
            throw new Refusal("no_text");
        }
        if (text != null && text.getBytes(StandardCharsets.UTF_8).length > LONGEST_CHANGED) {
            throw new Refusal("msg_too_long");
        }
        world.conversation.rewrite(message, () -> {
            message.text = text == null ? message.text : text;
            message.blocks = blocks == null ? message.blocks : blocks;
            if (metadata != null) {
                message.metadata = metadata.isEmpty() ? null : metadata;
            }
        });
        ObjectNode answer =
                Json.object().put("channel", channel.id).put("ts", message.ts).put("text", message.text);
        answer.set("message", message.json(true));
        return answer;
    }

    private ObjectNode delete(Call call) {
        Channel channel = call.channel("channel");
        Message message = own(call, channel, "cant_delete_message");
        world.conversation.delete(message);
        return Json.object().put("channel", channel.id).put("ts", message.ts);
    }

    private static Message own(Call call, Channel channel, String refusal) {
        Message message = call.message(channel, "ts");
        if (message.author != call.workspace().bot) {
            throw new Refusal(refusal);
        }
        if (channel.archived) {
            throw new Refusal("is_archived");
        }
        return message;
    }

    private ObjectNode permalink(Call call) {
        Channel channel = call.channel("channel");
        Message message = call.message(channel, "message_ts");
        return Json.object().put("channel", channel.id).put("permalink", message.permalink());
    }
}
