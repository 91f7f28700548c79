package dev.parley.platform.slack.wire;

import dev.parley.platform.Allowance;
import dev.parley.platform.Leave;
import dev.parley.platform.Narrow;
import dev.parley.platform.NotYet;
import dev.parley.platform.SlidingBudget;
import dev.parley.voice.Voice;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How fast what many people are told in private goes out in each workspace. Nobody waits here, since a crowd would wait for longer than a
 * request may last: who gets no leave stands in a queue. What one person asks for is not held up by it, nor is the talk in channels.
 */
public final class Pace {
    /** Longer than a request without an answer is on its way. */
    private static final Duration TRAVEL = Duration.ofSeconds(5);

    /**
     * {@code conversations.open} is of tier 3, 50 a minute; a part of them is left to what people ask for. As many at once as in a minute,
     * so that a small community does not wait.
     */
    private static final Allowance OPENINGS = new Allowance(40, Duration.ofMinutes(1), TRAVEL);

    /**
     * The SDK's {@code MethodsRateLimitTier} tells of "several hundred messages per minute" in a workspace besides the one a second in a
     * channel, and of no figure. This is the least that the words can mean, without what talk in channels needs.
     */
    private static final Allowance LETTERS = new Allowance(100, Duration.ofSeconds(30), TRAVEL);

    private static final Duration A_MOMENT = Duration.ofMillis(300);

    private final Narrow what;
    private final Voice voice;
    private final LongSupplier nanos;
    private final Map<String, SlidingBudget> budgets = new ConcurrentHashMap<>();

    /**
     * Nothing went out yet.
     *
     * @param nanos a clock that only goes forward, in nanoseconds of any origin
     */
    public Pace(Narrow what, Voice voice, LongSupplier nanos) {
        this.what = what;
        this.voice = voice;
        this.nanos = nanos;
    }

    /** Does it, or throws {@link NotYet} where too much of the kind was done in the workspace just now. */
    public <T> T keep(String team, Supplier<T> deed) {
        try (Leave leave =
                budgets.computeIfAbsent(team, _ -> budget()).takeNow().orElseThrow(this::notYet)) {
            T done = deed.get();
            leave.answered();
            return done;
        }
    }

    private SlidingBudget budget() {
        return SlidingBudget.unused(
                switch (what) {
                    case OPENINGS -> OPENINGS;
                    case LETTERS -> LETTERS;
                },
                nanos);
    }

    private NotYet notYet() {
        return new NotYet(what, voice.say(SlackPhrase.NOT_NOW), A_MOMENT);
    }
}
