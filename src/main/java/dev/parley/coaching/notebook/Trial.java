package dev.parley.coaching.notebook;

import dev.parley.conversation.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How something that a person will try stands. */
final class Trial {

    /** So long a plain message may answer what was asked. */
    private static final Duration LISTENING = Duration.ofDays(7);

    /** By how much a platform's clock may be behind ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    /** So long a plain message goes on with what was told. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final String id;
    private final MessageId words;
    private final Origin origin;
    private final Instant at;
    private final LocalDate on;
    private Instant due;
    private Optional<Instant> asked = Optional.empty();
    private final Map<MessageId, Instant> told = new LinkedHashMap<>();
    private Optional<Instant> lastTold = Optional.empty();

    Trial(String id, MessageId words, Origin origin, Instant at, LocalDate on, Instant due) {
        this.id = id;
        this.words = words;
        this.origin = origin;
        this.at = at;
        this.on = on;
        this.due = due;
    }

    /** A meeting that began after this was said brings the asking forward. */
    void met(Instant start, Instant now) {
        if (isBefore(start) && now.isBefore(due)) {
            due = now;
        }
    }

    void ask(Instant now) {
        asked = Optional.of(now);
    }

    void tell(MessageId message, Instant revised, Instant now) {
        told.put(message, revised);
        lastTold = Optional.of(revised.isBefore(now) ? revised : now);
    }

    void untell(MessageId message) {
        told.remove(message);
    }

    String id() {
        return id;
    }

    MessageId words() {
        return words;
    }

    Instant due() {
        return due;
    }

    Optional<Instant> asked() {
        return asked;
    }

    boolean isBefore(Instant meeting) {
        return at.isBefore(meeting);
    }

    boolean isTold() {
        return !told.isEmpty();
    }

    boolean has(MessageId message) {
        return told.containsKey(message);
    }

    boolean isOlder(MessageId message, Instant revised) {
        return Optional.ofNullable(told.get(message)).filter(revised::isAfter).isPresent();
    }

    List<MessageId> told() {
        return List.copyOf(told.keySet());
    }

    Stream<MessageId> toldSince(Instant since) {
        return told.entrySet().stream()
                .filter(one -> !one.getValue().isBefore(since))
                .map(Map.Entry::getKey);
    }

    /** Whether a plain message that was said then tells about this. */
    boolean listens(Instant said) {
        boolean open = asked.filter(when -> said.isBefore(when.plus(LISTENING)))
                .filter(when -> !said.isBefore(when.minus(CLOCKS_DIFFER)))
                .isPresent();
        return open && lastTold.map(last -> said.isBefore(last.plus(PAUSE))).orElse(true);
    }

    Commitment commitment() {
        return new Commitment(id, words, origin, at, on, due, asked.isPresent(), told(), lastTold);
    }
}
