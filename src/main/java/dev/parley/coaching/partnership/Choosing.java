package dev.parley.coaching.partnership;

import dev.parley.coaching.Cycle;
import dev.parley.coaching.Look;
import dev.parley.coaching.Principle;
import dev.parley.coaching.Prompt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Chooses what is asked about a meeting: by stage, then by principle; what was used least lately comes first. */
public final class Choosing {

    /**
     * So long a prompt is not used again for the same people: never three weeks in a row. A day less than three weeks, since the
     * meeting of the fourth week may be a little earlier than that of the first.
     */
    public static final Duration REST = Duration.ofDays(20);

    private final Cycle cycle;
    private final Map<String, Instant> used;
    private final Set<String> resting;
    private final Set<String> elsewhere;

    /**
     * Choosing among the prompts of a cycle.
     *
     * @param used when a prompt was last used, by its id
     * @param resting the ids of prompts that are not to be used whenever that was
     * @param elsewhere the ids of prompts that some of these people were asked with others: used where there is nothing else, since a coach
     *     with many partners has heard them all
     */
    Choosing(Cycle cycle, Map<String, Instant> used, Set<String> resting, Set<String> elsewhere) {
        this.cycle = cycle;
        this.used = used;
        this.resting = resting;
        this.elsewhere = elsewhere;
    }

    /** A question for each look, in order; none for a look all of whose prompts rest. */
    List<Question> questions(String stage, Instant now) {
        List<Question> questions = new ArrayList<>();
        Set<Principle> principles = EnumSet.noneOf(Principle.class);
        for (Look look : Look.values()) {
            Optional<Prompt> prompt = cycle.prompts().stream()
                    .filter(one -> one.look() == look && one.fits(stage) && isRested(one, now))
                    .min(Comparator.<Prompt, Boolean>comparing(one -> elsewhere.contains(one.id()))
                            .thenComparing(one -> principles.contains(one.principle()))
                            .thenComparing(one -> lastUse(one.principle()))
                            .thenComparing(one -> used.getOrDefault(one.id(), Instant.MIN)));
            prompt.ifPresent(one -> {
                principles.add(one.principle());
                questions.add(new Question(look, Optional.of(one.id())));
            });
        }
        return questions;
    }

    private boolean isRested(Prompt prompt, Instant now) {
        Instant last = used.get(prompt.id());
        return !resting.contains(prompt.id()) && (last == null || !now.isBefore(last.plus(REST)));
    }

    private Instant lastUse(Principle principle) {
        return cycle.prompts().stream()
                .filter(prompt -> prompt.principle() == principle)
                .map(prompt -> used.getOrDefault(prompt.id(), Instant.MIN))
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }
}
