package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Answer;
import dev.parley.platform.local.Json;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Answers to interactions: the first, which acknowledges, and those that follow within fifteen minutes. They need no token of the bot. */
final class InteractionRoutes {
    private static final int PONG = 1;
    private static final int MESSAGE = 4;
    private static final int DEFERRED_MESSAGE = 5;
    private static final int DEFERRED_UPDATE = 6;
    private static final int UPDATE = 7;
    private static final int CHOICES = 8;
    private static final int MODAL = 9;
    private final World world;
    private final MessageForm form;

    InteractionRoutes(World world, MessageForm form) {
        this.world = world;
        this.form = form;
    }

    void addTo(Routes routes) {
        routes.on("POST", "/interactions/{}/{}/callback", this::acknowledge);
        routes.on("POST", "/webhooks/{}/{}", this::follow);
        String one = "/webhooks/{}/{}/messages/{}";
        routes.on("GET", one, call -> Answer.of(message(call).json()));
        routes.on("PATCH", one, this::edit);
        routes.on("DELETE", one, this::delete);
    }

    private Answer acknowledge(RestCall call) {
        Interaction interaction = world.interactions.withId(call.id(0));
        if (interaction == null || !interaction.token.equals(call.part(1)) || interaction.failed) {
            throw Refusal.unknown(10062, "interaction");
        }
        if (interaction.acknowledged) {
            throw new Refusal(400, 40060, "Interaction has already been acknowledged.");
        }
        JsonNode data = call.body().path("data");
        int type = call.body().path("type").asInt();
        carryOut(interaction, call, type, data);
        interaction.acknowledged = true;
        interaction.acknowledgedAfter = Duration.ofNanos(System.nanoTime() - interaction.began);
        interaction.shows(type == DEFERRED_UPDATE ? null : interaction.original);
        return "true".equals(call.asked("with_response")) ? Answer.of(response(interaction, call)) : Answer.done();
    }

    private void carryOut(Interaction interaction, RestCall call, int type, JsonNode data) {
        mustFit(interaction, type);
        switch (type) {
            case PONG -> {}
            case MESSAGE -> interaction.original = reply(interaction, call, data, 0);
            case DEFERRED_MESSAGE -> interaction.original = loading(interaction, data);
            case DEFERRED_UPDATE -> interaction.original = interaction.source;
            case UPDATE -> interaction.original = update(interaction.source, call, data);
            case CHOICES -> interaction.choices = checkedChoices(data.path("choices"));
            case MODAL -> interaction.modal = new Modal(interaction, data);
            default -> throw Refusal.form("type", "BASE_TYPE_CHOICES", "Value must be one of (1, 4, 5, 6, 7, 8, 9).");
        }
    }

    private static void mustFit(Interaction interaction, int type) {
        boolean completes = interaction.kind == Interactions.COMPLETION;
        boolean updates = type == UPDATE || type == DEFERRED_UPDATE;
        boolean wrong = completes != (type == CHOICES)
                || updates && interaction.source == null
                || type == MODAL && interaction.kind == Interactions.SUBMISSION;
        if (wrong) {
            throw Refusal.form(
                    "type", "INTERACTION_CALLBACK_TYPE", "This interaction cannot be answered with type " + type);
        }
    }

