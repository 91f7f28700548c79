package dev.parley.platform.text;

/** A piece of text that is never cut. */
public sealed interface Piece {

    /** How it is set. */
    Style style();

    /** How well the text may be cut after it. */
    Pause pause();

    /** How well a text may be cut somewhere, the worst first. */
    enum Pause {
        NONE,
        WORD,
        SENTENCE,
        LINE
    }

    /** A letter as people see it: one or several code points. */
    record Letter(String letter, Pause pause, Style style) implements Piece {}

    /** A line ends within its paragraph. */
    record Break(Style style) implements Piece {
        @Override
        public Pause pause() {
            return Pause.LINE;
        }
    }

    /**
     * A link to the web.
     *
     * @param words what stands for it; empty where the address itself is shown
     */
    record Link(String words, String address, Style style) implements Piece {
        @Override
        public Pause pause() {
            return Pause.NONE;
        }
    }

    /**
     * The name of a room of the platform.
     *
     * @param words what stands for it where it cannot be shown as such
     * @param room its id on the platform
     */
    record Room(String words, String room, Style style) implements Piece {
        @Override
        public Pause pause() {
            return Pause.NONE;
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
        public Pause pause() {
            return Pause.NONE;
        }
    }
}
