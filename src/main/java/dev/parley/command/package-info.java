/** What can be typed behind {@code ./parley}: one small class a command. Like {@code Main}, it may know everything. */
@org.jspecify.annotations.NullMarked
package dev.parley.command;
