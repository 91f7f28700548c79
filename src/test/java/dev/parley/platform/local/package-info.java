/** What the local servers of tests have in common: HTTP and WebSocket on loopback, JSON, what was asked and what was wrong, and node. */
@NullMarked
package dev.parley.platform.local;

import org.jspecify.annotations.NullMarked;
