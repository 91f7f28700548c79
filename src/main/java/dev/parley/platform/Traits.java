package dev.parley.platform;

/**
 * What a platform can do.
 *
 * @param longest the longest text of a post, in UTF-16 units
 * @param threads whether posts can be put under another post
 * @param edits whether a post of ours can be changed in place
 * @param remembers whether the platform keeps its own history; one that does not asks the facilitator for it
 */
public record Traits(int longest, boolean threads, boolean edits, boolean remembers) {}
