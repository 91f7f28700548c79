package dev.parley.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The open event streams, each carried by the thread of its request. */
final class Streams {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ServerSettings.Limits limits;
    private final Set<Thread> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> each = new ConcurrentHashMap<>();
    private volatile boolean closing;

    Streams(ServerSettings.Limits limits) {
        this.limits = limits;
    }

    /** Carries a stream until the visitor goes or the server closes. */
    void carry(String who, EventFeed feed, HttpServletResponse response) throws IOException {
        try (feed) {
            enter(who);
            try {
                write(feed, response);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } finally {
                leave(who);
            }
        }
    }

    private void enter(String who) {
        int mine = each.merge(who, 1, Integer::sum);
        open.add(Thread.currentThread());
        if (closing || mine > limits.streamsEach() || open.size() > limits.streams()) {
            leave(who);
            throw closing ? Problem.unavailable() : Problem.tooMany(PATIENCE);
        }
    }

    private void leave(String who) {
        open.remove(Thread.currentThread());
        each.computeIfPresent(who, (key, count) -> count == 1 ? null : count - 1);
    }

    private void write(EventFeed feed, HttpServletResponse response) throws IOException, InterruptedException {
        response.setContentType("text/event-stream; charset=utf-8");
        response.setHeader("X-Accel-Buffering", "no");
        ServletOutputStream output = response.getOutputStream();
        output.write("retry: 1000\n\n".getBytes(StandardCharsets.UTF_8));
        output.flush();
        while (!closing) {
            List<EventFeed.Event> events = feed.next(PATIENCE);
            StringBuilder text = new StringBuilder();
            events.forEach(event -> event.writeTo(text));
            // A comment finds out whether anybody is still there.
            output.write((events.isEmpty() ? ":\n\n" : text.toString()).getBytes(StandardCharsets.UTF_8));
            output.flush();
        }
    }

    /** Ends all streams. */
    void close() {
        closing = true;
        open.forEach(Thread::interrupt);
    }
}
