/**
 * The core: a scripted conversation. Pure: no clock, no database, no platform, no chance, no thread. Knows the JDK's values
 * and nothing of ours.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.conversation;
