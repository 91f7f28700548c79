package dev.parley.platform.slack.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.parley.conversation.RoomId;
import dev.parley.platform.text.Paragraph;
import dev.parley.platform.text.Paragraph.Shape;
import dev.parley.platform.text.Piece;
import dev.parley.platform.text.Style;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes paragraphs as one block of {@code rich_text}: sections, quotes and lists, each of runs, links and dates. */
final class RichText {
    /** Slack shows everybody their own. */
    private static final String DATE_AND_TIME = "{date_short_pretty} {time}";

    private static final String TIME = "({time})";

    /** The id of a channel that has members. */
    private static final Pattern CHANNEL = Pattern.compile("[CG][A-Z0-9]++");

    private final JsonArray elements = new JsonArray();
    private @Nullable Open open;

    /** An element that may go on. */
    private record Open(String type, boolean ordered, int depth, JsonArray within) {
        boolean isList() {
            return type.equals("rich_text_list");
        }
    }

    private RichText() {}

    static JsonObject of(List<Paragraph> paragraphs) {
        RichText writing = new RichText();
        paragraphs.forEach(writing::paragraph);
        if (writing.elements.isEmpty()) {
            writing.opened("rich_text_section");
        }
        JsonObject block = new JsonObject();
        block.addProperty("type", "rich_text");
        block.add("elements", writing.elements);
        return block;
    }

    private void paragraph(Paragraph paragraph) {
        if (paragraph.quoted()) {
            goesOn("rich_text_quote", paragraph);
        } else {
            switch (paragraph.shape()) {
                case Shape.Bullet bullet -> item(paragraph, false, 1);
                case Shape.Numbered numbered -> item(paragraph, true, numbered.number());
                case Shape.Words words
                when paragraph.depth() > 0 && open != null && open.isList() -> below(open, paragraph);
                case Shape.Words words -> goesOn("rich_text_section", paragraph);
                case Shape.Heading heading -> goesOn("rich_text_section", paragraph);
            }
        }
    }

    /** Paragraphs of one kind share an element, with an empty line between them. */
    private void goesOn(String type, Paragraph paragraph) {
        Open before = open;
        boolean first = before == null;
        boolean same = before != null && before.type().equals(type);
        JsonArray within = same && before != null ? before.within() : opened(type);
        Runs runs = new Runs(within);
        if (same) {
            runs.text(mark(paragraph).isEmpty() ? "\n\n" : "\n", Style.PLAIN);
        } else if (!first && type.equals("rich_text_section")) {
            runs.text("\n", Style.PLAIN);
        }
        runs.text(mark(paragraph), Style.PLAIN);
        runs.all(paragraph);
    }

    /** There are no lists within quotes. */
    private static String mark(Paragraph paragraph) {
        return switch (paragraph.shape()) {
            case Shape.Bullet bullet when paragraph.quoted() -> "• ";
            case Shape.Numbered numbered when paragraph.quoted() -> numbered.number() + ". ";
            case Shape.Bullet bullet -> "";
            case Shape.Numbered numbered -> "";
            case Shape.Words words -> "";
            case Shape.Heading heading -> "";
        };
    }

    private JsonArray opened(String type) {
        JsonObject element = new JsonObject();
        element.addProperty("type", type);
        JsonArray within = new JsonArray();
        element.add("elements", within);
        elements.add(element);
        open = new Open(type, false, 0, within);
        return within;
    }

    private void item(Paragraph paragraph, boolean ordered, int number) {
        boolean same = open != null && open.isList() && open.ordered() == ordered && open.depth() == paragraph.depth();
        JsonArray items = same && open != null ? open.within() : list(paragraph.depth(), ordered, number);
        JsonObject item = new JsonObject();
        item.addProperty("type", "rich_text_section");
        JsonArray within = new JsonArray();
        item.add("elements", within);
        items.add(item);
        new Runs(within).all(paragraph);
    }

