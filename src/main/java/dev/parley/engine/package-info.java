/**
 * The shell around the core: routes what is heard, loads and folds a conversation, decides, appends, and carries effects out.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.engine;
