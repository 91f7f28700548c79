package dev.parley.engine;

import dev.parley.platform.Allowance;
import dev.parley.platform.SlidingBudget;
import dev.parley.store.Share;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One process's side of the sharing of a budget. Every process visits the table of shares from time to time, one at a time: it says that
 * it lives, frees what a dead one had, gives up what is more than its fair part, and takes what is free.
 *
 * <p>No clock is compared with another's, neither those of two machines nor the database's: they differ, and are set. A process that
 * lives writes another beat at each visit. Whoever has seen the same beat for the length of {@code silence} by its own stopwatch knows
 * that the other is dead, or cannot reach the database; that other one has by then long stopped, since its own slots end so early after
 * the beginning of its last visit that even a request sent at the last moment counts no more.
 *
 * <p>Slots are added after they are in the table, and leave the table after they were used for the last time and have rested.
 */
final class Sharing {

    private static final int VISITS_IN_A_LEASE = 5;

    private final String instance;
    private final Allowance allowance;
    private final SlidingBudget budget;
    private final long rhythm;
    private final long silence;
    private final long validity;
    private final Map<String, Seen> seen = new HashMap<>();
    private long beat;

    private record Seen(long beat, long since) {}

    /**
     * A visit that has begun.
     *
     * @param begun when, by the stopwatch
     * @param held how many slots the process had in use at most from then on
     */
    record Visit(long begun, long beat, int held) {}

    /**
     * What a visit changes.
     *
     * @param present the shares that were there
     * @param dead whose shares are to be taken away
     * @param mine the new share of this process
     * @param slots how many of it may be used from now on
     * @param fair whether it has its fair part, and no more
     */
    record Outcome(List<Share> present, Set<String> dead, Share mine, int slots, boolean fair) {}

    /**
     * A process that has nothing yet.
     *
     * @param budget its own slots
     * @param lease within that time after the last beat of a process that dies its slots are used by those who live
     * @throws IllegalArgumentException where the lease is too short for what is still on its way when it ends
     */
    Sharing(String instance, Allowance allowance, SlidingBudget budget, Duration lease) {
        this.instance = instance;
        this.allowance = allowance;
        this.budget = budget;
        this.rhythm = lease.toNanos() / VISITS_IN_A_LEASE;
        this.silence = lease.toNanos() - rhythm;
        this.validity = silence - allowance.longRest().toNanos();
        if (validity <= rhythm) {
            throw new IllegalArgumentException("A lease of " + lease + " is too short for " + allowance);
        }
    }

    /** Before the transaction. A beat is never used again, also where nobody knows whether it was written. */
    Visit begin(long now) {
        return new Visit(now, ++beat, budget.held());
    }

    /** Within the transaction, which may be run several times: changes nothing. */
    Outcome decide(Visit visit, List<Share> present) {
        Set<String> dead = present.stream()
                .filter(share -> isDead(share, visit.begun()))
                .map(Share::instance)
                .collect(Collectors.toSet());
        Set<String> living = new TreeSet<>(Set.of(instance));
        int others = 0;
        int mine = 0;
        for (Share share : present) {
            if (share.instance().equals(instance)) {
                mine = share.slots();
            } else if (!dead.contains(share.instance())) {
                living.add(share.instance());
                others += share.slots();
            }
        }
        int part = part(living);
        int free = Math.max(0, allowance.requests() - others - mine);
        int kept = mine > part ? Math.max(part, Math.min(mine, visit.held())) : mine + Math.min(free, part - mine);
        int slots = Math.min(kept, part);
        return new Outcome(present, dead, new Share(instance, kept, visit.beat()), slots, kept == part);
    }

    private boolean isDead(Share share, long now) {
        Seen last = seen.get(share.instance());
        return !share.instance().equals(instance)
                && last != null
                && last.beat() == share.beat()
                && now - last.since() >= silence;
    }

    /** An equal part for everybody; what is over is for the first by name. */
    private int part(Set<String> living) {
        int number =
                (int) living.stream().takeWhile(one -> !one.equals(instance)).count();
        int over = allowance.requests() % living.size();
        return allowance.requests() / living.size() + (number < over ? 1 : 0);
    }

    /**
     * After the commit.
     *
     * @param now not before the shares were read: from here on a beat is old
     */
    void end(Visit visit, Outcome outcome, long now) {
        Map<String, Seen> before = Map.copyOf(seen);
        seen.clear();
        for (Share share : outcome.present()) {
            Seen last = before.get(share.instance());
            boolean same = last != null && last.beat() == share.beat();
            seen.put(share.instance(), same ? last : new Seen(share.beat(), now));
        }
        budget.allow(outcome.slots(), visit.begun() + validity);
    }

    /** How long to wait before the next visit, in nanoseconds: not long while something is to be given up, taken or freed. */
    long pause(Outcome outcome, long now) {
        long usual = outcome.fair() ? rhythm : Math.min(rhythm, allowance.rest().toNanos());
        long next = usual;
        for (Map.Entry<String, Seen> other : seen.entrySet()) {
            if (!other.getKey().equals(instance) && !outcome.dead().contains(other.getKey())) {
                next = Math.min(next, other.getValue().since() + silence - now);
            }
        }
        return Math.max(0, next);
    }
}
