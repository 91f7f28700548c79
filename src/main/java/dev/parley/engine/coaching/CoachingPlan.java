package dev.parley.engine.coaching;

import dev.parley.coaching.Cycle;
import dev.parley.coaching.Framework;
import dev.parley.coaching.OwnTime;
import dev.parley.coaching.partnership.Rhythm;
import dev.parley.platform.Account;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a community has settled about coaching.
 *
 * @param cycles by name, at least one
 * @param frameworks standards and continua
 * @param leads whether an account leads the programme; empty where nobody was named, and then the hosts of the community do
 * @param rhythm how patient the asking is
 * @param usual the clock of those who have not set their own
 * @param locale in which days and months are named
 * @param calendarEvery how often calendars are read
 */
public record CoachingPlan(
        SortedMap<String, Cycle> cycles,
        List<Framework> frameworks,
        Optional<Predicate<Account>> leads,
        Rhythm rhythm,
        OwnTime usual,
        Locale locale,
        Duration calendarEvery) {

    public CoachingPlan {
        cycles = Collections.unmodifiableSortedMap(new TreeMap<>(cycles));
        frameworks = List.copyOf(frameworks);
    }
}
