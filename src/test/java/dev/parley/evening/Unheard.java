package dev.parley.evening;

import dev.parley.platform.Account;
import dev.parley.platform.Order;
import java.util.List;
import java.util.Map;

/** Somebody who writes now and then while nobody listens: whoever comes back hears it. */
record Unheard(Seat seat, Deaths deaths, Town town) implements Seat {

    private static final long A_MOMENT = 500;
    private static final double OFTEN = 0.5;

    /** Whoever writes waits until it is received, so somebody else has to come back. */
    @Override
    public Object writes(String words) {
        if (!deaths.perhaps(OFTEN)) {
            return seat.writes(words);
        }
        town.away();
        Thread coming = Thread.ofPlatform().start(this::comesBack);
        try {
            return seat.writes(words);
        } finally {
            join(coming);
        }
    }

    private void comesBack() {
        try {
            Thread.sleep(A_MOMENT);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        town.back();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Account account() {
        return seat.account();
    }

    @Override
    public String name() {
        return seat.name();
    }

    @Override
    public Told orders(Order.Kind kind, String text) {
        return seat.orders(kind, text);
    }

    @Override
    public Told presses(Told on, String label) {
        return seat.presses(on, label);
    }

    @Override
    public Told fills(Told on, String label, Map<String, String> fields) {
        return seat.fills(on, label, fields);
    }

    @Override
    public Object replies(Told to, String words) {
        return seat.replies(to, words);
    }

    @Override
    public void edits(Object written, String words) {
        seat.edits(written, words);
    }

    @Override
    public void deletes(Object written) {
        seat.deletes(written);
    }

    @Override
    public List<Told> letters() {
        return seat.letters();
    }

    @Override
    public List<String> inPublic() {
        return seat.inPublic();
    }
}
