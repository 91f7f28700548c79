package dev.parley.coaching.partnership;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one person may see. */
final class Seeing {

    private final Partnership partnership;
    private final PersonId viewer;

    private Seeing(Partnership partnership, PersonId viewer) {
        this.partnership = partnership;
        this.viewer = viewer;
    }

    static Optional<Seen> of(Partnership partnership, PersonId viewer) {
        boolean known = partnership.isPresent(viewer) || partnership.isGone(viewer);
        return known ? Optional.of(new Seeing(partnership, viewer).seen()) : Optional.empty();
    }

    private Seen seen() {
        boolean within = partnership.isPresent(viewer);
        return new Seen(
                viewer,
                standing(),
                within ? partnership.present() : Map.of(),
                within ? partnership.goal() : Map.of(),
                within && partnership.begun().isPresent() ? Optional.of(partnership.stage()) : Optional.empty(),
                within ? partnership.stages() : List.of(),
                partnership.meetings().stream()
                        .filter(meeting -> isSeen(meeting, within))
                        .sorted(Comparator.comparing(Meeting::start))
                        .map(this::meeting)
                        .toList(),
                !partnership.hasStopped(viewer));
    }

    private Seen.Standing standing() {
        if (!partnership.isPresent(viewer)) {
            return Seen.Standing.GONE;
        }
        if (partnership.ended().isPresent()) {
            return Seen.Standing.OVER;
        }
        if (partnership.begun().isPresent()) {
            return Seen.Standing.WITHIN;
        }
        return partnership.hasAgreed(viewer) ? Seen.Standing.WAITING : Seen.Standing.INVITED;
    }

    private boolean isSeen(Meeting meeting, boolean within) {
        boolean wrote = meeting.questions().stream()
                .flatMap(List::stream)
                .anyMatch(question -> partnership
                        .find(new Item(meeting.id(), question.look()), viewer)
                        .filter(Entry::isAnswered)
                        .isPresent());
        return within && !meeting.cancelled() || wrote;
    }

    private Seen.Meeting meeting(Meeting meeting) {
        Optional<Reflection> reflection = partnership.reflection(viewer, meeting.id());
        return new Seen.Meeting(
                meeting.id(),
                meeting.start(),
                meeting.end(),
                meeting.source().kind(),
                meeting.prompt(),
                meeting.cancelled(),
                meeting.changed(),
                reflection.filter(one -> !one.isOver()).isPresent(),
                reflection.flatMap(Reflection::snoozed),
                meeting.questions().stream()
                        .flatMap(List::stream)
                        .map(question -> question(meeting, question))
                        .toList());
    }

    private Seen.Question question(Meeting meeting, Question question) {
        Item item = new Item(meeting.id(), question.look());
        Optional<Entry> own = partnership.find(item, viewer);
        return new Seen.Question(
                item,
                question.prompt(),
                own.map(Entry::words).orElse(List.of()),
                own.filter(Entry::isSkipped).isPresent(),
                own.map(Entry::chosen).orElse(Set.of()),
                own.map(Entry::tags).orElse(Set.of()),
                open(item));
    }

    private Map<PersonId, List<MessageId>> open(Item item) {
        Map<PersonId, List<MessageId>> open = new LinkedHashMap<>();
        if (partnership.isPresent(viewer) && partnership.isOpen(item, Circle.PARTNER)) {
            partnership.present().keySet().stream()
                    .filter(person -> !person.equals(viewer))
                    .forEach(person -> open.put(
                            person,
                            partnership.find(item, person).map(Entry::words).orElse(List.of())));
        }
        return open;
    }
}
