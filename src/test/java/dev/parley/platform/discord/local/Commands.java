package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Commands as they were registered, for everywhere or for one guild. */
final class Commands {
    static final int SLASH = 1;
    static final int MESSAGE_MENU = 3;
    static final int SUBCOMMAND = 1;
    static final int SUBCOMMAND_GROUP = 2;
    private static final Pattern NAME = Pattern.compile("[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}");
    private static final int MOST = 100;
    private static final int LARGEST = 8000;
    private final World world;
    private final @Nullable Guild guild;
    private final List<ObjectNode> all = new ArrayList<>();

    Commands(World world, @Nullable Guild guild) {
        this.world = world;
        this.guild = guild;
    }

    void replace(ArrayNode commands) {
        if (commands.size() > MOST) {
            throw new Refusal(400, 30032, "Maximum number of application commands reached (100).");
        }
        Set<String> names = new HashSet<>();
        int number = 0;
        for (JsonNode command : commands) {
            check(Integer.toString(number++), command);
            if (!names.add(
                    command.path("type").asInt(SLASH) + command.path("name").asText())) {
                throw Refusal.form(
                        (number - 1) + ".name",
                        "APPLICATION_COMMANDS_DUPLICATE_NAME",
                        "Application command names must be unique");
            }
        }
        List<ObjectNode> before = List.copyOf(all);
        all.clear();
        commands.forEach(command -> all.add(kept(command, before)));
    }

    ObjectNode put(JsonNode command) {
        check("", command);
        ObjectNode kept = kept(command, all);
        all.removeIf(other -> isSame(other, kept));
        all.add(kept);
        return kept;
    }

    void remove(long id) {
        all.remove(known(id));
    }

    ObjectNode known(long id) {
        return all.stream()
                .filter(command -> command.path("id").asLong() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.unknown(10063, "application command"));
    }

    @Nullable
    ObjectNode find(int type, String name) {
        return all.stream()
                .filter(command -> command.path("type").asInt() == type
                        && command.path("name").asText().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static boolean isSame(JsonNode one, JsonNode other) {
        return one.path("type").asInt(SLASH) == other.path("type").asInt(SLASH)
                && one.path("name").asText().equals(other.path("name").asText());
    }

    private ObjectNode kept(JsonNode command, List<ObjectNode> before) {
        ObjectNode kept = command.deepCopy();
        String id = before.stream()
                .filter(other -> isSame(other, command))
                .map(other -> other.path("id").asText())
                .findFirst()
                .orElseGet(() -> Long.toString(world.ids.next()));
        kept.put("id", id)
                .put("application_id", Long.toString(world.bot.id))
                .put("version", Long.toString(world.ids.next()))
                .put("type", command.path("type").asInt(SLASH))
                .put("description", command.path("description").asText(""))
                .put("nsfw", command.path("nsfw").asBoolean(false));
        if (!kept.has("default_member_permissions")) {
            kept.putNull("default_member_permissions");
        }
        if (guild != null) {
            kept.put("guild_id", Long.toString(guild.id));
        } else if (!kept.has("dm_permission")) {
            kept.put("dm_permission", true);
        }
        return kept;
    }

    private static void check(String path, JsonNode command) {
        String at = path.isEmpty() ? "" : path + ".";
        int type = command.path("type").asInt(SLASH);
        String name = command.path("name").asText();
        if (type == SLASH) {
            named(at, command);
            options(at, command.path("options"));
        } else {
            MessageForm.required(at + "name", command.path("name"), 32);
            if (command.hasNonNull("options") && !command.path("options").isEmpty()
                    || !command.path("description").asText("").isEmpty()) {
                throw Refusal.form(
                        at + "description",
                        "APPLICATION_COMMAND_INVALID",
                        "Context menu commands cannot have a description or options");
            }
        }
        if (length(command) > LARGEST) {
            throw Refusal.form(
                    at + "name", "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000): " + name);
        }
    }

    private static void named(String at, JsonNode node) {
        String name = node.path("name").asText();
        if (!NAME.matcher(name).matches() || !name.equals(name.toLowerCase(java.util.Locale.ROOT))) {
            throw Refusal.form(at + "name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
        MessageForm.required(at + "description", node.path("description"), 100);
        node.path("name_localizations").forEach(local -> {
            if (!NAME.matcher(local.asText()).matches()) {
                throw Refusal.form(
                        at + "name_localizations", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
            }
        });
        node.path("description_localizations")
                .forEach(local -> MessageForm.required(at + "description_localizations", local, 100));
    }

    private static void options(String at, JsonNode options) {
        if (options.size() > 25) {
            throw Refusal.form(at + "options", "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
        }
        boolean optional = false;
        Set<String> names = new HashSet<>();
        int number = 0;
        for (JsonNode option : options) {
            String here = at + "options." + number++ + ".";
            named(here, option);
            if (!names.add(option.path("name").asText())) {
                throw Refusal.form(
                        here + "name", "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "Option names must be unique");
            }
            options(here, option.path("options"));
            choices(here, option);
            boolean required = option.path("required").asBoolean();
            if (required && optional) {
                throw Refusal.form(
                        here + "required",
                        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                        "Required options must be placed before non-required options");
            }
            optional |= !required;
        }
    }

    private static void choices(String at, JsonNode option) {
        JsonNode choices = option.path("choices");
        if (choices.size() > 25) {
            throw Refusal.form(at + "choices", "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
        }
        if (!choices.isEmpty() && option.path("autocomplete").asBoolean()) {
            throw Refusal.form(
                    at + "autocomplete",
                    "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES",
                    "Autocomplete and choices exclude each other");
        }
        int number = 0;
        for (JsonNode choice : choices) {
            MessageForm.required(at + "choices." + number++ + ".name", choice.path("name"), 100);
        }
    }

    private static int length(JsonNode node) {
        int length = node.path("name").asText("").length()
                + node.path("description").asText("").length();
        for (JsonNode option : node.path("options")) {
            length += length(option);
        }
        for (JsonNode choice : node.path("choices")) {
            length += choice.path("name").asText().length()
                    + choice.path("value").asText().length();
        }
        return length;
    }

    ArrayNode json(boolean localized) {
        ArrayNode array = Json.array();
        all.forEach(command -> {
            ObjectNode copy = command.deepCopy();
            if (!localized) {
                copy.remove(List.of("name_localizations", "description_localizations"));
            }
            array.add(copy);
        });
        return array;
    }
}
