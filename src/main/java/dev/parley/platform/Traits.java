package dev.parley.platform;

/**
 * What a platform can do.
 *
 * @param longest the longest text of a post, in UTF-16 units
 * @param threads whether posts can be put under another post
 * @param edits whether a post of ours can be changed in place
 * @param remembers whether the platform keeps its own history, which {@link Platform#since} reads; one that does not asks the
 *     facilitator for it
 * @param pages whether its people are on our own pages, so that links to them lead somewhere without a public address
 * @param files whether posts can carry files
 */
public record Traits(int longest, boolean threads, boolean edits, boolean remembers, boolean pages, boolean files) {}
