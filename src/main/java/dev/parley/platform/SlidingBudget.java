package dev.parley.platform;

import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * A budget for a platform that counts requests over any stretch of time of one length, as they arrive there. It has slots, as many as
 * requests are allowed. A request takes a slot before it is sent, and the slot rests for that length of time after the answer has come
 * before it is used again.
 *
 * <p>The platform counted the request before it answered, so two requests of one slot arrive further apart than the window, and any
 * window holds at most one of each slot, however long requests and answers travel. All slots can be used in the same moment: n requests
 * that are due at once are out after ⌈n/slots⌉−1 windows, and as many times an answer's travel.
 */
public final class SlidingBudget implements Budget {

    private static final long FOR_EVER = Long.MAX_VALUE;

    private final long rest;
    private final long longRest;
    private final LongSupplier nanos;
    private final long origin;
    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Waiter> waiting = new PriorityQueue<>(
            Comparator.comparingInt(Waiter::urgency).reversed().thenComparingLong(Waiter::ticket));
    /** When each resting slot has rested. */
    private final PriorityQueue<Long> resting = new PriorityQueue<>();

    private int slots;
    private int sent;
    private long end;
    private long tickets;

    private record Waiter(int urgency, long ticket, Condition turn) {}

    /**
     * A budget without slots, until it is {@link #allow allowed} some.
     *
     * @param nanos a clock that only goes forward, in nanoseconds of any origin, such as {@code System::nanoTime}
     */
    public SlidingBudget(Allowance allowance, LongSupplier nanos) {
        this.rest = allowance.rest().toNanos();
        this.longRest = allowance.longRest().toNanos();
        this.nanos = nanos;
        this.origin = nanos.getAsLong();
    }

    /**
     * The budget of a process that shares the allowance with nobody. It has all of it, but not at once: a process before it, which may
     * have been killed a moment ago, may have used every slot.
     */
    public static SlidingBudget alone(Allowance allowance, LongSupplier nanos) {
        SlidingBudget budget = unused(allowance, nanos);
        for (int slot = 0; slot < allowance.requests(); slot++) {
            budget.resting.add(budget.longRest);
        }
        return budget;
    }

    @Override
    public Leave take(int urgency) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Waiter waiter = new Waiter(urgency, ++tickets, lock.newCondition());
            waiting.add(waiter);
            try {
                awaitTurn(waiter);
                return give();
            } finally {
                waiting.remove(waiter);
                wakeFirst();
            }
        } finally {
            lock.unlock();
        }
    }

    private void awaitTurn(Waiter waiter) throws InterruptedException {
        while (true) {
            if (waiting.peek() != waiter) {
                waiter.turn().await();
                continue;
            }
            long now = now();
            if (isFree(now)) {
                return;
            }
            Long rested = resting.peek();
            if (now >= end || rested == null) {
                waiter.turn().await();
            } else {
                waiter.turn().awaitNanos(rested - now);
            }
        }
    }

    /** The budget of a process that shares the allowance with nobody, of which nothing was used before. */
    public static SlidingBudget unused(Allowance allowance, LongSupplier nanos) {
        SlidingBudget budget = new SlidingBudget(allowance, nanos);
        budget.slots = allowance.requests();
        budget.end = FOR_EVER;
        return budget;
    }

    @Override
    public Optional<Leave> takeNow() {
        lock.lock();
        try {
            return waiting.isEmpty() && isFree(now()) ? Optional.of(give()) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Changes how many slots there are. Fewer takes nothing back: what is more than that is used up and rests, and is not used again.
     * New ones can be used at once.
     *
     * @param number how many from now on
     * @param until the time by the clock of this budget at which they end unless they are allowed again; then nothing is given out
     */
    public void allow(int number, long until) {
        lock.lock();
        try {
            slots = number;
            end = until - origin;
            wakeFirst();
        } finally {
            lock.unlock();
        }
    }

    /** How many slots are allowed, or more where more are still used or rest. */
    public int held() {
        lock.lock();
        try {
            return Math.max(slots, used(now()));
        } finally {
            lock.unlock();
        }
    }

    private boolean isFree(long now) {
        return used(now) < slots && now < end;
    }

    private int used(long now) {
        while (!resting.isEmpty() && resting.peek() <= now) {
            resting.remove();
        }
        return sent + resting.size();
    }

    private Leave give() {
        sent++;
        return new Given();
    }

    private void wakeFirst() {
        Waiter first = waiting.peek();
        if (first != null) {
            first.turn().signal();
        }
    }

    private long now() {
        return nanos.getAsLong() - origin;
    }

    private final class Given implements Leave {
        private boolean over;

        @Override
        public void answered() {
            rest(rest);
        }

        @Override
        public void close() {
            rest(longRest);
        }

        private void rest(long pause) {
            lock.lock();
            try {
                if (!over) {
                    over = true;
                    sent--;
                    resting.add(now() + pause);
                    wakeFirst();
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
