package dev.parley.site;

import dev.parley.conversation.ConversationId;
import dev.parley.engine.Desk;
import dev.parley.web.EventFeed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells an open desk that something has changed; the page then fetches itself. */
final class DeskFeed implements EventFeed {
    private static final Duration TOGETHER = Duration.ofMillis(150);

    private final Semaphore changes = new Semaphore(1);
    private final AutoCloseable watching;

    DeskFeed(Desk desk, ConversationId chat) {
        this.watching = desk.watch(chat, changes::release);
    }

    @Override
    public List<Event> next(Duration patience) throws InterruptedException {
        if (!changes.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return List.of();
        }
        Thread.sleep(TOGETHER);
        changes.drainPermits();
        return List.of(new Event("", "changed", ""));
    }

    @Override
    public void close() {
        try {
            watching.close();
        } catch (Exception trouble) {
            throw new IllegalStateException("The desk did not stop watching", trouble);
        }
    }
}
