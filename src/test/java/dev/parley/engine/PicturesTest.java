package dev.parley.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.parley.platform.Attachment;
import dev.parley.recap.Chat;
import dev.parley.recap.Recap;
import dev.parley.recap.format.AnswersPicture;
import dev.parley.recap.format.Showing;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class PicturesTest {

    private final Recap recap = Chat.evening().recap();
    private final Showing showing = new Showing(House.voice(), ZoneOffset.UTC, Locale.ENGLISH);
    private final Logger logger = (Logger) LoggerFactory.getLogger(Pictures.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(logged);
    }

    @Test
    void aMachineThatCannotDrawSaysSoOnce() {
        Pictures pictures = new Pictures((_, _) -> {
            throw new AnswersPicture.Undrawable(new InternalError("Fontconfig head is null"));
        });

        assertThat(pictures.of(recap, showing)).isEmpty();
        assertThat(pictures.of(recap, showing)).isEmpty();
        assertThat(logged.list).hasSize(1);
        assertThat(logged.list.getFirst().getFormattedMessage())
                .contains("without a picture")
                .contains("Fontconfig head is null");
    }

    @Test
    void aPictureSaysWhatItShows() {
        Pictures pictures = new Pictures((_, _) -> Optional.of(new byte[] {1, 2}));

        Attachment picture = pictures.of(recap, showing).orElseThrow();

        assertThat(picture.name()).isEqualTo("answers.png");
        assertThat(picture.type()).isEqualTo("image/png");
        assertThat(picture.description()).contains("Q1: 8 answers");
        assertThat(picture.bytes()).containsExactly(1, 2);
        assertThat(logged.list).isEmpty();
    }

    @Test
    void nothingIsSaidWhereThereIsNothingToBeDrawn() {
        assertThat(new Pictures((_, _) -> Optional.empty()).of(recap, showing)).isEmpty();
        assertThat(logged.list).isEmpty();
    }
}
