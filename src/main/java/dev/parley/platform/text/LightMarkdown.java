package dev.parley.platform.text;

import dev.parley.platform.Letters;
import dev.parley.platform.Moments;
import dev.parley.platform.RoomLinks;
import dev.parley.platform.text.Paragraph.Shape;
import dev.parley.platform.text.Piece.Pause;
import java.util.ArrayList;
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

    /** Longer addresses are left out, and only their words stay: a message has to hold them whole. */
    private static final int LONGEST_ADDRESS = 1_000;

    /** Longer words stand before their link, and so can be cut. */
    private static final int LONGEST_WORDS = 300;

    /** Beyond this a list within a list goes on at the same depth, and so does what reads it. */
    private static final int DEEPEST = 6;

    private final List<Paragraph> paragraphs = new ArrayList<>();

    private LightMarkdown() {}

    /** The paragraphs of a text, in order. */
    public static List<Paragraph> read(String markdown) {
        LightMarkdown reading = new LightMarkdown();
        reading.blocks(PARSER.parse(markdown), new Surroundings(0, false, new Shape.Words()));
        return List.copyOf(reading.paragraphs);
    }

    /**
     * What a block stands in.
     *
     * @param shape what its next paragraph is
     */
    private record Surroundings(int depth, boolean quoted, Shape shape) {
        Surroundings asWords() {
            return new Surroundings(depth, quoted, new Shape.Words());
        }
    }

    private void blocks(Node parent, Surroundings in) {
        Surroundings now = in;
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            block(node, now);
            now = in.asWords();
        }
    }

    private void block(Node node, Surroundings in) {
        switch (node) {
            case org.commonmark.node.Paragraph paragraph -> add(in, in.shape(), pieces(paragraph));
            case Heading heading -> add(in, new Shape.Heading(heading.getLevel()), pieces(heading));
            case BlockQuote quote -> blocks(quote, new Surroundings(in.depth(), true, in.shape()));
            case ListBlock list -> list(list, in);
            case FencedCodeBlock code -> add(in, in.shape(), literal(code.getLiteral()));
            case IndentedCodeBlock code -> add(in, in.shape(), literal(code.getLiteral()));
            case HtmlBlock html -> add(in, in.shape(), literal(html.getLiteral()));
            case ThematicBreak rule -> add(in, in.shape(), literal("———"));
            default -> blocks(node, in);
        }
    }

    private void add(Surroundings in, Shape shape, List<Piece> pieces) {
        if (!pieces.isEmpty()) {
            paragraphs.add(new Paragraph(shape, in.depth(), in.quoted(), pieces));
        }
    }

    private void list(ListBlock list, Surroundings in) {
        int depth = Math.min(DEEPEST, in.depth() + 1);
        int number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 1;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Shape mark = list instanceof OrderedList ? new Shape.Numbered(number++) : new Shape.Bullet();
            blocks(item, new Surroundings(depth, in.quoted(), mark));
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
                case Code code -> words(code.getLiteral(), style);
                case HtmlInline html -> words(html.getLiteral(), style);
                case SoftLineBreak line -> pieces.add(new Piece.Break(style));
                case HardLineBreak line -> pieces.add(new Piece.Break(style));
                case Emphasis emphasis -> children(emphasis, style.emphasized());
                case StrongEmphasis strong -> children(strong, style.strengthened());
                case Link link -> link(link, style);
                default -> children(node, style);
            }
        }

        private void link(Link link, Style style) {
            Inline within = new Inline();
            within.children(link, style);
            String words = within.plain();
            String target = link.getDestination();
            Optional<Piece> moment = moment(target, words, style);
            Optional<String> address = address(target);
            if (moment.isPresent()) {
                pieces.add(moment.get());
            } else if (target.startsWith(RoomLinks.ROOM) && target.length() <= LONGEST_WORDS) {
                pieces.add(new Piece.Room(words, target.substring(RoomLinks.ROOM.length()), style));
            } else if (address.isEmpty()) {
                pieces.addAll(within.pieces);
            } else if (words.isBlank() || target.equals(words) || target.endsWith("://" + words)) {
                pieces.add(new Piece.Link("", address.get(), style));
            } else if (words.length() > LONGEST_WORDS) {
                pieces.addAll(within.pieces);
                pieces.add(new Piece.Letter(" ", Pause.WORD, style));
                pieces.add(new Piece.Link("", address.get(), style));
            } else {
                pieces.add(new Piece.Link(words.replace('\n', ' '), address.get(), style));
            }
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

        private static Optional<String> address(String target) {
            String low = target.toLowerCase(Locale.ROOT);
            boolean web = low.startsWith("https://") || low.startsWith("http://");
            return web && target.length() <= LONGEST_ADDRESS ? Optional.of(target) : Optional.empty();
        }

        private String plain() {
            StringBuilder plain = new StringBuilder();
            for (Piece piece : pieces) {
                plain.append(
                        switch (piece) {
                            case Piece.Letter letter -> letter.letter();
                            case Piece.Break line -> "\n";
                            case Piece.Link link -> link.words().isEmpty() ? link.address() : link.words();
                            case Piece.Room room -> room.words();
                            case Piece.Moment moment -> moment.words();
                        });
            }
            return plain.toString();
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
