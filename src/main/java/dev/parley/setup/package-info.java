/**
 * Reads the configuration and the prompts, and names everything that is wrong with them by file, line and column, with the nearest
 * right key and what to do. Every problem of every file is found in one go.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.setup;
