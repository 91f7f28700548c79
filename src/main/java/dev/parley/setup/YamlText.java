package dev.parley.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads YAML event by event. Only what people mean when they write settings is read: {@code 20:00} and {@code no} are text, and
 * aliases, anchors and tags are refused, so that nothing grows.
 */
final class YamlText {

    private static final int DEEPEST = 12;
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,8}");
    private static final Set<String> NOTHING = Set.of("", "~", "null");

    private final Parser parser;
    private final int linesBefore;
    private final Problems problems;
    private final Map<String, Spot> keys = new HashMap<>();
    private final Map<String, Spot> values = new HashMap<>();

    private YamlText(String text, int linesBefore, Problems problems) {
        LoaderOptions options = new LoaderOptions();
        options.setProcessComments(false);
        this.parser = new ParserImpl(new StreamReader(text), options);
        this.linesBefore = linesBefore;
        this.problems = problems;
    }

    /**
     * The values of one YAML text; empty where it cannot be read as one. Nothing at all is an empty mapping.
     *
     * @param linesBefore how many lines of the file stand before this text
     */
    static Optional<Tree> read(String text, int linesBefore, Problems problems) {
        try {
            YamlText yaml = new YamlText(text, linesBefore, problems);
            return yaml.document().map(root -> new Tree(root, yaml.keys, yaml.values));
        } catch (MarkedYAMLException wrong) {
            tell(wrong, linesBefore, problems);
        } catch (Unreadable told) {
            // It is among the problems.
        } catch (YAMLException wrong) {
            problems.add(
                    new Spot(1 + linesBefore, 1),
                    "This is not YAML",
                    "There may be a character in it that cannot be seen; write the text anew.");
        }
        return Optional.empty();
    }

    private static void tell(MarkedYAMLException wrong, int linesBefore, Problems problems) {
        String problem = wrong.getProblem();
        Spot spot = spot(wrong.getProblemMark(), linesBefore);
        if (problem.contains("\\t(TAB)")) {
            problems.add(spot, "There is a tab here", "Indent with spaces.");
        } else if (problem.startsWith("mapping values are not allowed")) {
            problems.add(
                    spot,
                    "A colon makes no sense here",
                    "Put text with a colon in quotes, give every key its colon, and let keys of one level begin in one column.");
        } else if (problem.contains("<block end>")) {
            problems.add(
                    spot,
                    "This line is not indented like its neighbours",
                    "Let keys of one level begin in one column.");
        } else if (problem.startsWith("could not find expected ':'")) {
            problems.add(spot, "A line before has no colon", "Write each setting as key: value.");
        } else if (problem.contains("unexpected end of stream") && wrong.getContextMark() != null) {
            problems.add(
                    spot(wrong.getContextMark(), linesBefore), "A quote is opened here and never closed", "Close it.");
        } else if (problem.contains("<stream end>")) {
            problems.add(
                    spot,
                    "The file ends in the middle of something",
                    "Close the bracket that is open, or finish the line.");
        } else if (problem.contains("cannot start any token")) {
            problems.add(spot, "Text cannot begin like this", "Put it in quotes.");
        } else {
            problems.add(spot, "This is not YAML (" + problem + ")", "Put text with special characters in quotes.");
        }
    }

    private Optional<JsonNode> document() {
        parser.getEvent();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            return Optional.of(JsonNodeFactory.instance.objectNode());
        }
        parser.getEvent();
        JsonNode root = node("", parser.getEvent(), 0);
        parser.getEvent();
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            problems.add(spot(parser.getEvent()), "A second document begins here", "Keep one, and delete the ---.");
            return Optional.empty();
        }
        return Optional.of(root.isNull() ? JsonNodeFactory.instance.objectNode() : root);
    }

    private JsonNode node(String pointer, Event event, int depth) {
        values.putIfAbsent(pointer, spot(event));
        refuse(event);
        if (depth > DEEPEST) {
            problems.add(
                    spot(event), "This is nested too deep", "No setting is as deep as this; look at the brackets.");
            throw new Unreadable();
        }
        if (event instanceof ScalarEvent scalar) {
            return scalar(pointer, scalar);
        }
        return event.is(Event.ID.MappingStart) ? mapping(pointer, depth) : sequence(pointer, depth);
    }

    private ObjectNode mapping(String pointer, int depth) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        for (Event event = parser.getEvent(); !event.is(Event.ID.MappingEnd); event = parser.getEvent()) {
            refuse(event);
            if (!(event instanceof ScalarEvent key)) {
                problems.add(spot(event), "A key must be a word", "Write each setting as key: value.");
                throw new Unreadable();
            }
            String below = Tree.below(pointer, key.getValue());
            if (members.has(key.getValue())) {
                Spot first = keys.getOrDefault(below, Spot.START);
                problems.add(
                        spot(event),
                        "The key \"" + key.getValue() + "\" is here twice",
                        "The first one is in line " + first.line() + "; keep one.");
                node(below, parser.getEvent(), depth + 1);
            } else {
                keys.put(below, spot(event));
                members.set(key.getValue(), node(below, parser.getEvent(), depth + 1));
            }
        }
        return members;
    }

    private ArrayNode sequence(String pointer, int depth) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (Event event = parser.getEvent(); !event.is(Event.ID.SequenceEnd); event = parser.getEvent()) {
            items.add(node(Tree.below(pointer, items.size()), event, depth + 1));
        }
        return items;
    }

    private JsonNode scalar(String pointer, ScalarEvent scalar) {
        String text = scalar.getValue();
        if (!scalar.isPlain()) {
            return TextNode.valueOf(text);
        }
        if (NOTHING.contains(text)) {
            values.put(pointer, keys.getOrDefault(pointer, spot(scalar)));
            return NullNode.getInstance();
        }
        if (text.equals("true") || text.equals("false")) {
            return BooleanNode.valueOf(text.equals("true"));
        }
        return WHOLE.matcher(text).matches() ? IntNode.valueOf(Integer.parseInt(text)) : TextNode.valueOf(text);
    }

    private void refuse(Event event) {
        if (event instanceof AliasEvent alias) {
            refuse(event, "An alias (*" + alias.getAnchor() + ") is not read here", "Write out what it stands for.");
        } else if (event instanceof NodeEvent node && node.getAnchor() != null) {
            refuse(event, "An anchor (&" + node.getAnchor() + ") is not read here", "Delete it, and write values out.");
        } else if (tag(event) != null) {
            refuse(event, "A tag (" + tag(event) + ") is not read here", "Delete it; put text in quotes.");
        }
    }

    private void refuse(Event event, String what, String remedy) {
        problems.add(spot(event), what, remedy);
        throw new Unreadable();
    }

    private static @Nullable String tag(Event event) {
        return switch (event) {
            case ScalarEvent scalar when !"!".equals(scalar.getTag()) -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> null;
        };
    }

    private Spot spot(Event event) {
        return spot(event.getStartMark(), linesBefore);
    }

    private static Spot spot(Mark mark, int linesBefore) {
        return new Spot(mark.getLine() + 1 + linesBefore, mark.getColumn() + 1);
    }

    /** What cannot be read was told. */
    private static final class Unreadable extends RuntimeException {
        Unreadable() {
            super(null, null, false, false);
        }
    }
}
