package dev.parley.engine.coaching;

import dev.parley.platform.Choice;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What the lead of a programme may know. It is about no one.
 *
 * @param enough whether there are as many partnerships as it takes to show anything; where not, months, themes and what helped are empty
 * @param months frozen, the latest first
 * @param themes each from enough partnerships
 * @param helped what helped, at the year's end
 * @param needs what was sent by choice, the latest first
 * @param asked the lead's own questions
 * @param choices what else can be done
 */
public record LeadView(
        boolean enough,
        List<Month> months,
        List<Theme> themes,
        List<String> helped,
        List<Need> needs,
        List<Asked> asked,
        List<Choice> choices) {

    public LeadView {
        months = List.copyOf(months);
        themes = List.copyOf(themes);
        helped = List.copyOf(helped);
        needs = List.copyOf(needs);
        asked = List.copyOf(asked);
        choices = List.copyOf(choices);
    }

    /** The figures of a month, in steps of five. */
    public record Month(YearMonth month, int partnerships, int meetings, int cycles) {}

    /**
     * What many write about.
     *
     * @param words sentences that were shared with the programme, without names; may be empty
     */
    public record Theme(String title, List<String> words) {

        public Theme {
            words = List.copyOf(words);
        }
    }

    /**
     * Something that somebody needs.
     *
     * @param by their name, where they gave it
     */
    public record Need(String text, Optional<String> by, Instant at, List<Choice> choices) {

        public Need {
            choices = List.copyOf(choices);
        }
    }
}
