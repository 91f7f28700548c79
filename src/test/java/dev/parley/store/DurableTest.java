package dev.parley.store;

import static dev.parley.store.StoreContract.COMMUNITY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is acknowledged is there, whatever happens afterwards. */
class DurableTest {
    private static final int ROUNDS = 3;

    @TempDir
    Path place;

    @Test
    void nothingAcknowledgedIsLostToAKill() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Path folder = place.resolve("live");
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Long> acknowledged;
            try (Killed child = Killed.start(folder)) {
                child.lines(1 + random.nextInt(150));
                acknowledged = child.kill();
            }
            assertEverythingIsThere(folder, acknowledged, "seed " + seed + ", round " + round);
        }
    }

    @Test
    void whatIsAcknowledgedIsInTheFileOfTheRunningProcess() throws Exception {
        Path folder = place.resolve("live");
        try (Killed child = Killed.start(folder)) {
            for (int round = 0; round < ROUNDS; round++) {
                child.lines(30);
                Map<String, Long> acknowledged = child.acknowledged();
                child.stop();
                Path copy = place.resolve("copy" + round);
                Files.createDirectory(copy);
                for (String file : List.of("parley.mv.db", "parley.key", "parley.keys")) {
                    Files.copy(folder.resolve(file), copy.resolve(file));
                }
                child.goOn();
                assertEverythingIsThere(copy, acknowledged, "round " + round);
            }
        }
    }

    static void assertEverythingIsThere(Path folder, Map<String, Long> acknowledged, String what) {
        assertThat(acknowledged).as(what).isNotEmpty();
        try (Store store = Stores.open(Settings.inFolder(folder))) {
            acknowledged.forEach((name, last) -> {
                ConversationId stream = new ConversationId(COMMUNITY, name);
                List<Long> sequences = store.read(reading ->
                        reading.events(stream, 0).stream().map(Stored::sequence).toList());
                assertThat(sequences)
                        .as(what + ", " + name)
                        .hasSizeGreaterThanOrEqualTo(last.intValue())
                        .isEqualTo(LongStream.rangeClosed(1, sequences.size())
                                .boxed()
                                .toList());
                assertThat(store.<Map<?, ?>>read(reading -> reading.words(stream)))
                        .as(what + ", words of " + name)
                        .hasSameSizeAs(sequences);
            });
        }
    }
}
