package dev.parley.engine.coaching;

import dev.parley.platform.Choice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A partnership as one of its members sees it. Of the others there is only what all of them may read.
 *
 * @param cycle the title of its cycle
 * @param about what the cycle is
 * @param members all who are in it, the one who asks among them
 * @param stages in order
 * @param agreement empty where none is kept, as when it is over
 * @param goal its aspects, in order
 * @param goalChoices what can be done about the goal as a whole
 * @param meetings those to come and those that were, in order
 * @param open what all have chosen to share
 * @param mine what the one who asks has written here, the latest first
 * @param calendar what people see of the calendar that its meetings come from; empty where there is none
 * @param calendarChoices what can be done about that
 * @param choices what else can be done: set a meeting, go on to the next stage, leave
 */
public record MyPartnership(
        String cycle,
        String about,
        List<Member> members,
        List<Stage> stages,
        Optional<Agreement> agreement,
        List<Aspect> goal,
        List<Choice> goalChoices,
        List<MeetingLine> meetings,
        List<Open> open,
        List<Item> mine,
        Optional<String> calendar,
        List<Choice> calendarChoices,
        List<Choice> choices) {

    public MyPartnership {
        members = List.copyOf(members);
        stages = List.copyOf(stages);
        goal = List.copyOf(goal);
        goalChoices = List.copyOf(goalChoices);
        meetings = List.copyOf(meetings);
        open = List.copyOf(open);
        mine = List.copyOf(mine);
        calendarChoices = List.copyOf(calendarChoices);
        choices = List.copyOf(choices);
    }

    /**
     * Somebody in it.
     *
     * @param role the title of their part; empty where they have taken none
     * @param about what they do, as light Markdown; may be empty
     * @param me whether it is the one who asks
     */
    public record Member(String name, String role, String about, boolean me) {}

    /** A stage of the cycle. */
    public record Stage(String title, String about, Standing standing) {}

    /** Where a partnership is with a stage. */
    public enum Standing {
        PAST,
        NOW,
        AHEAD
    }

    /**
     * What all accept before it begins.
     *
     * @param text light Markdown
     * @param accepted whether the one who asks has accepted it
     * @param kept whether all have
     * @param choices accept, or not
     */
    public record Agreement(String text, boolean accepted, boolean kept, List<Choice> choices) {

        public Agreement {
            choices = List.copyOf(choices);
        }
    }

    /**
     * One of the four sides of the goal.
     *
     * @param title what people see: current reality, goal, strategy, how progress is seen
     * @param words empty where nobody has said it
     */
    public record Aspect(String title, String words) {}

    /**
     * Answers to one question that all have chosen to share.
     *
     * @param meeting what people see of the meeting
     * @param at when that was
     * @param asked the question, as light Markdown
     */
    public record Open(String meeting, Instant at, String asked, List<Words> words) {

        public Open {
            words = List.copyOf(words);
        }
    }

    /** What one of them wrote. */
    public record Words(String name, String words, boolean me) {}
}
