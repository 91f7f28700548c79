package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What people start themselves, and what becomes of what the app answers. */
final class Interactions {
    private final World world;

    Interactions(World world) {
        this.world = world;
    }

    Interaction command(Person person, Channel channel, String line) {
        synchronized (world) {
            int space = line.indexOf(' ');
            String text = space < 0
                    ? ""
                    : person.typedInCommand(line.substring(space + 1).strip());
            Interaction interaction = new Interaction(person, channel, null);
            ObjectNode payload = Json.object()
                    .put("token", world.verificationToken)
                    .put("team_id", person.workspace.id)
                    .put("team_domain", person.workspace.domain())
                    .put("channel_id", channel.id)
                    .put("channel_name", channelName(channel))
                    .put("user_id", person.id)
                    .put("user_name", person.handle())
                    .put("command", space < 0 ? line : line.substring(0, space))
                    .put("text", text)
                    .put("api_app_id", world.appId)
                    .put("is_enterprise_install", "false")
                    .put("response_url", interaction.responseUrl())
                    .put("trigger_id", interaction.triggerId);
            return ask(Courier.Kind.COMMAND, payload, interaction, answer -> answeredCommand(interaction, answer));
        }
    }

    private static String channelName(Channel channel) {
        return switch (channel.kind) {
            case PUBLIC -> channel.name;
            case PRIVATE -> "privategroup";
            case DIRECT -> "directmessage";
        };
    }

    private void answeredCommand(Interaction interaction, JsonNode answer) {
        if (!answer.path("text").asText().isEmpty() || answer.has("blocks")) {
            respond(interaction, answer);
        }
    }

    Interaction press(Person person, Message message, String actionId, List<String> values) {
        synchronized (world) {
            Interaction interaction = new Interaction(person, message.channel, message);
            boolean ephemeral = person.ephemerals.contains(message);
            ObjectNode payload = payload("block_actions", person, interaction);
            ObjectNode container = payload.putObject("container")
                    .put("type", "message")
                    .put("message_ts", message.ts)
                    .put("channel_id", message.channel.id)
                    .put("is_ephemeral", ephemeral);
            if (message.threadTs != null) {
                container.put("thread_ts", message.threadTs);
            }
            payload.set("channel", named(message.channel));
            if (!ephemeral) {
                payload.set("message", message.json(false));
            }
            payload.putObject("state").putObject("values");
            payload.put("response_url", interaction.responseUrl());
            act(payload, message.blocks(), actionId, values);
            return ask(Courier.Kind.INTERACTION, payload, interaction, answer -> {});
        }
    }

    Interaction press(Person person, View view, String actionId, List<String> values) {
        synchronized (world) {
            mustBeOpen(view);
            Interaction interaction = new Interaction(person, null, null);
            ObjectNode payload = payload("block_actions", person, interaction);
            payload.putObject("container").put("type", "view").put("view_id", view.id);
            payload.set("view", view.json());
            act(payload, view.blocks(), actionId, values);
            return ask(Courier.Kind.INTERACTION, payload, interaction, answer -> {});
        }
    }

    private void act(ObjectNode payload, JsonNode blocks, String actionId, List<String> values) {
        Blocks.Placed placed = Blocks.element(blocks, actionId);
        ObjectNode action = Blocks.value(placed.element(), values)
                .put("action_id", actionId)
                .put("block_id", placed.blockId())
                .put("action_ts", world.ids.time());
        for (String name : List.of("text", "value")) {
            if (placed.element().has(name) && !action.has(name)) {
                action.set(name, placed.element().get(name));
            }
        }
        payload.putArray("actions").add(action);
    }

    Interaction shortcut(Person person, String callbackId, @Nullable Message message) {
        synchronized (world) {
            Interaction interaction = new Interaction(person, message == null ? null : message.channel, message);
            ObjectNode payload = payload(message == null ? "shortcut" : "message_action", person, interaction)
                    .put("callback_id", callbackId)
                    .put("action_ts", world.ids.time());
            if (message != null) {
                payload.put("message_ts", message.ts).put("response_url", interaction.responseUrl());
                payload.set("channel", named(message.channel));
                payload.set("message", message.json(false));
            }
            return ask(Courier.Kind.INTERACTION, payload, interaction, answer -> {});
        }
    }

    Interaction submit(Person person, View view, Map<String, String> fields) {
        synchronized (world) {
            mustBeOpen(view);
            view.values = Blocks.filledIn(view.blocks(), fields);
            Interaction interaction = new Interaction(person, null, null);
            ObjectNode payload = payload("view_submission", person, interaction);
            payload.set("view", view.json());
            payload.putArray("response_urls");
            return ask(Courier.Kind.INTERACTION, payload, interaction, answer -> submitted(interaction, view, answer));
        }
    }

    void close(Person person, View view) {
        synchronized (world) {
            mustBeOpen(view);
            shut(view);
            if (view.shape.path("notify_on_close").asBoolean()) {
                Interaction interaction = new Interaction(person, null, null);
                ObjectNode payload = payload("view_closed", person, interaction).put("is_cleared", false);
                payload.remove("trigger_id");
                payload.set("view", view.json());
                ask(Courier.Kind.INTERACTION, payload, interaction, answer -> {});
            }
        }
    }

