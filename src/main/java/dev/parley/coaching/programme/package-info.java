/**
 * What a whole programme has in common: needs and a shelf, both by choice, and figures in which nobody can be found. Pure.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.coaching.programme;
