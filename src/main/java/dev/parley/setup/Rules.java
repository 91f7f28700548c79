package dev.parley.setup;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A JSON Schema, and what to tell people whose file does not follow it. The schema alone says which keys there are. */
final class Rules {

    private static final Pattern SECRET = Pattern.compile("(?i).*(passw|secret|token|api-?key|credential).*");

    private final JsonNode text;
    private final Schema schema;

    private Rules(JsonNode text) {
        this.text = text;
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text);
    }

    /** The rules of a schema that is shipped with Parley. */
    static Rules of(String name) {
        try (InputStream in = Objects.requireNonNull(Rules.class.getResourceAsStream(name), name)) {
            return new Rules(new ObjectMapper().readTree(in));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Tells what does not follow the schema. */
    void check(Tree tree, Problems problems) {
        for (Error error : schema.validate(tree.root())) {
            tell(error, tree, problems);
        }
    }

    private void tell(Error error, Tree tree, Problems problems) {
        String pointer = error.getInstanceLocation().toString();
        JsonNode value = tree.root().at(JsonPointer.compile(pointer));
        JsonNode rule = rule(error);
        switch (error.getKeyword()) {
            case "additionalProperties" -> unknown(error.getProperty(), pointer, rule, tree, problems);
            case "required" -> missing(pointer, value, rule, tree, problems);
            case "type" -> type(pointer, value, rule, tree, problems);
            case "enum" ->
                problems.add(
                        tree.value(pointer),
                        quoted(name(pointer)) + " cannot be " + shown(value),
                        Nearest.remedy(value.asText(), texts(rule.path("enum"))));
            case "minimum", "maximum" ->
                problems.add(
                        tree.value(pointer),
                        quoted(name(pointer)) + " cannot be " + shown(value),
                        "Use a number from " + rule.path("minimum") + " to " + rule.path("maximum") + ".");
            case "minItems", "minLength", "minProperties" ->
                problems.add(tree.value(pointer), quoted(name(pointer)) + " is empty", example(pointer, rule));
            case "maxLength", "maxItems" ->
                problems.add(
                        tree.value(pointer),
                        quoted(name(pointer)) + " is too long",
                        "Keep it to " + rule.path(error.getKeyword()) + ".");
            default ->
                problems.add(
                        tree.value(pointer),
                        quoted(name(pointer)) + " cannot be " + shown(value),
                        example(pointer, rule));
        }
    }

    private void unknown(String key, String pointer, JsonNode rule, Tree tree, Problems problems) {
        Spot spot = tree.key(Tree.below(pointer, key));
        if (SECRET.matcher(key).matches()) {
            problems.add(
                    spot, "A secret (" + quoted(key) + ") does not belong in this file", secretRemedy(pointer, key));
            return;
        }
        List<String> known = names(rule.path("properties"));
        String remedy = Nearest.to(key, known).isEmpty() && section(key).isPresent()
                ? "It belongs below \"" + section(key).get() + "\"."
                : Nearest.remedy(key, known);
        problems.add(spot, "There is no key " + quoted(key) + " in " + place(pointer), remedy);
    }

    private static String secretRemedy(String pointer, String key) {
        if (pointer.equals("/database")) {
            return Configuration.Database.PASSWORD_REMEDY;
        }
        if (pointer.equals("/slack") || key.startsWith("slack")) {
            return slackRemedy(key);
        }
        return pointer.equals("/discord") || key.startsWith("discord")
                ? DiscordBot.TOKEN_REMEDY
                : "Delete it here; keep it in the environment or in a file of its own.";
    }

    private static String slackRemedy(String key) {
        SlackBot.Secret meant = Arrays.stream(SlackBot.Secret.values())
                .filter(secret -> Arrays.stream(
                                secret.name().toLowerCase(Locale.ROOT).split("_"))
                        .allMatch(key.toLowerCase(Locale.ROOT)::contains))
                .findFirst()
                .orElse(SlackBot.Secret.BOT_TOKEN);
        return meant.remedy();
    }

    /** The section of the file that has a key. */
    private Optional<String> section(String key) {
        return names(text.path("properties")).stream()
                .filter(section ->
                        text.path("properties").path(section).path("properties").has(key))
                .findFirst();
    }

    /** Tells all missing keys of one place together. */
    private void missing(String pointer, JsonNode value, JsonNode rule, Tree tree, Problems problems) {
        List<String> missing = texts(rule.path("required")).stream()
                .filter(key -> !value.has(key))
                .toList();
        String examples = missing.stream()
                .map(key -> written(
                        Tree.below(pointer, key),
                        resolved(rule.path("properties").path(key))
                                .path("examples")
                                .path(0)
                                .asText()))
                .collect(Collectors.joining(", and "));
        problems.add(
                tree.value(pointer),
                sentence(place(pointer)) + " has no " + quoted(String.join("\" and no \"", missing)),
                "Write for example " + examples + ".");
    }

    private void type(String pointer, JsonNode value, JsonNode rule, Tree tree, Problems problems) {
        String type = rule.path("type").asText();
        boolean section = type.equals("object") || type.equals("array");
        if (value.isNull() && section && !pointer.isEmpty()) {
            return; // everything in it is commented out
        }
        String subject = pointer.isEmpty() ? "This file" : quoted(name(pointer));
        if (value.isNull()) {
            problems.add(tree.value(pointer), subject + " has no value", example(pointer, rule));
        } else if (type.equals("string") && value.isValueNode()) {
            String kind = value.isBoolean() ? "a yes or no" : "a number";
            problems.add(
                    tree.value(pointer),
                    subject + " must be text, and " + value + " is " + kind,
                    unitless(pointer, value, rule));
        } else {
            problems.add(tree.value(pointer), subject + " must be " + kind(type), shape(pointer, type, rule));
        }
    }

    private static String shape(String pointer, String type, JsonNode rule) {
        return type.equals("object")
                ? "Its keys are: " + String.join(", ", names(rule.path("properties"))) + "."
                : example(pointer, rule);
    }

    /** Free text only needs quotes; a span of time needs its unit. */
    private static String unitless(String pointer, JsonNode value, JsonNode rule) {
        return rule.has("maxLength")
                ? "Put it in quotes: " + written(pointer, "\"" + value.asText() + "\"") + "."
                : example(pointer, rule);
    }

    private static String kind(String type) {
        return switch (type) {
            case "object" -> "a list of key: value";
            case "array" -> "a list, each item after a dash";
            case "integer" -> "a whole number";
            case "boolean" -> "true or false";
            default -> "text";
        };
    }

    /** What to write, from the rule's own example. */
    private static String example(String pointer, JsonNode rule) {
        JsonNode example = rule.path("examples").path(0);
        return example.isMissingNode()
                ? rule.path("description").asText()
                : "Write for example " + written(pointer, example.asText()) + ".";
    }

    private static String written(String pointer, String value) {
        return item(pointer) ? "- " + value : name(pointer) + ": " + value;
    }

    /** The part of the schema that an error comes from, without its keyword. */
    private JsonNode rule(Error error) {
        String fragment = error.getSchemaLocation().getFragment().toString();
        return text.at(JsonPointer.compile(fragment).head());
    }

    private JsonNode resolved(JsonNode rule) {
        return rule.has("$ref")
                ? text.at(JsonPointer.compile(rule.path("$ref").asText().substring(1)))
                : rule;
    }

    private static String place(String pointer) {
        if (pointer.isEmpty()) {
            return "this file";
        }
        return item(pointer) ? "this item of " + quoted(name(pointer)) : quoted(name(pointer));
    }

    private static String sentence(String place) {
        return Character.toUpperCase(place.charAt(0)) + place.substring(1);
    }

    private static boolean item(String pointer) {
        return number(pointer.substring(pointer.lastIndexOf('/') + 1));
    }

    /** The last key on the way to a value. */
    private static String name(String pointer) {
        if (pointer.isEmpty()) {
            return "this file";
        }
        String last = pointer.substring(pointer.lastIndexOf('/') + 1);
        return number(last)
                ? name(pointer.substring(0, pointer.lastIndexOf('/')))
                : last.replace("~1", "/").replace("~0", "~");
    }

    private static boolean number(String step) {
        return step.chars().allMatch(Character::isDigit);
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static String shown(JsonNode value) {
        String text = value.isValueNode() ? value.asText() : value.toString();
        return quoted(text.length() > 60 ? text.substring(0, 60) + "…" : text);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static List<String> names(JsonNode members) {
        List<String> names = new ArrayList<>();
        members.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
