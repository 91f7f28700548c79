package dev.parley.web;

import java.time.Duration;
import java.util.Optional;

/** The visitor gets a page with this status instead of what was asked for. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final transient Optional<Duration> after;

    private Problem(int status, Optional<Duration> after) {
        super("HTTP " + status, null, false, false);
        this.status = status;
        this.after = after;
    }

    /** What was asked for cannot be read. */
    public static Problem unreadable() {
        return new Problem(400, Optional.empty());
    }

    /** The visitor may not do this. */
    public static Problem forbidden() {
        return new Problem(403, Optional.empty());
    }

    /** There is no such thing. */
    public static Problem notFound() {
        return new Problem(404, Optional.empty());
    }

    /** There was such a thing: a link that was used, a message that was deleted. */
    public static Problem gone() {
        return new Problem(410, Optional.empty());
    }

    /** The body is too large. */
    public static Problem tooLarge() {
        return new Problem(413, Optional.empty());
    }

    /** We are not served under that name. */
    public static Problem misdirected() {
        return new Problem(421, Optional.empty());
    }

    /** Too much at once; it will do again after a while. */
    public static Problem tooMany(Duration after) {
        return new Problem(429, Optional.of(after));
    }

    /** Not now. */
    public static Problem unavailable() {
        return new Problem(503, Optional.of(Duration.ofSeconds(5)));
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** When to try again, where that is known. */
    public Optional<Duration> after() {
        return after;
    }
}
