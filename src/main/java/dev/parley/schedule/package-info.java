/**
 * When a series meets, in the clock of the people who come: weekly times, exceptions, and which script it is the turn of. Pure; it
 * keeps local times and zones, never instants, and computes anew.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.schedule;
