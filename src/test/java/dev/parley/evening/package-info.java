/** Whole chats on a local Discord: engine, store, adapter and people together, over real HTTP and WebSocket, by the real clock. */
@org.jspecify.annotations.NullMarked
package dev.parley.evening;
