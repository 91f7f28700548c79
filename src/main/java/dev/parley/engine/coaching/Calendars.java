package dev.parley.engine.coaching;

import dev.parley.coaching.partnership.Occurrence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads calendars that people keep elsewhere. */
@FunctionalInterface
public interface Calendars {

    /**
     * What is in a calendar for some time.
     *
     * @param unread the names of events of which something was not understood; what is known of them stays as it is
     * @param titles what those of them are called that were asked for, as their calendar has it; empty for one without a title
     */
    record Found(List<Occurrence> occurrences, Set<String> unread, List<String> titles) {
        public Found {
            occurrences = List.copyOf(occurrences);
            unread = Set.copyOf(unread);
            titles = List.copyOf(titles);
        }
    }

    /**
     * Fetches a calendar from an address that a person has given, which is not to be trusted. May take some seconds.
     *
     * @param word only events with this word in their title; empty for all
     * @return empty where it cannot be read just now
     */
    Optional<Found> read(String address, String word, Instant from, Instant to);
}
