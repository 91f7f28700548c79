package dev.parley.platform;

import java.util.Optional;

/**
 * How many requests may go out to a platform. Whoever sends one takes a leave first, and says when the answer has come:
 *
 * <pre>{@code
 * try (Leave leave = budget.take(audience)) {
 *     answer = send(request);
 *     leave.answered();
 * }
 * }</pre>
 */
public interface Budget {

    /** A leave, if one is to be had at once and nobody waits for it. */
    Optional<Leave> takeNow();

    /**
     * Waits for a leave for one request. May be called from many threads at once; those who wait cost no work.
     *
     * @param urgency of those who wait the greatest goes first; among equals, who came first
     * @throws InterruptedException when the thread is interrupted while it waits; nothing was taken then
     */
    Leave take(int urgency) throws InterruptedException;

    /** Waits for a leave that is not urgent. */
    default Leave take() throws InterruptedException {
        return take(0);
    }
}
