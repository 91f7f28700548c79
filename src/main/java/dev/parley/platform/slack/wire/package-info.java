/**
 * How Slack is spoken: its Web API with our own limits in front, what its refusals mean in words, and how its messages are read. Knows
 * nothing of how Parley uses it.
 */
@NullMarked
package dev.parley.platform.slack.wire;

import org.jspecify.annotations.NullMarked;
