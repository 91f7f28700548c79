package dev.parley.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who talks, edits and deletes without a pause, in the channel and in the threads of its questions, whoever listens. */
final class Chatter<M> implements Runnable {
    private final String name;
    private final Talker<M> talker;
    private final AtomicInteger number;
    private final Random random;
    private final List<M> said = new ArrayList<>();
    private volatile boolean enough;

    /**
     * What somebody can do on a platform.
     *
     * @param <M> the platform's messages
     */
    interface Talker<M> {
        /** Says something, here or there. */
        M says(String text, Random random);

        void edits(M message, String text);

        void deletes(M message);
    }

    Chatter(String name, Talker<M> talker, AtomicInteger number, long seed) {
        this.name = name;
        this.talker = talker;
        this.number = number;
        this.random = new Random(seed + name.hashCode());
    }

    @Override
    public void run() {
        while (!enough) {
            something();
            try {
                Thread.sleep(100 + random.nextInt(500));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void something() {
        int chance = random.nextInt(10);
        if (said.isEmpty() || chance < 6) {
            said.add(talker.says(text(), random));
        } else if (chance < 9) {
            talker.edits(said.get(random.nextInt(said.size())), text());
        } else {
            talker.deletes(said.remove(random.nextInt(said.size())));
        }
    }

    /** No two are the same. */
    private String text() {
        return "A%d: thought %d of %s".formatted(1 + random.nextInt(5), number.incrementAndGet(), name);
    }

    void stops() {
        enough = true;
    }
}
