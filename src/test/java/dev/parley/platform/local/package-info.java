/**
 * What the local servers of tests have in common: HTTP and WebSocket on loopback, JSON, what was asked and what was wrong,
 * troubles by chance, a process of its own, and what nobody of this project wrote: schemas and bots of node.
 */
@NullMarked
package dev.parley.platform.local;

import org.jspecify.annotations.NullMarked;
