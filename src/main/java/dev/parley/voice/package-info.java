/** The words that participants read, kept apart from the code that says them. Knows nothing of ours. */
@org.jspecify.annotations.NullMarked
package dev.parley.voice;
