package dev.parley.command;

import dev.parley.engine.Settings;
import dev.parley.engine.SharedBudget;
import dev.parley.platform.Allowance;
import dev.parley.platform.Budget;
import dev.parley.platform.SlidingBudget;
import dev.parley.platform.discord.DiscordLimits;
import dev.parley.store.Store;
import java.util.List;

/**
 * How much of what Discord lets a bot do is this process's.
 *
 * @param requests over all
 * @param openings of private channels
 * @param shared those of these that are shared with other processes
 */
record DiscordBudgets(Budget requests, Budget openings, List<SharedBudget> shared) implements AutoCloseable {

    /** Those of a process that has the database, and so the bot, to itself. */
    static DiscordBudgets alone() {
        return new DiscordBudgets(
                SlidingBudget.alone(DiscordLimits.REQUESTS, System::nanoTime),
                SlidingBudget.alone(DiscordLimits.OPENINGS, System::nanoTime),
                List.of());
    }

    /** The part of a process beside others on the same database. */
    static DiscordBudgets shared(Store store, Settings settings) {
        SharedBudget requests = shared(store, settings, "discord/", DiscordLimits.REQUESTS);
        SharedBudget openings = shared(store, settings, "discord openings/", DiscordLimits.OPENINGS);
        return new DiscordBudgets(requests, openings, List.of(requests, openings));
    }

    private static SharedBudget shared(Store store, Settings settings, String name, Allowance allowance) {
        SharedBudget shared = new SharedBudget(
                store, name + settings.community(), settings.instance(), allowance, settings.lease(), System::nanoTime);
        shared.start();
        return shared;
    }

    /** Gives up what is shared. */
    @Override
    public void close() {
        shared.forEach(SharedBudget::close);
    }
}
