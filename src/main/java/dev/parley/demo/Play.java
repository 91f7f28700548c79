package dev.parley.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the sample people do in a chat.
 *
 * @param people who takes part
 * @param parts what is done in each part of the chat, in order
 */
public record Play(List<String> people, Map<Part, List<Cue>> parts) {

    public Play {
        people = List.copyOf(people);
        parts = new LinkedHashMap<>(parts);
    }

    /** What is done while this part lasts. */
    List<Cue> in(Part part) {
        return parts.getOrDefault(part, List.of());
    }

    /** A part of a chat. */
    public sealed interface Part {

        /** From the welcome to the first question. */
        record Introductions() implements Part {}

        /**
         * While a question is open.
         *
         * @param number from 1
         */
        record Question(int number) implements Part {}

        /** From the call for final thoughts to the end. */
        record Closing() implements Part {}
    }
}
