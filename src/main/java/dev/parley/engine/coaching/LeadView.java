package dev.parley.engine.coaching;

import dev.parley.platform.Choice;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * What the lead of a programme may know. It is about no one.
 *
 * @param months frozen, the latest first; only those in which there were as many partnerships as it takes to show anything
 * @param themes what people see of each, in the latest month; each from enough partnerships
 * @param helped the themes of the last year that is over
 * @param needs what was sent by choice, the latest first
 * @param asked the lead's own questions
 */
public record LeadView(
        List<Month> months, List<String> themes, List<String> helped, List<Need> needs, List<Asked> asked) {

    public LeadView {
        months = List.copyOf(months);
        themes = List.copyOf(themes);
        helped = List.copyOf(helped);
        needs = List.copyOf(needs);
        asked = List.copyOf(asked);
    }

    /** Whether there were ever as many partnerships as it takes to show anything. */
    public boolean enough() {
        return !months.isEmpty();
    }

    /** The figures of a month, in steps of five. */
    public record Month(YearMonth month, int partnerships, int meetings, int cycles) {}

    /**
     * Something that somebody needs.
     *
     * @param kind what it is of, in a word
     * @param by their name
     */
    public record Need(String kind, String text, String by, Instant at, List<Choice> choices) {

        public Need {
            choices = List.copyOf(choices);
        }
    }
}
