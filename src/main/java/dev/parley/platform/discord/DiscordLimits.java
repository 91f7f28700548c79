package dev.parley.platform.discord;

import dev.parley.platform.Allowance;
import java.time.Duration;

/** What Discord lets a bot do, for all who speak with its token. */
public final class DiscordLimits {
    /** How long a request may be on its way. */
    private static final Duration TRAVEL = Duration.ofSeconds(3);

    /** Requests over all. */
    public static final Allowance REQUESTS = new Allowance(50, Duration.ofSeconds(1), TRAVEL);

    /**
     * Private channels to be opened. Discord publishes no figure: its reference of "Create DM" says only that a bot which opens many too
     * quickly may be limited or blocked, with error 40003, and bots that opened some dozens in a row tell of it. So this one is ours, well
     * below that.
     */
    public static final Allowance OPENINGS = new Allowance(5, Duration.ofSeconds(10), TRAVEL);

    private DiscordLimits() {}
}