    private static JsonNode checkedChoices(JsonNode choices) {
        if (choices.size() > 25) {
            throw Refusal.form("data.choices", "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
        }
        int number = 0;
        for (JsonNode choice : choices) {
            String at = "data.choices." + number++;
            MessageForm.required(at + ".name", choice.path("name"), 100);
            MessageForm.length(at + ".value", choice.path("value").asText(), 100);
        }
        return choices;
    }

    private MessageRecord fresh(Interaction interaction) {
        MessageRecord message = new MessageRecord(interaction.channel, world.ids.next(), world.bot, null, "");
        message.interaction = metadata(interaction);
        return message;
    }

    private static ObjectNode metadata(Interaction interaction) {
        ObjectNode metadata =
                Json.object().put("id", Long.toString(interaction.id)).put("type", interaction.kind);
        metadata.set("user", interaction.user.json());
        metadata.set("authorizing_integration_owners", interaction.payload.path("authorizing_integration_owners"));
        MessageRecord source = interaction.source;
        switch (interaction.kind) {
            case Interactions.COMPONENT ->
                metadata.put("interacted_message_id", source == null ? null : Long.toString(source.id));
            case Interactions.SUBMISSION -> {
                ObjectNode triggering = metadata.putObject("triggering_interaction_metadata");
                triggering.put("id", Long.toString(interaction.id)).put("type", Interactions.COMMAND);
                triggering.set("user", interaction.user.json());
                triggering.set(
                        "authorizing_integration_owners", interaction.payload.path("authorizing_integration_owners"));
            }
            default -> {}
        }
        return metadata;
    }

    private MessageRecord reply(Interaction interaction, RestCall call, JsonNode data, int flags) {
        MessageRecord message = fresh(interaction);
        if (interaction.kind == Interactions.COMMAND) {
            boolean menu = interaction.payload.path("data").path("type").asInt() != Commands.SLASH;
            message.type = menu ? MessageRecord.CONTEXT_MENU : MessageRecord.COMMAND;
        }
        message.flags |= flags;
        form.fill(message, call, data);
        message.versions.set(0, message.content);
        show(interaction, message);
        return message;
    }

    private void show(Interaction interaction, MessageRecord message) {
        interaction.replies.add(message);
        if (!message.isEphemeral()) {
            world.conversation.put(interaction.channel, message);
        }
    }

    private MessageRecord loading(Interaction interaction, JsonNode data) {
        MessageRecord message = fresh(interaction);
        message.type = interaction.kind == Interactions.COMMAND ? MessageRecord.COMMAND : 0;
        message.flags = MessageRecord.LOADING | data.path("flags").asInt() & MessageRecord.EPHEMERAL;
        message.versions.clear();
        show(interaction, message);
        return message;
    }

    private @Nullable MessageRecord update(@Nullable MessageRecord message, RestCall call, JsonNode data) {
        if (message != null) {
            form.fill(message, call, data);
            message.versions.add(message.content);
            if (message.isEphemeral()) {
                message.edited = java.time.Instant.now();
            } else {
                world.conversation.edited(message);
            }
        }
        return message;
    }

    private static ObjectNode response(Interaction interaction, RestCall call) {
        ObjectNode response = Json.object();
        ObjectNode about = response.putObject("interaction")
                .put("id", Long.toString(interaction.id))
                .put("type", interaction.kind);
        MessageRecord message = interaction.original;
        int type = call.body().path("type").asInt();
        ObjectNode resource = response.putObject("resource").put("type", type);
        if (message != null && type != MODAL && type != CHOICES) {
            about.put("response_message_id", Long.toString(message.id))
                    .put("response_message_loading", (message.flags & MessageRecord.LOADING) != 0)
                    .put("response_message_ephemeral", message.isEphemeral());
            resource.set("message", message.json());
        }
        return response;
    }

    private Interaction alive(RestCall call) {
        Interaction interaction = world.interactions.withToken(call.part(1));
        if (interaction == null || !call.part(0).equals(Long.toString(world.bot.id))) {
            throw Refusal.unknown(10015, "Webhook");
        }
        if (interaction.isOver()) {
            throw new Refusal(401, 50027, "Invalid Webhook Token");
        }
        if (!interaction.acknowledged) {
            throw Refusal.unknown(10015, "Webhook");
        }
        return interaction;
    }

    private Answer follow(RestCall call) {
        Interaction interaction = alive(call);
        MessageRecord original = interaction.original;
        MessageRecord message;
        if (original != null && (original.flags & MessageRecord.LOADING) != 0) {
            message = filled(original, call);
        } else {
            message = reply(interaction, call, call.body(), 0);
            message.type = 0;
        }
        interaction.shows(message);
        return Answer.of(message.json());
    }

    private MessageRecord filled(MessageRecord message, RestCall call) {
        int kept = message.flags & MessageRecord.EPHEMERAL;
        form.fill(message, call, call.body());
        message.flags = message.flags & ~MessageRecord.LOADING & ~MessageRecord.EPHEMERAL | kept;
        message.versions.add(message.content);
        message.edited = java.time.Instant.now();
        if (!message.isEphemeral()) {
            world.conversation.updated(message);
        }
        return message;
    }

    private MessageRecord message(RestCall call) {
        Interaction interaction = alive(call);
        MessageRecord message = call.part(2).equals("@original")
                ? interaction.original
                : interaction.replies.stream()
                        .filter(reply -> Long.toString(reply.id).equals(call.part(2)))
                        .findFirst()
                        .orElse(interaction.source);
        boolean other = message != null
                && !call.part(2).equals("@original")
                && !Long.toString(message.id).equals(call.part(2));
        if (message == null || message.deleted || other) {
            throw Refusal.unknownMessage();
        }
        return message;
    }

    private Answer edit(RestCall call) {
        MessageRecord message = filled(message(call), call);
        alive(call).shows(message);
        return Answer.of(message.json());
    }

    private Answer delete(RestCall call) {
        MessageRecord message = message(call);
        message.deleted = true;
        if (!message.isEphemeral()) {
            world.conversation.delete(message);
        }
        world.notifyAll();
        return Answer.done();
    }
}
