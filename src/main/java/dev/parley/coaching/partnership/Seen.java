package dev.parley.coaching.partnership;

import dev.parley.coaching.Tag;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that one person may see of a partnership. What others wrote is here only while it is open; what they chose, skipped or put
 * off, and whether they wrote anything, is nowhere.
 *
 * @param viewer who may see this
 * @param standing how the viewer stands to it
 * @param members who is in it, with the names of their roles, the viewer too; empty for somebody who is not in it any more
 * @param goal what was said of the goal; empty for somebody who is not in it any more
 * @param stage the name of the stage they are at; empty before the first was reached and for somebody who is not in it any more
 * @param stages which stages were reached and when, in that order
 * @param meetings by their beginning; those that were called off only where the viewer has written about them; for somebody who left, those that
 *     they were asked about
 * @param prompts whether the viewer is asked after meetings
 */
public record Seen(
        PersonId viewer,
        Standing standing,
        Map<PersonId, String> members,
        Map<Aspect, Words> goal,
        Optional<String> stage,
        List<Reached> stages,
        List<Meeting> meetings,
        boolean prompts) {

    public Seen {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        goal = Map.copyOf(goal);
        stages = List.copyOf(stages);
        meetings = List.copyOf(meetings);
    }

    /** How somebody stands to a partnership. */
    public enum Standing {
        /** Asked to take part, and has not said. */
        INVITED,
        /** Has agreed, and not all others have. */
        WAITING,
        /** It goes on. */
        WITHIN,
        /** It is over, and they were in it to the end. */
        OVER,
        /** They left or declined. */
        GONE
    }

    /** Somebody's words. */
    public record Words(MessageId words, PersonId by) {}

    /** A stage that was reached. */
    public record Reached(String stage, Instant at) {}

    /**
     * A meeting and what the viewer was asked about it.
     *
     * @param own the meeting's own question, where it has one
     * @param cancelled whether it was called off
     * @param changed when it was last set, moved or called off
     * @param asking whether the viewer is being asked about it now
     * @param snoozed until when the viewer has put it off
     * @param questions what all are asked about it, in order; empty before that
     */
    public record Meeting(
            String id,
            Instant start,
            Instant end,
            Source.Kind source,
            Optional<MessageId> own,
            boolean cancelled,
            Instant changed,
            boolean asking,
            Optional<Instant> snoozed,
            List<Question> questions) {
        public Meeting {
            questions = List.copyOf(questions);
        }
    }

    /**
     * A question and what was said to it.
     *
     * @param prompt the id of a prompt of the cycle; empty for the meeting's own
     * @param mine the parts of the viewer's own answer, in the order in which they were said
     * @param skipped whether the viewer left it out
     * @param chosen with whom the viewer would share it
     * @param tags the viewer's own
     * @param open the answers of others, in parts; only while all have chosen that
     */
    public record Question(
            Item item,
            Optional<String> prompt,
            List<MessageId> mine,
            boolean skipped,
            Set<Circle> chosen,
            Set<Tag> tags,
            Map<PersonId, List<MessageId>> open) {
        public Question {
            mine = List.copyOf(mine);
            chosen = Set.copyOf(chosen);
            tags = Set.copyOf(tags);
            open = Map.copyOf(open);
        }
    }
}
