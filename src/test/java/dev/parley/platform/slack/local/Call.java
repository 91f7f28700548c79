package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parley.platform.local.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A call of a method: by whose token, where it takes one, and with what. */
record Call(@Nullable Workspace caller, Map<String, JsonNode> arguments) {

    Workspace workspace() {
        return Objects.requireNonNull(caller, "a method without a token");
    }

    /** Null where it is not given. */
    @Nullable
    String text(String name) {
        JsonNode value = arguments.get(name);
        return value == null || value.isNull() || value.asText("").isEmpty() && !value.isTextual()
                ? null
                : value.asText();
    }

    String needed(String name) {
        String value = text(name);
        if (value == null || value.isEmpty()) {
            throw Refusal.arguments("missing required field: " + name);
        }
        return value;
    }

    boolean flag(String name) {
        String value = text(name);
        return value != null && (value.equals("true") || value.equals("1"));
    }

    int number(String name, int otherwise) {
        String value = text(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    /** JSON, which comes as such or as text; missing where it is not given. */
    JsonNode json(String name) {
        JsonNode value = arguments.get(name);
        if (value == null
                || value.isNull()
                || value.isTextual() && value.asText().isEmpty()) {
            return MissingNode.getInstance();
        }
        if (!value.isTextual()) {
            return value;
        }
        try {
            return Json.read(value.asText().getBytes(StandardCharsets.UTF_8));
        } catch (IOException garbled) {
            throw Refusal.arguments("must be valid json: " + name);
        }
    }

    @Nullable
    ArrayNode blocks() {
        JsonNode blocks = json("blocks");
        if (blocks.isMissingNode()) {
            return null;
        }
        if (!blocks.isArray()) {
            throw new Refusal("invalid_blocks_format");
        }
        Blocks.mustBeMessage((ArrayNode) blocks, workspace());
        return Blocks.named((ArrayNode) blocks);
    }

    List<String> list(String name) {
        String value = text(name);
        return value == null || value.isEmpty() ? List.of() : Arrays.asList(value.split(","));
    }

    /** A conversation that the bot can see. */
    Channel channel(String name) {
        Channel channel = workspace().channels.get(needed(name));
        if (channel == null || !channel.botSees()) {
            throw new Refusal("channel_not_found");
        }
        return channel;
    }

    /** A conversation that the bot is in. */
    Channel ownChannel(String name) {
        Channel channel = channel(name);
        if (!channel.botIsHere()) {
            throw new Refusal("not_in_channel");
        }
        return channel;
    }

    Message message(Channel channel, String name) {
        Message message = channel.messages.get(needed(name));
        if (message == null || message.deleted) {
            throw new Refusal("message_not_found");
        }
        return message;
    }

    Person person(String name) {
        Person person = workspace().people.get(needed(name));
        if (person == null) {
            throw new Refusal("user_not_found");
        }
        return person;
    }
}
