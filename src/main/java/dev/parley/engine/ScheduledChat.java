package dev.parley.engine;

import dev.parley.conversation.Plan;

/**
 * A chat that is to be held.
 *
 * @param name the conversation's name in its community: {@code "principles/2026-11-23"}
 */
public record ScheduledChat(String name, Plan plan) {}
