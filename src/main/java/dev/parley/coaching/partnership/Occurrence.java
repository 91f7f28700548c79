package dev.parley.coaching.partnership;

import java.time.Instant;

/**
 * A meeting as a calendar has it now.
 *
 * @param uid the event's name in its calendar
 * @param instance which one of a series; stays when it is moved
 * @param cancelled whether it was called off
 */
public record Occurrence(String uid, String instance, Instant start, Instant end, boolean cancelled) {}
