package dev.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Event;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a database file. */
class H2StoreTest extends StoreContract {
    @TempDir
    Path folder;

    @Override
    Store fresh() {
        return Stores.open(Settings.inFolder(folder));
    }

    @Test
    void aThreadThatIsInterruptedDoesNotBreakTheStore() throws Exception {
        append(CHAT, 0, new Event.Paused());
        for (int round = 0; round < 20; round++) {
            Thread worker = Thread.ofPlatform().start(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    append(OTHER, events(OTHER).size(), new Event.Held());
                    introduce("cookie-" + events(OTHER).size(), "Ada");
                }
            });
            Thread.sleep(round % 7);
            worker.interrupt();
            worker.join();
        }

        assertThat(events(CHAT)).hasSize(1);
        append(CHAT, 1, new Event.Resumed());
        introduce("the last", "Bo");
        store.close();
        store = fresh();
        assertThat(events(CHAT)).hasSize(2);
    }
}
