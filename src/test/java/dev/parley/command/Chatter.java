package dev.parley.command;

import dev.parley.platform.discord.local.Channel;
import dev.parley.platform.discord.local.MessageRecord;
import dev.parley.platform.discord.local.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who talks, edits and deletes without a pause, in the channel and in the threads of its questions, whoever listens. */
final class Chatter implements Runnable {
    private final User person;
    private final Channel channel;
    private final AtomicInteger number;
    private final Random random;
    private final List<MessageRecord> said = new ArrayList<>();
    private volatile boolean enough;

    Chatter(User person, Channel channel, AtomicInteger number, long seed) {
        this.person = person;
        this.channel = channel;
        this.number = number;
        this.random = new Random(seed);
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
            says();
        } else if (chance < 9) {
            MessageRecord one = said.get(random.nextInt(said.size()));
            person.edits(one, text());
        } else {
            person.deletes(said.remove(random.nextInt(said.size())));
        }
    }

    private void says() {
        List<Channel> threads = channel.threads().stream()
                .filter(thread -> thread.name().startsWith("Q"))
                .toList();
        boolean below = !threads.isEmpty() && random.nextBoolean();
        said.add(person.says(below ? threads.get(random.nextInt(threads.size())) : channel, text()));
    }

    /** No two are the same. */
    private String text() {
        return "A%d: thought %d of %s".formatted(1 + random.nextInt(5), number.incrementAndGet(), person.name());
    }

    void stops() {
        enough = true;
    }
}
