/**
 * How Slack is spoken: its Web API with our own limits in front, what its refusals mean in words, how its messages are read, and what
 * those of ours carry so that they are known again and said once. Knows nothing of what people wish by commands and buttons.
 */
@NullMarked
package dev.parley.platform.slack.wire;

import org.jspecify.annotations.NullMarked;
