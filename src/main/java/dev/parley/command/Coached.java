package dev.parley.command;

import dev.parley.calendar.CalendarFetch;
import dev.parley.coaching.Cycle;
import dev.parley.coaching.partnership.Rhythm;
import dev.parley.engine.coaching.CoachingPlan;
import dev.parley.engine.coaching.CoachingService;
import dev.parley.platform.Account;
import dev.parley.setup.CoachingSettings;
import dev.parley.setup.Setup;
import dev.parley.site.coaching.PrivateLinks;
import java.net.URI;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Coaching as the settings and the prompts say it. */
final class Coached {

    private Coached() {}

    /**
     * Coaching for a community.
     *
     * @param links the ways in to the private pages, which can only be told where the site has a public address
     */
    static CoachingService of(Setup setup, PrivateLinks links) {
        Optional<URI> address = setup.configuration().site().address();
        return new CoachingService(
                setup.configuration().community().name(),
                plan(setup),
                setup.prompts().voice(),
                new FetchedCalendars(
                        new CalendarFetch(), setup.configuration().community().zone()),
                account -> address.map(site -> site.resolve(links.make(account))));
    }

    private static CoachingPlan plan(Setup setup) {
        CoachingSettings settings = setup.configuration().coaching();
        SortedMap<String, Cycle> cycles = new TreeMap<>(setup.prompts().cycles());
        cycles.keySet().removeIf(name -> !settings.offersCycle(name));
        return new CoachingPlan(
                cycles,
                setup.prompts().frameworks().values().stream()
                        .filter(framework -> settings.offersFramework(framework.name()))
                        .toList(),
                leads(settings),
                new Rhythm(settings.after(), settings.pause(), settings.nudge(), settings.patience()),
                settings.usual(),
                Running.LOCALE,
                settings.calendarEvery());
    }

    private static Optional<Predicate<Account>> leads(CoachingSettings settings) {
        return settings.leads().isEmpty()
                ? Optional.empty()
                : Optional.of(account -> settings.leads().stream().anyMatch(lead -> is(lead, account)));
    }

    /** A lead on Slack is named with their workspace, or without it where there is one. */
    private static boolean is(CoachingSettings.Lead lead, Account account) {
        return lead.platform().equals(account.platform())
                && (account.id().equals(lead.id()) || account.id().endsWith("/" + lead.id()));
    }
}
