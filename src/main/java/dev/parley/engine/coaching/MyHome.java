package dev.parley.engine.coaching;

import dev.parley.platform.Choice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How things stand for a person.
 *
 * @param open what they were asked and have not answered, the latest first
 * @param partnerships those that they are in, and those that they are asked to join
 * @param meetings those to come, the next first
 * @param needs what they have sent to the lead and nobody has seen to, the latest first
 * @param needChoices what else they can send
 * @param trying what they said they would try, and have not told about
 * @param tried what they told about, of which others may hear in the next chat's opening, or have heard in one
 * @param calendar the name of their calendar feed, of at least 128 bits of chance, in letters, digits, {@code -} and {@code _}; empty
 *     where they have none
 * @param calendarChoices what they can do about it: make one, revoke it, another one
 * @param clockChoices what they can do about their clock
 * @param choices what else they can do
 */
public record MyHome(
        List<Asked> open,
        List<Line> partnerships,
        List<MeetingLine> meetings,
        List<Need> needs,
        List<Choice> needChoices,
        List<Trying> trying,
        List<Tried> tried,
        Optional<String> calendar,
        List<Choice> calendarChoices,
        List<Choice> clockChoices,
        List<Choice> choices) {

    public MyHome {
        open = List.copyOf(open);
        partnerships = List.copyOf(partnerships);
        meetings = List.copyOf(meetings);
        needs = List.copyOf(needs);
        needChoices = List.copyOf(needChoices);
        trying = List.copyOf(trying);
        tried = List.copyOf(tried);
        calendarChoices = List.copyOf(calendarChoices);
        clockChoices = List.copyOf(clockChoices);
        choices = List.copyOf(choices);
    }

    /**
     * A partnership in a list.
     *
     * @param id of letters, digits and hyphens
     * @param with what the others are called; empty where there is nobody else any more
     * @param cycle the title of its cycle
     * @param stage the title of its stage, or a word of how it stands
     */
    public record Line(String id, List<String> with, String cycle, String stage) {

        public Line {
            with = List.copyOf(with);
        }
    }

    /**
     * Something that a person needs.
     *
     * @param kind what it is of, in a word
     * @param text in their own words
     */
    public record Need(String kind, String text, List<Choice> choices) {

        public Need {
            choices = List.copyOf(choices);
        }
    }

    /**
     * Something that a person tried and told about.
     *
     * @param text what they wanted to try, in their own words
     * @param told how it went
     * @param win what they chose to have said of it in a chat's opening
     * @param said whether it was
     */
    public record Tried(String text, String told, Optional<String> win, boolean said, List<Choice> choices) {

        public Tried {
            choices = List.copyOf(choices);
        }
    }

    /**
     * Something that a person will try.
     *
     * @param text in their own words
     * @param by the day on which they want to be asked
     */
    public record Trying(String text, LocalDate by, List<Choice> choices) {

        public Trying {
            choices = List.copyOf(choices);
        }
    }
}
