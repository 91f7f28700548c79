package dev.parley.engine.coaching;

import dev.parley.coaching.Cycle;
import dev.parley.coaching.Prompt;
import dev.parley.coaching.partnership.Item;
import dev.parley.coaching.partnership.Partnership;
import dev.parley.coaching.partnership.Seen;
import dev.parley.coaching.partnership.Shape;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A partnership as one person sees it.
 *
 * @param story which
 * @param cycle the cycle as it was when it was formed
 * @param proposedBy empty where it comes of a round
 * @param seen what the person may see
 */
record Shared(ConversationId story, Cycle cycle, Shape shape, Optional<PersonId> proposedBy, Seen seen) {

    /** Empty for somebody who may see nothing of it. */
    static Optional<Shared> of(Partnership partnership, PersonId person) {
        return partnership.exists()
                ? partnership
                        .seenBy(person)
                        .map(seen -> new Shared(
                                partnership.id(),
                                partnership.cycle(),
                                partnership.shape(),
                                partnership.proposedBy(),
                                seen))
                : Optional.empty();
    }

    /** What buttons and addresses call it. */
    String id() {
        return story.name().substring(Partnership.KIND.length() + 1);
    }

    boolean isWithin() {
        return seen.standing() == Seen.Standing.WITHIN;
    }

    /** Whether it goes on, or may yet begin. */
    boolean isOpen() {
        return switch (seen.standing()) {
            case INVITED, WAITING, WITHIN -> true;
            case OVER, GONE -> false;
        };
    }

    /** Whether there is somebody to leave: also after the end, where what was shared is still open, and before the beginning. */
    boolean canBeLeft() {
        return switch (seen.standing()) {
            case WAITING, WITHIN -> true;
            case OVER -> !others().isEmpty();
            case INVITED, GONE -> false;
        };
    }

    /** Whether there is anything to come of it: also of a visit, until it is over. */
    boolean isCurrent(Instant now) {
        boolean toCome = shape == Shape.PARTNERS
                || seen.meetings().stream().anyMatch(meeting -> meeting.end().isAfter(now));
        return isOpen() && toCome;
    }

    /** The others who are in it. Whoever left is not named any more, as whoever was erased is not: nobody learns which of the two it was. */
    List<PersonId> others() {
        return seen.members().keySet().stream()
                .filter(person -> !person.equals(seen.viewer()))
                .toList();
    }

    /** The stage they are at; the first where they have not said. */
    Cycle.Stage stage() {
        return cycle.stages().stream()
                .filter(stage -> seen.stage().filter(stage.name()::equals).isPresent())
                .findFirst()
                .orElse(cycle.stages().getFirst());
    }

    /** The stage after that; empty at the last. */
    Optional<Cycle.Stage> next() {
        int at = cycle.stages().indexOf(stage());
        return cycle.stages().stream().skip(at + 1L).findFirst();
    }

    Optional<Seen.Meeting> meeting(String id) {
        return seen.meetings().stream()
                .filter(meeting -> meeting.id().equals(id))
                .findFirst();
    }

    Optional<Seen.Question> question(Item item) {
        return meeting(item.meeting()).stream()
                .flatMap(meeting -> meeting.questions().stream())
                .filter(question -> question.item().equals(item))
                .findFirst();
    }

    /** The prompt of the cycle that a question puts; empty for a meeting's own question. */
    Optional<Prompt> prompt(Seen.Question question) {
        return question.prompt()
                .flatMap(name -> cycle.prompts().stream()
                        .filter(prompt -> prompt.id().equals(name))
                        .findFirst());
    }
}
