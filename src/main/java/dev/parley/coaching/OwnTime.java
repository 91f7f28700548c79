package dev.parley.coaching;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * A person's own clock.
 *
 * @param zone where they are
 * @param quietFrom when quiet hours begin
 * @param quietTo when they end; the same as {@code quietFrom} for none at all
 */
public record OwnTime(ZoneId zone, LocalTime quietFrom, LocalTime quietTo) {

    /**
     * The first instant from {@code wanted} on that is outside of quiet hours. In the gap of a spring change: the first instant after it.
     * In the overlap of autumn, where the hour that they end in comes twice: the next time that it does.
     */
    public Instant outsideQuiet(Instant wanted) {
        LocalDateTime local = LocalDateTime.ofInstant(wanted, zone);
        if (!isQuiet(local.toLocalTime())) {
            return wanted;
        }
        boolean tomorrow = quietTo.isBefore(quietFrom) && !local.toLocalTime().isBefore(quietFrom);
        LocalDateTime end = local.toLocalDate().plusDays(tomorrow ? 1 : 0).atTime(quietTo);
        ZoneOffsetTransition change = zone.getRules().getTransition(end);
        if (change != null && change.isGap()) {
            return change.getInstant();
        }
        Instant first = end.atZone(zone).toInstant();
        return first.isAfter(wanted)
                ? first
                : end.atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }

    private boolean isQuiet(LocalTime time) {
        boolean overnight = quietTo.isBefore(quietFrom);
        return overnight
                ? !time.isBefore(quietFrom) || time.isBefore(quietTo)
                : !time.isBefore(quietFrom) && time.isBefore(quietTo);
    }
}
