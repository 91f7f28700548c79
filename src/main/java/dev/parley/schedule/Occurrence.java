package dev.parley.schedule;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One meeting of a series.
 *
 * @param date the local date on which the series would meet by its weekly time; it names the meeting, also when that was moved
 * @param start when it begins
 */
public record Occurrence(LocalDate date, Instant start) {}
