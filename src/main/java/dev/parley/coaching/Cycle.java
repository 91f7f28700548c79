package dev.parley.coaching;

import java.util.List;

/**
 * A way to work together for some weeks, as a prompts file says it.
 *
 * @param name the file's name without its ending
 * @param title what people see
 * @param about what it is, in a few sentences
 * @param agreement what all accept before it begins: who will know what
 * @param roles who does what, at least one
 * @param stages in order, at least one
 * @param visits whether it is for group visits, and not for partnerships
 * @param prompts at least three for each look, also for each stage
 */
public record Cycle(
        String name,
        String title,
        String about,
        String agreement,
        List<Role> roles,
        List<Stage> stages,
        boolean visits,
        List<Prompt> prompts) {

    public Cycle {
        roles = List.copyOf(roles);
        stages = List.copyOf(stages);
        prompts = List.copyOf(prompts);
    }

    /** The same under another title. */
    public Cycle called(String other) {
        return new Cycle(name, other, about, agreement, roles, stages, visits, prompts);
    }

    /**
     * A part of a cycle.
     *
     * @param name a word that does not change: {@code identify}
     * @param title what people see
     * @param about what is done in it
     */
    public record Stage(String name, String title, String about) {}

    /**
     * A part that a person takes.
     *
     * @param name {@code coach}, {@code partner} or {@code lead}
     * @param title what people see
     * @param about what they do, as light Markdown
     */
    public record Role(String name, String title, String about) {}
}
