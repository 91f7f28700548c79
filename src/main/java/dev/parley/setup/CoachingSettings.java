package dev.parley.setup;

import dev.parley.coaching.OwnTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How coaching is run.
 *
 * @param leads who leads the programme
 * @param after how long after a meeting's end people are asked about it
 * @param nudge how long an unanswered prompt waits before the one gentle reminder
 * @param patience how long a prompt stays open in private; afterwards it waits on the person's page
 * @param pause how long nothing more must come before the next question is put
 * @param usual the clock and the quiet hours of people who have set none
 * @param calendarEvery how often a calendar feed is fetched
 * @param cycles the names of the cycles that are offered; without them all are
 * @param frameworks the names of the frameworks that are offered; without them all are
 */
public record CoachingSettings(
        Set<Lead> leads,
        Duration after,
        Duration nudge,
        Duration patience,
        Duration pause,
        OwnTime usual,
        Duration calendarEvery,
        Optional<List<String>> cycles,
        Optional<List<String>> frameworks) {

    public CoachingSettings {
        leads = Set.copyOf(leads);
        cycles = cycles.map(List::copyOf);
        frameworks = frameworks.map(List::copyOf);
    }

    /**
     * Somebody who leads, by an account.
     *
     * @param platform the platform's short name
     * @param id the platform's id for them
     */
    public record Lead(String platform, String id) {}

    /** Whether a cycle is offered. */
    public boolean offersCycle(String name) {
        return cycles.map(names -> names.contains(name)).orElse(true);
    }

    /** Whether a framework is offered. */
    public boolean offersFramework(String name) {
        return frameworks.map(names -> names.contains(name)).orElse(true);
    }
}
