package dev.parley.conversation.filing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.transcript.Archived;
import dev.parley.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real chats, compared with what a careful reader made of them. The floors are what has been reached: they only rise. */
@DisplayName("Filing, measured against real chats labelled by reading")
class FilingEvaluationTest {
    private static final Path SHARED = Path.of("..", "shared");

    @BeforeEach
    void realChats() {
        boolean there = Files.isDirectory(SHARED.resolve("chats"));
        if (System.getenv("CI") == null) {
            Assumptions.assumeTrue(there, "skipped: the real chats are not beside this checkout");
        }
        assertThat(there).as("the real chats in " + SHARED).isTrue();
    }

    @Test
    void theSeedIsFiledAsAPersonWould() throws IOException {
        Evaluation evaluation = Evaluation.of(
                replay(SHARED.resolve("seeds/000_f95156304ab09534.txt")),
                Reference.rows(SHARED.resolve("chats/000_f95156304ab09534.labels.jsonl")));

        assertThat(evaluation.wrong()).isEmpty();
        assertThat(evaluation.right()).isEqualTo(1.0);
        assertThat(evaluation.repeats()).isEqualTo(43);
        assertThat(evaluation.repeatsRight()).isEqualTo(43);
    }

    @ParameterizedTest
    @CsvSource({
        // chat, placed right, F1 of answers under their question
        "ngsschat_2021-04-16, 1.0, 1.0",
        "nephjc_2016-10-19_us, 1.0, 1.0",
        "critlib_2015-06-17, 1.0, 1.0",
        "pstweetchat_2021-05, 1.0, 1.0",
        // read by nobody while the filing was tuned: this one is honest
        "critlib_2015-05-06, 0.97, 0.99",
    })
    void placesMessagesAsAReaderWould(String chat, double placed, double answers) throws IOException {
        Evaluation evaluation = Evaluation.of(
                replay(SHARED.resolve("chats/" + chat + ".tsv")),
                Reference.rows(Path.of("src/test/resources/labels/" + chat + ".labels")));

        assertThat(evaluation.right()).as("%s", evaluation.wrong()).isGreaterThanOrEqualTo(placed);
        assertThat(evaluation.answers()).as("%s", evaluation.wrong()).isGreaterThanOrEqualTo(answers);
        assertThat(evaluation.repeatsRight()).isEqualTo(evaluation.repeats());
    }

    private static Replay replay(Path file) throws IOException {
        return Replay.of(
                Archived.messages(Transcript.read(file), file.getFileName().toString()), done -> {});
    }
}
