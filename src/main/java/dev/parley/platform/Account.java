package dev.parley.platform;

/**
 * Somebody as a platform knows them.
 *
 * @param platform the platform's short name
 * @param id the platform's id for them
 */
public record Account(String platform, String id) {}
