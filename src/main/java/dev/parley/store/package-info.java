/**
 * Events, words, people and outbox over H2 or PostgreSQL, one SQL text for both. The only user of SQL and of stored JSON.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.store;
