package dev.parley.store;

import static dev.parley.store.StoreContract.COMMUNITY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Event;
import dev.parley.conversation.PersonId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.h2.store.fs.FilePath;
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

    @Test
    void whatIsAcknowledgedHasReachedTheDisk() throws Exception {
        Path folder = place.resolve("live");
        SyncedFiles files = new SyncedFiles();
        FilePath.register(files);
        try (Store store = new Opening(Settings.inFolder(folder), SyncedFiles.SCHEME).open()) {
            PersonId ada = store.<Person>write(writing -> writing.introduce(COMMUNITY, "web", "cookie", "Ada"))
                    .id();
            for (long sequence = 1; sequence <= 20; sequence++) {
                long last = sequence;
                store.write(writing -> {
                    writing.keep(
                            Acknowledging.stream(0),
                            Map.of(Acknowledging.message(last), new Spoken(ada, "words " + last)));
                    return writing.append(
                            Acknowledging.stream(0),
                            last - 1,
                            List.of(StoreContract.happened(new Event.Paused())),
                            true);
                });
                if (sequence % 5 == 0) {
                    Path cut = Files.createDirectory(place.resolve("cut" + sequence));
                    Files.write(cut.resolve("parley.mv.db"), files.onDisk());
                    Files.copy(folder.resolve("parley.key"), cut.resolve("parley.key"));
                    Files.copy(folder.resolve("parley.keys"), cut.resolve("parley.keys"));
                    assertEverythingIsThere(cut, Map.of("stream-0", sequence), "after " + sequence);
                }
            }
        } finally {
            FilePath.unregister(files);
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
