package dev.parley.evening;

import dev.parley.platform.Account;
import dev.parley.platform.Order;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Somebody who tries again where nothing came of it, as people do who see that the application did not respond.
 *
 * @param quiet makes it that nothing goes wrong with the platform
 * @param troubled makes it that things do
 */
record Insisting(Seat seat, Runnable quiet, Runnable troubled) implements Seat {

    /** Stands before what was said to somebody who had to try again. */
    static final String AGAIN = "(after trying again) ";

    private static final int TRIES = 10;

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
        return insist(() -> seat.orders(kind, text));
    }

    @Override
    public Told presses(Told on, String label) {
        return insist(() -> seat.presses(on, label));
    }

    /** What is sent twice is kept twice, so nothing goes wrong meanwhile. */
    @Override
    public Told fills(Told on, String label, Map<String, String> fields) {
        quiet.run();
        try {
            return insist(() -> seat.fills(on, label, fields));
        } finally {
            troubled.run();
        }
    }

    private static Told insist(Supplier<Told> doing) {
        for (int tries = 1; ; tries++) {
            try {
                Told told = doing.get();
                return tries == 1 ? told : new Told(AGAIN + told.text(), told.buttons(), told.shown());
            } catch (AssertionError | ConditionTimeoutException unheard) {
                if (tries == TRIES) {
                    throw unheard;
                }
            }
        }
    }

    @Override
    public Object writes(String words) {
        return seat.writes(words);
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
