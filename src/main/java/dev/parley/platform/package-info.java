/**
 * The port: what the facilitator needs of a platform, and what a platform may ask of the facilitator. Of ours it knows only the
 * names of rooms and messages and the place of a message.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.platform;
