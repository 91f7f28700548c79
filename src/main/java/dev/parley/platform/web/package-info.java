/**
 * The web room: a place to talk that needs no account anywhere. It keeps no history; what a chat has heard it asks the facilitator
 * for, and what is said between chats is shown to those present and forgotten.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.platform.web;
