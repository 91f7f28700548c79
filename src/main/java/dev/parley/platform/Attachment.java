package dev.parley.platform;

/**
 * A file that goes with a post.
 *
 * @param name with its ending
 * @param type its media type: {@code "image/png"}
 * @param description what it shows, for those who cannot see it; empty for what is no picture
 * @param bytes never changed by anybody
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record Attachment(String name, String type, String description, byte[] bytes) {}
