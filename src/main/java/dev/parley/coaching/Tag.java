package dev.parley.coaching;

/**
 * A standard that a person sees in what they wrote.
 *
 * @param framework the framework's name
 * @param domain the domain's name in it
 */
public record Tag(String framework, String domain) {}
