package dev.parley.conversation.filing;

import java.util.Optional;

/**
 * What later messages ask of the reading of an earlier one. The rest of it is many times as large, and let go.
 *
 * @param shared whether somebody else's words are passed on
 * @param labelled whether there is a label on it
 * @param sequence the mark that makes it one of several messages
 * @param asks whether there is a question mark in it
 * @param trailsOff whether more seems to follow
 * @param full its letters and digits, for comparing
 * @param core the same without what stands before the words
 */
record Remembered(
        boolean shared,
        boolean labelled,
        Optional<Sequence> sequence,
        boolean asks,
        boolean trailsOff,
        String full,
        String core) {

    static Remembered of(Reading reading) {
        String core = reading.core().equals(reading.full()) ? reading.full() : reading.core();
        return new Remembered(
                reading.shared().isPresent(),
                reading.label().isPresent(),
                reading.sequence(),
                reading.asks(),
                Texts.trailsOff(reading),
                reading.full(),
                core);
    }
}
