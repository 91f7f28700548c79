/** The commands of {@code ./parley} that need no running house, and what all commands share. */
@org.jspecify.annotations.NullMarked
package dev.parley.command;
