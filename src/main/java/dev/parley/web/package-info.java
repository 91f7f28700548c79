/**
 * The one HTTP server: routes, sessions, protection against forgery and flooding, event streams, one-time links. It knows nothing
 * of ours; what it serves is given to it.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.web;
