/**
 * A Slack of our own for tests: the Web API over real HTTP, Socket Mode over a real WebSocket, and signed deliveries over HTTP, with Slack's
 * limits, refusals and troubles, good enough that Bolt for Java and Bolt for JavaScript live with it. A test tells it what people do and asks what
 * they see. It knows nothing of Parley.
 */
@NullMarked
package dev.parley.platform.slack.local;

import org.jspecify.annotations.NullMarked;
