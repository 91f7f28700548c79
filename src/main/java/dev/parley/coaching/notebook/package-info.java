/**
 * A person's own notebook: their clock, what they will try, where they see themselves. Nobody else's to read. Pure.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.coaching.notebook;
