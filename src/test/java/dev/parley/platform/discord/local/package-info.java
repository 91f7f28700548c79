/**
 * A Discord of our own for tests: real HTTP and a real WebSocket on loopback, with Discord's limits, refusals and troubles, good enough that
 * JDA and discord.js log in and live with it. A test tells it what people do and asks what they see. It knows nothing of Parley.
 */
@NullMarked
package dev.parley.platform.discord.local;

import org.jspecify.annotations.NullMarked;
