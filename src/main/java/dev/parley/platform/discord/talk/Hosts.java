package dev.parley.platform.discord.talk;

import java.util.Optional;
import java.util.Set;

/**
 * Who hosts by the settings, and where they have their panel.
 *
 * @param users people by their ids
 * @param roles roles by their ids: whoever has one hosts
 * @param panel the channel of their panel; without one it goes to the people's direct messages
 */
public record Hosts(Set<String> users, Set<String> roles, Optional<String> panel) {}
