package dev.parley.platform.discord;

import dev.parley.platform.Coaching;
import dev.parley.platform.discord.wire.Reader;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells coaching of the scheduled events that people make in a server, in order: those that are dispatched, and those that stand there when
 * a session begins, since they may have been made before. Of those that Parley has made nothing is told.
 */
final class Plans implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Plans.class);
    private static final int COMPLETED = 3;
    private static final int CALLED_OFF = 4;
    private static final int LONGEST_SECONDS = 60;

    private final Coaching coaching;
    private final Supplier<String> self;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private CompletableFuture<Void> line = CompletableFuture.completedFuture(null);

    Plans(Coaching coaching, Supplier<String> self) {
        this.coaching = coaching;
        this.self = self;
    }

    /** Something was dispatched. Returns at once. */
    void dispatched(String type, DataObject payload) {
        switch (type) {
            case "GUILD_SCHEDULED_EVENT_CREATE", "GUILD_SCHEDULED_EVENT_UPDATE" -> tell(payload, false);
            case "GUILD_SCHEDULED_EVENT_DELETE" -> tell(payload, true);
            case "GUILD_CREATE" ->
                payload.optArray("guild_scheduled_events").stream()
                        .flatMap(events -> events.stream(DataArray::getObject))
                        .forEach(event -> tell(event, false));
            default -> {}
        }
    }

    private void tell(DataObject event, boolean gone) {
        int status = event.getInt("status", 0);
        String maker = event.getString("creator_id", "");
        if (maker.isEmpty() || maker.equals(self.get()) || status == COMPLETED) {
            return;
        }
        boolean off = gone || status == CALLED_OFF;
        tell(() -> coaching.planned(
                Reader.account(maker),
                event.getString("id"),
                off ? Optional.empty() : time(event, "scheduled_start_time"),
                off ? Optional.empty() : time(event, "scheduled_end_time")));
    }

    private static Optional<Instant> time(DataObject event, String key) {
        return event.isNull(key) ? Optional.empty() : Optional.of(Reader.instant(event.getString(key)));
    }

    private synchronized void tell(Supplier<CompletionStage<Void>> plan) {
        try {
            line = line.thenComposeAsync(_ -> plan.get(), threads)
                    .orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS)
                    .exceptionally(trouble -> {
                        LOG.warn("A plan of somebody's could not be told: {}", trouble.toString());
                        return null;
                    });
        } catch (RejectedExecutionException closed) {
            LOG.debug("Too late, Parley is stopping");
        }
    }

    /** What is not told yet is told when the next session begins. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
