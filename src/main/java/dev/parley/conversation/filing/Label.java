package dev.parley.conversation.filing;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A label that a person put on a message.
 *
 * @param letter its kind
 * @param numbers the questions that it names; empty for final thoughts and for a final question without a number
 * @param part the part, as typed
 * @param marked whether a colon, stop, dash or bracket follows it
 * @param loose whether letter and number stand apart with nothing after them: "A 4 month-old" looks like that too
 * @param where where in the message it stands
 * @param start where it begins in the text, UTF-16 units
 * @param end where the message goes on after it and its punctuation, UTF-16 units
 */
record Label(
        Letter letter,
        SortedSet<Integer> numbers,
        Optional<String> part,
        boolean marked,
        boolean loose,
        Where where,
        int start,
        int end) {

    Label {
        numbers = Collections.unmodifiableSortedSet(new TreeSet<>(numbers));
    }

    /** Where a label stands. */
    enum Where {
        /** First, but for names and hashtags. */
        FRONT,
        /** After a few words that lead to it: "oops, A3:". */
        LED,
        /** "back to A1:": perhaps an answer, perhaps not. */
        REFERRING,
        /** After a sentence or a hashtag. */
        INSIDE,
        /** Last, but for hashtags and links. */
        END,
        /** There is nothing else in the message. */
        ALONE
    }

    Label at(Where place) {
        return new Label(letter, numbers, part, marked, loose, place, start, end);
    }

    boolean is(Letter other) {
        return letter == other;
    }
}
