/**
 * Parley beside bare JDA and discord.js, against a local Discord that is a process of its own. Each contestant is a process too, so that
 * none gains or suffers from what another has left in memory or compiled.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.benchmark;
