package dev.parley.coaching.notebook;

import dev.parley.coaching.Tag;
import java.time.Instant;

/**
 * Where a person saw themselves at some time.
 *
 * @param id unique in the notebook
 * @param where which continuum and domain
 * @param step the step's name
 */
public record Placement(String id, Tag where, String step, Instant at) {}
