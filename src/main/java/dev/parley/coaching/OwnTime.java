package dev.parley.coaching;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A person's own clock.
 *
 * @param zone where they are
 * @param quietFrom when quiet hours begin
 * @param quietTo when they end; the same as {@code quietFrom} for none at all
 */
public record OwnTime(ZoneId zone, LocalTime quietFrom, LocalTime quietTo) {

    /** The first instant from {@code wanted} on that is outside of quiet hours. In the gap of a spring change: the first instant after it. */
    public Instant outsideQuiet(Instant wanted) {
        ZonedDateTime local = wanted.atZone(zone);
        LocalTime time = local.toLocalTime();
        boolean overnight = quietTo.isBefore(quietFrom);
        boolean quiet = overnight
                ? !time.isBefore(quietFrom) || time.isBefore(quietTo)
                : !time.isBefore(quietFrom) && time.isBefore(quietTo);
        if (!quiet) {
            return wanted;
        }
        boolean tomorrow = overnight && !time.isBefore(quietFrom);
        return local.toLocalDate()
                .plusDays(tomorrow ? 1 : 0)
                .atTime(quietTo)
                .atZone(zone)
                .toInstant();
    }
}