    private JsonArray list(int depth, boolean ordered, int number) {
        JsonArray items = opened("rich_text_list");
        JsonObject list = elements.get(elements.size() - 1).getAsJsonObject();
        list.addProperty("style", ordered ? "ordered" : "bullet");
        list.addProperty("indent", depth - 1);
        if (number > 1) {
            list.addProperty("offset", number - 1);
        }
        open = new Open("rich_text_list", ordered, depth, items);
        return items;
    }

    /** What goes on below an item is a line of it. */
    private static void below(Open list, Paragraph paragraph) {
        JsonObject last = list.within().get(list.within().size() - 1).getAsJsonObject();
        Runs runs = new Runs(last.getAsJsonArray("elements"));
        runs.text("\n", Style.PLAIN);
        runs.all(paragraph);
    }

    /** The runs of one element. Letters of one style are one run. */
    private static final class Runs {
        private final JsonArray within;
        private final StringBuilder run = new StringBuilder();
        private Style style = Style.PLAIN;

        Runs(JsonArray within) {
            this.within = within;
        }

        void all(Paragraph paragraph) {
            boolean heading = paragraph.shape() instanceof Shape.Heading;
            for (Piece piece : paragraph.pieces()) {
                Style as = heading ? piece.style().with(Style.Mark.STRONG) : piece.style();
                switch (piece) {
                    case Piece.Letter letter -> text(letter.letter(), as);
                    case Piece.Break line -> text("\n", as);
                    case Piece.Code code -> code(code, as);
                    case Piece.Link link -> link(link, as);
                    case Piece.Room room -> room(room, as);
                    case Piece.Moment moment -> date(moment, as);
                }
            }
            end();
        }

        void text(String words, Style as) {
            if (!as.equals(style)) {
                end();
                style = as;
            }
            run.append(words);
        }

        private void end() {
            if (!run.isEmpty()) {
                add(words(run.toString()), style);
                run.setLength(0);
            }
        }

        private void code(Piece.Code code, Style as) {
            end();
            JsonObject text = words(code.words());
            JsonObject marks = marks(as);
            marks.addProperty("code", true);
            text.add("style", marks);
            within.add(text);
        }

        private static JsonObject words(String words) {
            JsonObject text = new JsonObject();
            text.addProperty("type", "text");
            text.addProperty("text", words);
            return text;
        }

        private void room(Piece.Room room, Style as) {
            String channel = Rooms.channel(new RoomId(Rooms.NAME, room.room())).id();
            if (CHANNEL.matcher(channel).matches()) {
                end();
                JsonObject element = new JsonObject();
                element.addProperty("type", "channel");
                element.addProperty("channel_id", channel);
                add(element, as);
            } else {
                text(room.words(), as);
            }
        }

        private void link(Piece.Link link, Style as) {
            end();
            JsonObject element = new JsonObject();
            element.addProperty("type", "link");
            element.addProperty("url", link.address());
            if (!link.words().isEmpty()) {
                element.addProperty("text", link.words());
            }
            add(element, as);
        }

        /** How far away something is stays true only with the time beside it: Slack counts nothing down. */
        private void date(Piece.Moment moment, Style as) {
            String words = moment.words().replace("{", "(").replace("}", ")");
            end();
            JsonObject element = new JsonObject();
            element.addProperty("type", "date");
            element.addProperty("timestamp", moment.second());
            element.addProperty("format", moment.left() ? words + " " + TIME : DATE_AND_TIME);
            element.addProperty("fallback", words);
            add(element, as);
        }

        private void add(JsonObject element, Style as) {
            if (!as.equals(Style.PLAIN)) {
                element.add("style", marks(as));
            }
            within.add(element);
        }

        private static JsonObject marks(Style as) {
            JsonObject marks = new JsonObject();
            if (as.strong()) {
                marks.addProperty("bold", true);
            }
            if (as.emphasis()) {
                marks.addProperty("italic", true);
            }
            return marks;
        }
    }
}
