/** The commands that a person types at a shell. Each says on the error stream what it is doing, and on the output what it found. */
@org.jspecify.annotations.NullMarked
package dev.parley.command;
