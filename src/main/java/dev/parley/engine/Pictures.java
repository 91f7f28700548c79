package dev.parley.engine;

import dev.parley.platform.Attachment;
import dev.parley.recap.Recap;
import dev.parley.recap.format.AnswersPicture;
import dev.parley.recap.format.Showing;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The picture that goes with a recap. A recap goes out without it rather than not at all. */
final class Pictures {

    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);

    private final Drawing drawing;
    private final AtomicBoolean complained = new AtomicBoolean();

    /** Draws a recap as PNG; empty where there is nothing to be drawn. */
    interface Drawing {
        Optional<byte[]> of(Recap recap, Showing showing) throws AnswersPicture.Undrawable;
    }

    Pictures(Drawing drawing) {
        this.drawing = drawing;
    }

    /** The picture; empty where there are no answers or this machine cannot draw, which is logged once. */
    Optional<Attachment> of(Recap recap, Showing showing) {
        try {
            return drawing.of(recap, showing)
                    .map(png -> new Attachment(
                            "answers.png", "image/png", AnswersPicture.description(recap, showing), png));
        } catch (AnswersPicture.Undrawable trouble) {
            if (complained.compareAndSet(false, true)) {
                LOG.warn("Recaps go out without a picture. {}", trouble.getMessage());
            }
            return Optional.empty();
        }
    }
}
