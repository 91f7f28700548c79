package dev.parley.engine.coaching;

import dev.parley.platform.Account;

/**
 * Somebody whom a round or a visit has given a place.
 *
 * @param name what they are called where Parley has not met them yet
 * @param role the name of their role; where the cycle has no such role, its first counts
 */
public record Placed(Account account, String name, String role) {}