    private static void mustBeOpen(View view) {
        if (!view.open) {
            throw new IllegalStateException("closed: " + view);
        }
    }

    private static void shut(View view) {
        view.open = false;
        view.person.modals.remove(view);
    }

    private void submitted(Interaction interaction, View view, JsonNode answer) {
        switch (answer.path("response_action").asText()) {
            case "" -> shut(view);
            case "clear" -> List.copyOf(view.person.modals).forEach(Interactions::shut);
            case "errors" -> wrong(interaction, view, answer.path("errors"));
            case "update" -> replaced(view, answer.path("view"));
            case "push" -> interaction.opened = pushed(view, answer.path("view"));
            default -> world.violations.add("no such response_action: " + answer);
        }
    }

    private void wrong(Interaction interaction, View view, JsonNode errors) {
        List<String> inputs = Blocks.inputs(view.blocks());
        errors.properties().forEach(error -> {
            if (!inputs.contains(error.getKey())) {
                world.violations.add("an error for a block that is no input: " + error);
            }
            interaction.errors.put(error.getKey(), error.getValue().asText());
        });
        if (interaction.errors.isEmpty()) {
            world.violations.add("errors without any: " + errors);
        }
    }

    private void replaced(View view, JsonNode another) {
        try {
            Blocks.mustBeView(another);
            view.becomes((ObjectNode) another);
        } catch (Refusal refusal) {
            world.violations.add("a modal updated with its acknowledgement: " + refusal.body);
        }
    }

    private @Nullable View pushed(View view, JsonNode another) {
        try {
            Blocks.mustBeView(another);
            return open(view.person, (ObjectNode) another, view);
        } catch (Refusal refusal) {
            world.violations.add("a modal pushed with an acknowledgement: " + refusal.body);
            return null;
        }
    }

    View open(Person person, ObjectNode shape, @Nullable View previous) {
        View view = new View(person, shape, previous);
        person.workspace.views.put(view.id, view);
        person.modals.push(view);
        world.notifyAll();
        return view;
    }

    /** What the app answers: with an acknowledgement, or at the response address. */
    void respond(Interaction interaction, JsonNode answer) {
        Channel channel = interaction.channel;
        if (channel == null) {
            throw new Refusal("invalid_arguments");
        }
        Message about = interaction.about;
        boolean removes = answer.path("delete_original").asBoolean();
        if (about != null && (removes || answer.path("replace_original").asBoolean())) {
            change(interaction.person, about, removes ? null : answer);
        } else {
            answer(interaction, channel, answer);
        }
        world.notifyAll();
    }

    private void change(Person person, Message about, @Nullable JsonNode answer) {
        boolean ephemeral = person.ephemerals.contains(about);
        if (answer == null && ephemeral) {
            person.ephemerals.remove(about);
        } else if (answer == null) {
            world.conversation.delete(about);
        } else if (ephemeral) {
            fill(about, answer);
        } else {
            world.conversation.rewrite(about, () -> fill(about, answer));
        }
    }

    private static void fill(Message message, JsonNode answer) {
        message.text = answer.path("text").asText();
        message.blocks = answer.has("blocks") ? Blocks.named((ArrayNode) answer.path("blocks")) : null;
    }

    private void answer(Interaction interaction, Channel channel, JsonNode answer) {
        Message message = new Message(channel, channel.workspace.bot, world.ids.time(), "");
        fill(message, answer);
        message.threadTs =
                answer.path("thread_ts").isTextual() ? answer.path("thread_ts").asText() : null;
        if (answer.path("response_type").asText().equals("in_channel")) {
            world.conversation.post(message);
        } else {
            interaction.person.ephemerals.add(message);
        }
        interaction.replies.add(message);
    }

    private ObjectNode payload(String type, Person person, Interaction interaction) {
        ObjectNode payload = Json.object()
                .put("type", type)
                .put("token", world.verificationToken)
                .put("api_app_id", world.appId)
                .put("trigger_id", interaction.triggerId)
                .put("is_enterprise_install", false)
                .putNull("enterprise");
        payload.putObject("team").put("id", person.workspace.id).put("domain", person.workspace.domain());
        payload.putObject("user")
                .put("id", person.id)
                .put("username", person.handle())
                .put("name", person.handle())
                .put("team_id", person.workspace.id);
        return payload;
    }

    private static ObjectNode named(Channel channel) {
        return Json.object().put("id", channel.id).put("name", channelName(channel));
    }

    private Interaction ask(
            Courier.Kind kind, ObjectNode payload, Interaction interaction, Consumer<JsonNode> answered) {
        world.courier.ask(kind, payload).thenAccept(reply -> {
            synchronized (world) {
                if (reply.acknowledged()) {
                    answered.accept(reply.json());
                } else if (reply.why().endsWith("timeout")) {
                    world.violations.add("not acknowledged in time: " + payload);
                }
                interaction.reply = reply;
                interaction.finished = true;
                world.notifyAll();
            }
        });
        return interaction;
    }
}
