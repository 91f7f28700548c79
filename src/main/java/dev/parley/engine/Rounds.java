package dev.parley.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Something that is done on a thread of its own, once more for all who wished for it since it began last, and never twice at a time. */
final class Rounds {

    private final String name;
    private final Runnable round;
    private final BooleanSupplier closing;
    private final AtomicInteger wishes = new AtomicInteger();

    /** @param closing whether no round is begun any more */
    Rounds(String name, Runnable round, BooleanSupplier closing) {
        this.name = name;
        this.round = round;
        this.closing = closing;
    }

    /** Wishes for a round. Returns at once. */
    void wish() {
        if (wishes.getAndIncrement() == 0) {
            Thread.ofVirtual().name(name).start(this::untilDone);
        }
    }

    private void untilDone() {
        int done;
        do {
            done = wishes.get();
            round.run();
        } while (!closing.getAsBoolean() && wishes.addAndGet(-done) > 0);
    }
}
