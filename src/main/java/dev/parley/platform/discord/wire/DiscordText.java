package dev.parley.platform.discord.wire;

import dev.parley.platform.Letters;
import dev.parley.platform.Moments;
import dev.parley.platform.RoomLinks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * Light Markdown as Discord writes it. Whatever is no markup there is escaped, so that words stay words; addresses stand in angle
 * brackets, so that no previews bury the talk.
 */
public final class DiscordText {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(AutolinkExtension.create())).build();

    /** Longer addresses are written without one: a message has to hold them whole. */
    private static final int LONGEST_ADDRESS = 1_000;

    private static final int LONGEST_CODE = 60;

    private final List<Line> lines = new ArrayList<>();
    private final Deque<String> prefixes = new ArrayDeque<>();

    private DiscordText() {}

    /**
     * The text in as many messages as it needs, one at least.
     *
     * @param markdown light Markdown
     * @param longest how long a message may be, in UTF-16 units
     */
    public static List<String> parts(String markdown, int longest) {
        DiscordText text = new DiscordText();
        text.blocks(PARSER.parse(markdown));
        return Parts.of(text.lines, longest);
    }

    private void blocks(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node.getPrevious() != null) {
                lines.add(Line.empty(prefix()));
            }
            block(node);
        }
    }

    private void block(Node node) {
        switch (node) {
            case Paragraph paragraph -> inline(paragraph, "", "");
            case Heading heading -> inline(heading, "#".repeat(Math.min(3, heading.getLevel())) + " ", "");
            case BlockQuote quote -> {
                prefixes.addLast("> ");
                blocks(quote);
                prefixes.removeLast();
            }
            case ListBlock list -> list(list);
            case FencedCodeBlock code -> literal(code.getLiteral());
            case IndentedCodeBlock code -> literal(code.getLiteral());
            case HtmlBlock html -> literal(html.getLiteral());
            case ThematicBreak rule -> lines.add(Line.of(prefix(), prefix(), List.of(new Unit("———", 0, List.of()))));
            default -> blocks(node);
        }
    }

    private void list(ListBlock list) {
        int number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 1;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item instanceof ListItem) {
                String mark = list instanceof OrderedList ? number++ + ". " : "- ";
                item(item, mark);
            }
        }
    }

    /** The first paragraph of an item carries its mark; what follows is set in below it. */
    private void item(Node item, String mark) {
        boolean first = true;
        for (Node node = item.getFirstChild(); node != null; node = node.getNext()) {
            if (first && node instanceof Paragraph) {
                inline(node, mark, " ".repeat(mark.length()));
            } else {
                prefixes.addLast("  ");
                block(node);
                prefixes.removeLast();
            }
            first = false;
        }
    }

    private void inline(Node parent, String mark, String under) {
        Inline inline = new Inline();
        inline.children(parent, List.of());
        lines.add(Line.of(prefix() + mark, prefix() + under, inline.units));
    }

    private void literal(String text) {
        text.lines().forEach(line -> {
            Inline inline = new Inline();
            inline.words(line, List.of());
            lines.add(Line.of(prefix(), prefix(), inline.units));
        });
    }

    /** Quotes within quotes do not exist on Discord. */
    private String prefix() {
        String prefix = prefixes.contains("> ") ? "> " : "";
        long deep = prefixes.stream().filter("  "::equals).count();
        return prefix + "  ".repeat((int) deep);
    }

    /** The units of one paragraph. */
    private static final class Inline {
        private final List<Unit> units = new ArrayList<>();

        void children(Node parent, List<String> marks) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
                inline(node, marks);
            }
        }

        private void inline(Node node, List<String> marks) {
            switch (node) {
                case Text text -> words(text.getLiteral(), marks);
                case Code code -> code(code.getLiteral(), marks);
                case HtmlInline html -> words(html.getLiteral(), marks);
                case SoftLineBreak line -> units.add(new Unit("\n", Unit.LINE, marks));
                case HardLineBreak line -> units.add(new Unit("\n", Unit.LINE, marks));
                case Emphasis emphasis -> children(emphasis, with(marks, "*"));
                case StrongEmphasis strong -> children(strong, with(marks, "**"));
                case Link link -> link(link, marks);
                case Image image -> children(image, marks);
                default -> children(node, marks);
            }
        }

        /** What is to be typed just so: a few words that are not cut. */
        private void code(String literal, List<String> marks) {
            if (literal.isBlank() || literal.contains("`") || literal.length() > LONGEST_CODE) {
                words(literal, marks);
            } else {
                units.add(new Unit("`" + literal + "`", 0, marks));
            }
        }

        private static List<String> with(List<String> marks, String mark) {
            if (marks.contains(mark)) {
                return marks;
            }
            List<String> more = new ArrayList<>(marks);
            more.add(mark);
            return List.copyOf(more);
        }

        /** What Discord shows everybody in their own way: their time, how far away that is whenever they look, a room that they know. */
        private static Optional<String> shown(String address) {
            if (address.startsWith(Moments.AT)) {
                return Optional.of("<t:" + address.substring(Moments.AT.length()) + ":F>");
            }
            if (address.startsWith(RoomLinks.ROOM) && Snowflake.isOne(address.substring(RoomLinks.ROOM.length()))) {
                return Optional.of("<#" + address.substring(RoomLinks.ROOM.length()) + ">");
            }
            return address.startsWith(Moments.LEFT)
                    ? Optional.of("<t:" + address.substring(Moments.LEFT.length()) + ":R>")
                    : Optional.empty();
        }

        private void link(Link link, List<String> marks) {
            Optional<String> shown = shown(link.getDestination());
            if (shown.isPresent()) {
                units.add(new Unit(shown.get(), 0, marks));
                return;
            }
            Optional<String> address = address(link.getDestination());
            Inline within = new Inline();
            within.children(link, List.of());
            String plain = within.plain();
            if (address.isEmpty()) {
                units.addAll(within.units.stream()
                        .map(unit -> new Unit(unit.shown(), unit.pause(), marks))
                        .toList());
            } else if (plain.isBlank() || link.getDestination().endsWith(plain.replace("\\", ""))) {
                units.add(new Unit("<" + address.get() + ">", 0, marks));
            } else if (plain.length() + address.get().length() > LONGEST_ADDRESS) {
                units.addAll(within.units);
                units.add(new Unit(" ", Unit.WORD, marks));
                units.add(new Unit("<" + address.get() + ">", 0, marks));
            } else {
                units.add(new Unit("[" + plain.replace('\n', ' ') + "](<" + address.get() + ">)", 0, marks));
            }
        }

        private String plain() {
            StringBuilder plain = new StringBuilder();
            units.forEach(unit -> plain.append(unit.shown()));
            return plain.toString();
        }

        /** An address of the web that stands between angle brackets without ending them. */
        private static Optional<String> address(String destination) {
            String low = destination.toLowerCase(Locale.ROOT);
            boolean web = low.startsWith("https://") || low.startsWith("http://");
            if (!web || destination.length() > LONGEST_ADDRESS) {
                return Optional.empty();
            }
            return Optional.of(destination
                    .replace("<", "%3C")
                    .replace(">", "%3E")
                    .replace(" ", "%20")
                    .replace("\\", "%5C"));
        }

        void words(String words, List<String> marks) {
            boolean begins = units.isEmpty() || units.getLast().shown().equals("\n");
            for (String letter : Letters.of(words)) {
                units.add(new Unit(Escape.letter(letter, begins), pause(letter), marks));
                begins = letter.equals("\n");
            }
            Escape.listNumber(units);
        }

        private int pause(String letter) {
            if (letter.equals("\n")) {
                return Unit.LINE;
            }
            if (!letter.isBlank()) {
                return 0;
            }
            boolean afterSentence = !units.isEmpty()
                    && ".!?…".contains(units.getLast().shown().replace("\\", ""))
                    && !units.getLast().shown().isBlank();
            return afterSentence ? Unit.SENTENCE : Unit.WORD;
        }
    }
}
