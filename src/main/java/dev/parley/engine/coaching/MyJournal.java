package dev.parley.engine.coaching;

import dev.parley.coaching.Framework;
import dev.parley.platform.Choice;
import java.time.Instant;
import java.util.List;

/**
 * All that a person has written, for them alone.
 *
 * @param items the latest first
 * @param standards the frameworks with which items are tagged
 * @param continua those on which they can place themselves, one for each domain
 */
public record MyJournal(List<Item> items, List<Framework> standards, List<Continuum> continua) {

    public MyJournal {
        items = List.copyOf(items);
        standards = List.copyOf(standards);
        continua = List.copyOf(continua);
    }

    /**
     * One domain of a continuum with where its person has placed themselves over time.
     *
     * @param framework the title of the framework
     * @param domain with its steps in order
     * @param placed the earliest first
     * @param steps what places them, one for each step of the domain, in the same order
     * @param choices what else can be done: take the last one back
     */
    public record Continuum(
            String framework, Framework.Domain domain, List<Placed> placed, List<Choice> steps, List<Choice> choices) {

        public Continuum {
            placed = List.copyOf(placed);
            steps = List.copyOf(steps);
            choices = List.copyOf(choices);
        }
    }

    /**
     * Where a person saw themselves.
     *
     * @param step the step's name; one that the domain does not have any more is not shown
     */
    public record Placed(Instant at, String step) {}
}
