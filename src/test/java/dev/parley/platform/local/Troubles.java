package dev.parley.platform.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Troubles by chance, from a seed, that every local server knows. Each figure is how often of one time it happens. A builder.
 *
 * @param <T> the troubles of one server, which has more of them
 */
public abstract class Troubles<T extends Troubles<T>> {

    /** What becomes of one request. */
    public enum Fate {
        CARRIED_OUT,
        LIMITED,
        FAILED,
        BAD_GATEWAY,
        ANSWER_LOST
    }

    private final SplittableRandom chance;
    private double limited;
    private double failed;
    private double badGateway;
    private double lost;
    private double slow;
    private Duration delay = Duration.ZERO;
    private double drops;

    protected Troubles(long seed) {
        chance = new SplittableRandom(seed);
    }

    /** These. */
    protected abstract T self();

    /** Answers 429 though no limit was reached, with a short retry after. */
    public final T limiting(double often) {
        limited = often;
        return self();
    }

    /** Answers 500 without doing anything. */
    public final T failing(double often) {
        failed = often;
        return self();
    }

    /** Answers 502, which is a page and no JSON, without doing anything. */
    public final T badGateways(double often) {
        badGateway = often;
        return self();
    }

    /** Does what is asked and then breaks the connection instead of answering. */
    public final T losingAnswers(double often) {
        lost = often;
        return self();
    }

    /** Answers, but only after this long. */
    public final T slow(double often, Duration howLong) {
        slow = often;
        delay = howLong;
        return self();
    }

    /** Breaks a connection when an event is told on it. */
    public final T dropping(double often) {
        drops = often;
        return self();
    }

    /** As the control of a process is told; what it does not name does not happen. */
    public final T told(JsonNode body) {
        return limiting(body.path("limiting").asDouble())
                .failing(body.path("failing").asDouble())
                .badGateways(body.path("bad_gateways").asDouble())
                .losingAnswers(body.path("losing_answers").asDouble())
                .slow(
                        body.path("slow").asDouble(),
                        Duration.ofMillis(body.path("slow_millis").asLong()))
                .dropping(body.path("dropping").asDouble());
    }

    /** Draws what becomes of a request. */
    public final synchronized Fate fate() {
        if (limited + failed + badGateway + lost == 0) {
            return Fate.CARRIED_OUT;
        }
        double drawn = chance.nextDouble();
        if ((drawn -= limited) < 0) {
            return Fate.LIMITED;
        }
        if ((drawn -= failed) < 0) {
            return Fate.FAILED;
        }
        if ((drawn -= badGateway) < 0) {
            return Fate.BAD_GATEWAY;
        }
        return drawn - lost < 0 ? Fate.ANSWER_LOST : Fate.CARRIED_OUT;
    }

    /** Holds an answer up, at times. */
    public final void holdUp() {
        if (happens(slow)) {
            try {
                Thread.sleep(delay);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    public final boolean dropsConnection() {
        return happens(drops);
    }

    /** Whether something happens that happens this often; draws nothing where it never does. */
    protected final boolean happens(double often) {
        return often > 0 && drawn() < often;
    }

    /** At least 0, less than 1. */
    protected final synchronized double drawn() {
        return chance.nextDouble();
    }

    /** At least 0, less than the bound. */
    protected final synchronized int drawn(int bound) {
        return chance.nextInt(bound);
    }
}
