package dev.parley.engine.coaching;

import dev.parley.platform.Choice;
import dev.parley.platform.Form;
import java.time.Instant;
import java.util.List;

/**
 * Questions that were put to a person and are open.
 *
 * @param about what they are about, as people say it: a meeting with whom, a month
 * @param at when that was
 * @param questions at least one, in order
 * @param choices what can be done with all of them: later, not this time
 */
public record Asked(String about, Instant at, List<Question> questions, List<Choice> choices) {

    public Asked {
        questions = List.copyOf(questions);
        choices = List.copyOf(choices);
    }

    /**
     * One of them.
     *
     * @param text light Markdown
     * @param answer the form that answers it
     * @param choices what else can be done with it: skip
     */
    public record Question(String text, Form answer, List<Choice> choices) {

        public Question {
            choices = List.copyOf(choices);
        }
    }
}
