package dev.parley.engine;

import dev.parley.conversation.Filing;
import dev.parley.conversation.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Filings in words, both ways. */
record Filings(Speech speech) {

    private static final int HIGHEST_QUESTION = 99;

    /**
     * Reads where somebody wants a message to be filed: {@code Q3}, {@code A3}, {@code Q2, Q3}, {@code intro}, {@code final} or
     * {@code side}. Empty where the wish means nothing.
     */
    static Optional<Filing> read(String wish) {
        String plain = wish.strip().toLowerCase(Locale.ROOT);
        return switch (plain) {
            case "intro", "introduction" -> Optional.of(Filing.as(Kind.INTRODUCTION, true));
            case "final", "fa", "af" -> Optional.of(Filing.as(Kind.FINAL, true));
            case "side" -> Optional.of(Filing.as(Kind.SIDE, true));
            default ->
                numbers(plain)
                        .map(questions -> new Filing(Kind.ANSWER, questions, Optional.empty(), Optional.empty(), true));
        };
    }

    private static Optional<SortedSet<Integer>> numbers(String plain) {
        SortedSet<Integer> numbers = new TreeSet<>();
        for (String one : plain.split(",", 10)) {
            Optional<Integer> number = number(one);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            numbers.add(number.get());
        }
        return Optional.of(numbers);
    }

    /** The number of a question as people write it: {@code Q3}, {@code a3} or {@code 3}. */
    static Optional<Integer> number(String wish) {
        String label = wish.strip().toLowerCase(Locale.ROOT);
        String digits = label.startsWith("q") || label.startsWith("a") ? label.substring(1) : label;
        boolean number =
                !digits.isEmpty() && digits.length() <= 2 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number
                ? Optional.of(Integer.valueOf(digits)).filter(one -> one >= 1 && one <= HIGHEST_QUESTION)
                : Optional.empty();
    }

    /** What a message was filed as, in the community's words. */
    String words(Filing filing) {
        List<String> labels = filing.questions().stream()
                .map(number -> speech.say(ChatPhrase.LABEL, Map.of("number", Integer.toString(number))))
                .toList();
        Map<String, String> values = Map.of("questions", speech.listed(labels));
        return switch (filing.kind()) {
            case ANSWER -> speech.say(ChatPhrase.FILED_ANSWER, values);
            case QUESTION -> speech.say(ChatPhrase.FILED_QUESTION, values);
            case INTRODUCTION -> speech.say(ChatPhrase.FILED_INTRODUCTION);
            case FINAL -> speech.say(ChatPhrase.FILED_FINAL_THOUGHT);
            case WELCOME -> speech.say(ChatPhrase.FILED_WELCOME);
            case SIDE -> speech.say(ChatPhrase.FILED_SIDE_TALK);
        };
    }
}
