package dev.parley.platform.text;

import dev.parley.platform.Letters;
import dev.parley.platform.Moments;
import dev.parley.platform.RoomLinks;
import dev.parley.platform.text.Paragraph.Gap;
import dev.parley.platform.text.Paragraph.Shape;
import dev.parley.platform.text.Piece.Pause;
import dev.parley.platform.text.Style.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/** Reads light Markdown. Whatever is no light Markdown is words. */
public final class LightMarkdown {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(AutolinkExtension.create())).build();

    /** Longer addresses are left out, and only their words stay: a message has to hold a link whole. */
    private static final int LONGEST_LINK = 1_000;

    /** Longer words stand before their link, and so can be cut. */
    private static final int LONGEST_WORDS = 300;

    /** Longer code is words, and so can be cut. */
    private static final int LONGEST_CODE = 60;

    /** Beyond this a list within a list goes on at the same depth, and so does what reads it. */
    private static final int DEEPEST = 6;

    private final List<Paragraph> paragraphs = new ArrayList<>();

    private LightMarkdown() {}

    /** The paragraphs of a text, in order. */
    public static List<Paragraph> read(String markdown) {
        LightMarkdown reading = new LightMarkdown();
        reading.blocks(PARSER.parse(markdown), new Surroundings(Gap.NONE, new Shape.Words(), 0, false), Gap.LINE);
        return List.copyOf(reading.paragraphs);
    }

    /**
     * What a block stands in.
     *
     * @param before what is before its next paragraph
     * @param shape what its next paragraph is
     */
    private record Surroundings(Gap before, Shape shape, int depth, boolean quoted) {
        Surroundings next(Gap between) {
            return new Surroundings(between, new Shape.Words(), depth, quoted);
        }
    }

    private void blocks(Node parent, Surroundings in, Gap between) {
        Surroundings now = in;
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            block(node, now);
            now = in.next(between);
        }
    }

    private void block(Node node, Surroundings in) {
        switch (node) {
            case org.commonmark.node.Paragraph paragraph -> add(in, in.shape(), pieces(paragraph));
            case Heading heading -> add(in, new Shape.Heading(heading.getLevel()), pieces(heading));
            case BlockQuote quote ->
                blocks(quote, new Surroundings(in.before(), in.shape(), in.depth(), true), Gap.QUOTED);
            case ListBlock list -> list(list, in);
            case FencedCodeBlock code -> add(in, in.shape(), literal(code.getLiteral()));
            case IndentedCodeBlock code -> add(in, in.shape(), literal(code.getLiteral()));
            case HtmlBlock html -> add(in, in.shape(), literal(html.getLiteral()));
            case ThematicBreak rule -> add(in, in.shape(), literal("———"));
            default -> blocks(node, in, Gap.LINE);
        }
    }

    private void add(Surroundings in, Shape shape, List<Piece> pieces) {
        if (!pieces.isEmpty()) {
            paragraphs.add(new Paragraph(in.before(), shape, in.depth(), in.quoted(), pieces));
        }
    }

    private void list(ListBlock list, Surroundings in) {
        int depth = Math.min(DEEPEST, in.depth() + 1);
        int number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 1;
        Gap before = in.before();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Shape mark = list instanceof OrderedList ? new Shape.Numbered(number++) : new Shape.Bullet();
            blocks(item, new Surroundings(before, mark, depth, in.quoted()), Gap.NONE);
            before = Gap.NONE;
        }
    }

    private static List<Piece> pieces(Node parent) {
        Inline inline = new Inline();
        inline.children(parent, Style.PLAIN);
        return inline.pieces;
    }

    private static List<Piece> literal(String text) {
        Inline inline = new Inline();
        inline.words(text.stripTrailing(), Style.PLAIN);
        return inline.pieces;
    }

    /** The pieces of one paragraph. */
    private static final class Inline {
        private final List<Piece> pieces = new ArrayList<>();

        void children(Node parent, Style style) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
                inline(node, style);
            }
        }

        private void inline(Node node, Style style) {
            switch (node) {
                case Text text -> words(text.getLiteral(), style);
                case Code code -> code(code.getLiteral(), style);
                case HtmlInline html -> words(html.getLiteral(), style);
                case SoftLineBreak line -> pieces.add(new Piece.Break(style));
                case HardLineBreak line -> pieces.add(new Piece.Break(style));
                case Emphasis emphasis -> children(emphasis, style.with(Mark.EMPHASIS));
                case StrongEmphasis strong -> children(strong, style.with(Mark.STRONG));
                case Link link -> link(link, style);
                default -> children(node, style);
            }
        }

        private void code(String literal, Style style) {
            if (literal.isBlank() || literal.contains("`") || literal.length() > LONGEST_CODE) {
                words(literal, style);
            } else {
                pieces.add(new Piece.Code(literal, style));
            }
        }

        private void link(Link link, Style style) {
            Inline within = new Inline();
            within.children(link, style);
            String words = within.plain();
            String target = link.getDestination();
            Optional<Piece> ours = moment(target, words, style).or(() -> room(target, words, style));
            Optional<String> address = address(target);
            if (ours.isPresent()) {
                pieces.add(ours.get());
            } else if (address.isEmpty()) {
                pieces.addAll(within.pieces);
            } else if (words.isBlank() || target.equals(words) || target.endsWith("://" + words)) {
                pieces.add(new Piece.Link("", address.get(), style));
            } else if (words.length() > LONGEST_WORDS
                    || words.length() + address.get().length() > LONGEST_LINK) {
                pieces.addAll(within.pieces);
                pieces.add(new Piece.Letter(" ", Pause.WORD, style));
                pieces.add(new Piece.Link("", address.get(), style));
            } else {
                pieces.add(new Piece.Link(words.replace('\n', ' '), address.get(), style));
            }
        }

        private static Optional<Piece> room(String target, String words, Style style) {
            boolean room = target.startsWith(RoomLinks.ROOM)
                    && target.length() <= LONGEST_WORDS
                    && words.length() <= LONGEST_WORDS;
            return room
                    ? Optional.of(
                            new Piece.Room(words.replace('\n', ' '), target.substring(RoomLinks.ROOM.length()), style))
                    : Optional.empty();
        }

        private static Optional<Piece> moment(String target, String words, Style style) {
            boolean left = target.startsWith(Moments.LEFT);
            if (!left && !target.startsWith(Moments.AT)) {
                return Optional.empty();
            }
            String second = target.substring((left ? Moments.LEFT : Moments.AT).length());
            boolean figures =
                    !second.isEmpty() && second.length() <= 12 && second.chars().allMatch(c -> c >= '0' && c <= '9');
            return figures && !words.isBlank()
                    ? Optional.of(new Piece.Moment(Long.parseLong(second), left, words.replace('\n', ' '), style))
                    : Optional.empty();
        }

        /** An address of the web that ends nothing that it is written in. */
        private static Optional<String> address(String target) {
            String low = target.toLowerCase(Locale.ROOT);
            if (!low.startsWith("https://") && !low.startsWith("http://")) {
                return Optional.empty();
            }
            String address = target.replace("<", "%3C")
                    .replace(">", "%3E")
                    .replace(" ", "%20")
                    .replace("\\", "%5C");
            return address.length() <= LONGEST_LINK ? Optional.of(address) : Optional.empty();
        }

        private String plain() {
            return pieces.stream().map(Piece::plain).collect(Collectors.joining());
        }

        void words(String words, Style style) {
            for (String letter : Letters.of(words)) {
                pieces.add(
                        letter.equals("\n") ? new Piece.Break(style) : new Piece.Letter(letter, pause(letter), style));
            }
        }

        private Pause pause(String letter) {
            if (!letter.isBlank()) {
                return Pause.NONE;
            }
            boolean afterSentence = !pieces.isEmpty()
                    && pieces.getLast() instanceof Piece.Letter(String before, Pause _, Style _)
                    && !before.isBlank()
                    && ".!?…".contains(before);
            return afterSentence ? Pause.SENTENCE : Pause.WORD;
        }
    }
}
