package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A slash command as a person writes it, held against how it was registered. */
final class CommandLine {
    private final Channel channel;
    private final ObjectNode command;
    private final String[] words;

    CommandLine(Channel channel, ObjectNode command, String line) {
        this.channel = channel;
        this.command = command;
        words = line.substring(1).strip().split(" +");
    }

    /** What Discord sends for it. The focused option, if any, is still being written. */
    ObjectNode data(Map<String, ?> given, @Nullable String focused) {
        ObjectNode data = Json.object()
                .put("id", command.path("id").asText())
                .put("name", command.path("name").asText())
                .put("type", Commands.SLASH);
        JsonNode known = command.path("options");
        ArrayNode options = data.putArray("options");
        for (int at = 1; at < words.length; at++) {
            JsonNode option = named(known, words[at]);
            int type = option.path("type").asInt();
            if (type != Commands.SUBCOMMAND && type != Commands.SUBCOMMAND_GROUP) {
                throw new IllegalStateException("/" + String.join(" ", words) + ": give options by name");
            }
            options =
                    options.addObject().put("name", words[at]).put("type", type).putArray("options");
            known = option.path("options");
        }
        Resolved resolved = new Resolved(channel.world, channel);
        fill(options, known, new LinkedHashMap<>(given), focused, resolved);
        if (!resolved.json().isEmpty()) {
            data.set("resolved", resolved.json());
        }
        if (data.path("options").isEmpty()) {
            data.remove("options");
        }
        return data;
    }

    private static JsonNode named(JsonNode options, String name) {
        for (JsonNode option : options) {
            if (option.path("name").asText().equals(name)) {
                return option;
            }
        }
        throw new IllegalStateException("no option or subcommand \"" + name + "\" in " + options);
    }

    private static void fill(
            ArrayNode options, JsonNode known, Map<String, Object> given, @Nullable String focused, Resolved resolved) {
        for (JsonNode option : known) {
            String name = option.path("name").asText();
            Object value = given.remove(name);
            int type = option.path("type").asInt();
            if (type <= Commands.SUBCOMMAND_GROUP) {
                throw new IllegalStateException("a subcommand is missing: " + known.findValuesAsText("name"));
            }
            if (value == null) {
                if (focused == null && option.path("required").asBoolean()) {
                    throw new IllegalStateException("the option " + name + " is required");
                }
                continue;
            }
            ObjectNode filled = options.addObject().put("name", name).put("type", type);
            put(filled, option, value, resolved);
            if (name.equals(focused)) {
                if (!option.path("autocomplete").asBoolean()) {
                    throw new IllegalStateException("the option " + name + " is not completed by the bot");
                }
                filled.put("focused", true);
            }
        }
        if (!given.isEmpty()) {
            throw new IllegalStateException("no such options: " + given.keySet());
        }
    }

    private static void put(ObjectNode filled, JsonNode option, Object value, Resolved resolved) {
        switch (value) {
            case Integer number -> filled.put("value", number);
            case Long number -> filled.put("value", number);
            case Double number -> filled.put("value", number);
            case Boolean yes -> filled.put("value", yes);
            case User user -> {
                resolved.add(user);
                filled.put("value", Long.toString(user.id));
            }
            case Role role -> {
                resolved.add(role);
                filled.put("value", Long.toString(role.id));
            }
            case Channel channel -> {
                resolved.add(channel);
                filled.put("value", Long.toString(channel.id));
            }
            case Attachment attachment -> {
                resolved.add(attachment);
                filled.put("value", Long.toString(attachment.id()));
            }
            default -> text(filled, option, value.toString());
        }
    }

    private static void text(ObjectNode filled, JsonNode option, String text) {
        JsonNode choices = option.path("choices");
        boolean offered = choices.isEmpty();
        for (JsonNode choice : choices) {
            offered |= choice.path("value").asText().equals(text);
        }
        int most = option.path("max_length").asInt(6000);
        if (!offered || text.codePointCount(0, text.length()) > most) {
            throw new IllegalStateException("Discord would not send \"" + text + "\" for " + option);
        }
        filled.put("value", text);
    }
}
