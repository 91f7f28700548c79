package dev.parley.recap;

/**
 * A link that somebody shared.
 *
 * @param url the address as it was typed; http or https
 * @param host the host in it, in small letters
 * @param by who shared it first
 * @param sentence the sentence around it, as it was said
 */
public record Shared(String url, String host, By by, String sentence) {}
