package dev.parley.conversation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A message of a conversation as it stands.
 *
 * @param text what it says now
 * @param at when it was said
 * @param revised when it took this form
 * @param filing where it belongs
 * @param byHand whether a person said where it belongs; then an edit does not move it
 * @param doings how often it was filed, which names its receipts
 * @param reactions who reacted with what
 */
public record Heard(
        MessageId message,
        PersonId author,
        Place place,
        String text,
        Instant at,
        Instant revised,
        Filing filing,
        boolean byHand,
        int doings,
        Map<String, Set<PersonId>> reactions) {

    /** Whether we could only guess that it is an answer, and nobody has settled it. */
    public boolean isGuess() {
        return !filing.sure() && !byHand && filing.kind() == Kind.ANSWER;
    }

    Heard filed(Filing anew, boolean hand) {
        return new Heard(message, author, place, text, at, revised, anew, hand, doings + 1, reactions);
    }

    Heard said(String now, Instant since, Filing anew) {
        return new Heard(message, author, place, now, at, since, anew, byHand, doings + 1, reactions);
    }

    Heard without(PersonId person) {
        Map<String, Set<PersonId>> left = new LinkedHashMap<>();
        reactions.forEach((symbol, people) -> {
            Set<PersonId> others = new LinkedHashSet<>(people);
            others.remove(person);
            if (!others.isEmpty()) {
                left.put(symbol, others);
            }
        });
        return new Heard(message, author, place, text, at, revised, filing, byHand, doings, left);
    }

    Heard reacted(PersonId person, String symbol, boolean given) {
        Map<String, Set<PersonId>> changed = new LinkedHashMap<>(reactions);
        Set<PersonId> people = new LinkedHashSet<>(changed.getOrDefault(symbol, Set.of()));
        if (given) {
            people.add(person);
        } else {
            people.remove(person);
        }
        if (people.isEmpty()) {
            changed.remove(symbol);
        } else {
            changed.put(symbol, people);
        }
        return new Heard(message, author, place, text, at, revised, filing, byHand, doings, changed);
    }
}
