package dev.parley.recap.format;

import dev.parley.recap.Recap;
import java.awt.AWTError;
import java.util.Optional;

/**
 * How the answers came in, as a picture (PNG) for platforms that show no SVG. Its paper is the same in a light and in a dark room.
 */
public final class AnswersPicture {

    private AnswersPicture() {}

    /** Java cannot draw on this machine: it has no fontconfig, no font, or a JDK without graphics. */
    public static final class Undrawable extends Exception {

        private static final long serialVersionUID = 1;

        /** @param cause what Java2D said */
        public Undrawable(Throwable cause) {
            super("Pictures cannot be drawn here (is fontconfig installed, and a font?): " + cause, cause);
        }
    }

    /**
     * The picture; empty where there are no answers.
     *
     * @throws Undrawable where this machine cannot draw
     */
    public static Optional<byte[]> of(Recap recap, Showing showing) throws Undrawable {
        return recap.answers() == 0 ? Optional.empty() : Optional.of(drawn(recap, showing));
    }

    // What Java2D throws without fontconfig, a font or a screen differs from one machine to the next, and is mostly an
    // error.
    private static byte[] drawn(Recap recap, Showing showing) throws Undrawable {
        AnswersDrawing drawing = new AnswersDrawing(recap, showing);
        String title = showing.say(RecapPhrase.CHART);
        String note = showing.say(RecapPhrase.CHART_NOTE);
        try {
            return PictureBrush.png(drawing, title, note);
        } catch (RuntimeException | LinkageError | InternalError | AWTError trouble) {
            throw new Undrawable(trouble);
        }
    }

    /** What the picture shows, in words, for those who cannot see it. */
    public static String description(Recap recap, Showing showing) {
        return showing.say(RecapPhrase.CHART) + ". " + AnswersDrawing.description(recap, showing);
    }
}
