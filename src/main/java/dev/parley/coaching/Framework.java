package dev.parley.coaching;

import java.util.List;

/**
 * Words for what one grows in: standards with which a person tags what they wrote, or a continuum on which they place themselves. Nobody
 * else sees either.
 *
 * @param name the file's name without its ending
 * @param title what people see
 * @param about what it is, in a few sentences
 * @param domains in order, at least one
 */
public record Framework(String name, String title, String about, List<Domain> domains) {

    public Framework {
        domains = List.copyOf(domains);
    }

    /**
     * One part of it.
     *
     * @param name a word that does not change: {@code families}
     * @param title what people see
     * @param about what belongs to it
     * @param steps of a continuum, in the order in which people go through them; empty for standards
     */
    public record Domain(String name, String title, String about, List<Step> steps) {

        public Domain {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A place on a continuum: described, never numbered.
     *
     * @param name a word that does not change: {@code exploring}
     * @param title what people see
     * @param about how it looks there
     */
    public record Step(String name, String title, String about) {}
}
