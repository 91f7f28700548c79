package dev.parley.coaching;

import java.util.Set;

/**
 * A question of a cycle, put in private after a meeting.
 *
 * @param id unique in its cycle; words that a person can read
 * @param look where it looks
 * @param stages the stages in which it fits; empty for all
 * @param principle the principle that it is about
 * @param text what is asked, as light Markdown
 */
public record Prompt(String id, Look look, Set<String> stages, Principle principle, String text) {

    public Prompt {
        stages = Set.copyOf(stages);
    }

    /** Whether it fits a stage. */
    public boolean fits(String stage) {
        return stages.isEmpty() || stages.contains(stage);
    }
}
