/**
 * The core: what every story is, and the scripted chat. Pure: no clock, no database, no platform, no chance, no thread. Knows the
 * JDK's values and nothing of ours.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.conversation;
