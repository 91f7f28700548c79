/**
 * The shell around coaching: what people see of their partnerships, their reflections and their programme, as plain data for the pages
 * that show it.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.engine.coaching;
