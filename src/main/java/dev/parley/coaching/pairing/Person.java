package dev.parley.coaching.pairing;

import java.util.Optional;

/**
 * Somebody who takes part in a round.
 *
 * @param name as the lead writes it; nobody else in the round has it
 * @param school where they work, where that is known
 * @param grade which grade they teach, where that is known
 */
public record Person(String name, Optional<String> school, Optional<String> grade) {}
