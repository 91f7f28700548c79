package dev.parley.conversation.filing;

import static java.util.Objects.requireNonNull;

import dev.parley.conversation.Filing;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Said;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * A past chat, filed as it would have been filed live.
 *
 * @param moderators who moderated, as inferred
 * @param questions the questions by number, with the message that put each first
 * @param introductions since when people were asked to introduce themselves
 * @param closing since when the chat was closing
 * @param filings where each message belongs, in the order in which they were said
 * @param replaced messages that their author corrected by saying them again, each with the message that counts in its stead
 */
public record Replay(
        Set<PersonId> moderators,
        SortedMap<Integer, Asked> questions,
        Optional<Instant> introductions,
        Optional<Instant> closing,
        Map<MessageId, Filing> filings,
        Map<MessageId, MessageId> replaced) {

    public Replay {
        moderators = Set.copyOf(moderators);
        questions = Collections.unmodifiableSortedMap(new TreeMap<>(questions));
        filings = Collections.unmodifiableMap(new LinkedHashMap<>(filings));
        replaced = Map.copyOf(replaced);
    }

    /**
     * Infers the questions, then files message by message with what was known when it was said.
     *
     * @param all the messages in order; an author whose value is empty is nobody known
     * @param done told after each message how many are done
     */
    public static Replay of(List<Said> all, IntConsumer done) {
        Inference inference = Inference.of(all);
        Unfolding known = new Unfolding(all, inference);
        Ledger ledger = new Ledger();
        Map<MessageId, Filing> filings = new LinkedHashMap<>();
        Map<MessageId, Said> said = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Said message = all.get(i);
            said.put(message.message(), message);
            known.comeTo(i);
            Filing filing = ledger.file(message, known);
            ledger.refiles(message, known).ifPresent(other -> {
                filings.put(other.message(), other.filing());
                ledger.note(requireNonNull(said.get(other.message())), other.filing());
            });
            ledger.note(message, filing);
            filings.put(message.message(), filing);
            done.accept(i + 1);
        }
        Map<MessageId, MessageId> replaced = new HashMap<>();
        filings.keySet().forEach(message -> ledger.replacedBy(message).ifPresent(by -> replaced.put(message, by)));
        return new Replay(
                inference.moderators(),
                known.asked(),
                known.introductionsSince(),
                known.closingSince(),
                filings,
                replaced);
    }

    /** What is known at each moment of a past chat. */
    private static final class Unfolding implements Known {
        private final List<Said> all;
        private final Inference inference;
        private final TreeMap<Integer, String> script = new TreeMap<>();
        private final TreeMap<Integer, Asked> asked = new TreeMap<>();
        private final Map<Integer, Integer> numberPutAt = new HashMap<>();
        private final Map<String, PersonId> named = new HashMap<>();
        private Optional<Instant> introductions = Optional.empty();
        private Optional<Instant> closing = Optional.empty();

        private Unfolding(List<Said> all, Inference inference) {
            this.all = all;
            this.inference = inference;
            inference.puts().forEach((number, index) -> {
                script.put(number, all.get(index).text());
                numberPutAt.put(index, number);
            });
            all.stream()
                    .map(Said::author)
                    .forEach(author -> named.putIfAbsent(author.value().toLowerCase(Locale.ROOT), author));
        }

        private void comeTo(int index) {
            Said message = all.get(index);
            Integer number = numberPutAt.get(index);
            if (number != null) {
                asked.put(number, new Asked(number, message.text(), message.at(), Set.of(message.message())));
            }
            if (inference.introductions().orElse(-1) == index) {
                introductions = Optional.of(message.at());
            }
            if (inference.closing().orElse(-1) == index) {
                closing = Optional.of(message.at());
            }
        }

        @Override
        public SortedMap<Integer, Asked> asked() {
            return asked;
        }

        @Override
        public SortedMap<Integer, String> script() {
            return script;
        }

        @Override
        public boolean moderates(PersonId person) {
            return inference.moderators().contains(person);
        }

        @Override
        public Optional<Instant> introductionsSince() {
            return introductions;
        }

        @Override
        public Optional<Instant> closingSince() {
            return closing;
        }

        @Override
        public Optional<PersonId> named(String handle) {
            return Optional.ofNullable(named.get(handle));
        }

        @Override
        public Optional<Boolean> labelsAreUsual() {
            return Optional.of(inference.labelsAreUsual());
        }
    }
}
