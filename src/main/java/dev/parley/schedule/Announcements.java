package dev.parley.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which announcement of a meeting is to be made. */
public final class Announcements {

    private Announcements() {}

    /**
     * The announcement that is due. Where several came due since the last look, because we were away, only the one nearest to the
     * start is made; after the start there is nothing to announce.
     *
     * @param leads how long before the start people are told
     * @param after what was due until then was looked at before
     */
    public static Optional<Duration> due(Instant start, List<Duration> leads, Instant after, Instant now) {
        if (!now.isBefore(start)) {
            return Optional.empty();
        }
        return leads.stream()
                .filter(lead ->
                        start.minus(lead).isAfter(after) && !start.minus(lead).isAfter(now))
                .min(Duration::compareTo);
    }
}
