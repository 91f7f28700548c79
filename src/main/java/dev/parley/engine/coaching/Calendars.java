package dev.parley.engine.coaching;

import dev.parley.coaching.partnership.Occurrence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads calendars that people keep elsewhere. */
@FunctionalInterface
public interface Calendars {

    /**
     * Fetches a calendar from an address that a person has given, which is not to be trusted. May take some seconds.
     *
     * @param word only events with this word in their title; empty for all
     * @return what is in it for that time; empty where it cannot be read just now
     */
    Optional<List<Occurrence>> read(String address, String word, Instant from, Instant to);
}
