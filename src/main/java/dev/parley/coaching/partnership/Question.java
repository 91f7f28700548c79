package dev.parley.coaching.partnership;

import dev.parley.coaching.Look;
import java.util.Optional;

/**
 * A question about a meeting, the same for all who were there.
 *
 * @param look where it looks; a meeting has at most one of each
 * @param prompt the id of a prompt of the cycle; empty for the meeting's own words
 */
public record Question(Look look, Optional<String> prompt) {}
