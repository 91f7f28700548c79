package dev.parley.recap;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of a chat. It holds no count, rank or streak of any person, and nothing that leads to somebody who is not named.
 *
 * @param hashtag with its #; empty where there is none
 * @param updated when something changed after the recap was first made
 * @param parts by question, in the order of their numbers
 * @param introductions of people who are named; an introduction of somebody else would say who they are
 * @param finals final thoughts
 * @param side how many messages were side talk
 * @param shared links, each once
 * @param timeline how the answers came in; empty where the times are not known
 */
public record Recap(
        String title,
        String hashtag,
        Optional<Instant> start,
        Optional<Instant> end,
        Optional<Instant> updated,
        List<Part> parts,
        List<Quote> introductions,
        List<Quote> finals,
        int side,
        Newcomers newcomers,
        List<Shared> shared,
        Optional<Timeline> timeline) {

    public Recap {
        parts = List.copyOf(parts);
        introductions = List.copyOf(introductions);
        finals = List.copyOf(finals);
        shared = List.copyOf(shared);
    }

    /** Makes the recap of a chat. */
    public static Recap of(Material material, Terms terms) {
        return new Making(material, terms).recap();
    }

    /** The part about a question; empty where it was neither put nor answered. */
    public Optional<Part> part(int number) {
        return parts.stream().filter(part -> part.number() == number).findFirst();
    }

    /** How many answers there are, over all questions. */
    public int answers() {
        return parts.stream().mapToInt(part -> part.answers().size()).sum();
    }
}
