package dev.parley.coaching.partnership;

import dev.parley.coaching.Tag;
import dev.parley.conversation.MessageId;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one person did with one question: it is theirs, whatever becomes of the asking. */
final class Entry {

    private final Map<MessageId, Part> parts = new LinkedHashMap<>();
    private final Set<Circle> chosen = EnumSet.noneOf(Circle.class);
    private final Set<Tag> tags = new LinkedHashSet<>();
    private boolean skipped;

    /** A part of an answer, with the time at which it was said and the one at which it took its form. */
    record Part(MessageId words, Instant at, Instant revised) {}

    void say(Part part) {
        parts.put(part.words(), part);
        skipped = false;
    }

    /** Without an answer nothing is chosen: what is said later has to be chosen anew. */
    void unsay(MessageId words) {
        parts.remove(words);
        if (parts.isEmpty()) {
            chosen.clear();
            tags.clear();
        }
    }

    void skip() {
        skipped = true;
    }

    void choose(Circle circle) {
        chosen.add(circle);
    }

    void takeBack(Circle circle) {
        chosen.remove(circle);
    }

    void tag(Tag tag) {
        tags.add(tag);
    }

    void untag(Tag tag) {
        tags.remove(tag);
    }

    boolean isAnswered() {
        return !parts.isEmpty();
    }

    boolean isSkipped() {
        return skipped;
    }

    boolean isDone() {
        return skipped || isAnswered();
    }

    boolean has(Circle circle) {
        return chosen.contains(circle) && isAnswered();
    }

    boolean has(Tag tag) {
        return tags.contains(tag);
    }

    /** In the order in which they were said. */
    List<MessageId> words() {
        return parts.values().stream()
                .sorted(Comparator.comparing(Part::at))
                .map(Part::words)
                .toList();
    }

    Map<MessageId, Part> parts() {
        return Map.copyOf(parts);
    }

    Set<Circle> chosen() {
        return Set.copyOf(chosen);
    }

    Set<Tag> tags() {
        return Set.copyOf(tags);
    }
}
