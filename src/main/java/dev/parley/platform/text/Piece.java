package dev.parley.platform.text;

/** A piece of text that is never cut. */
public sealed interface Piece {

    /** How it is set. */
    Style style();

    /** What it says in words alone. */
    String plain();

    /** How well the text may be cut after it. */
    default Pause pause() {
        return Pause.NONE;
    }

    /** How well a text may be cut somewhere, the worst first. */
    enum Pause {
        NONE,
        WORD,
        SENTENCE,
        LINE
    }

    /** A letter as people see it: one or several code points. */
    record Letter(String letter, Pause pause, Style style) implements Piece {
        @Override
        public String plain() {
            return letter;
        }
    }

    /** A line ends within its paragraph. */
    record Break(Style style) implements Piece {
        @Override
        public String plain() {
            return "\n";
        }

        @Override
        public Pause pause() {
            return Pause.LINE;
        }
    }

    /** A few words to be typed just so; no line ends in them, and there is no backquote. */
    record Code(String words, Style style) implements Piece {
        @Override
        public String plain() {
            return words;
        }
    }

    /**
     * A link to the web.
     *
     * @param words what stands for it; empty where the address itself is shown
     * @param address without blanks, angle brackets and backslashes
     */
    record Link(String words, String address, Style style) implements Piece {
        @Override
        public String plain() {
            return words.isEmpty() ? address : words;
        }
    }

    /**
     * The name of a room of the platform.
     *
     * @param words what stands for it where it cannot be shown as such
     * @param room its id on the platform, which may be none
     */
    record Room(String words, String room, Style style) implements Piece {
        @Override
        public String plain() {
            return words;
        }
    }

    /**
     * A point in time.
     *
     * @param second since 1970
     * @param left whether it is told by how far away it is
     * @param words what says it as it is when the post is sent
     */
    record Moment(long second, boolean left, String words, Style style) implements Piece {
        @Override
        public String plain() {
            return words;
        }
    }
}
