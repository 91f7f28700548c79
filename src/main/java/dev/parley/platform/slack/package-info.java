/**
 * Slack, by way of Bolt for Java, which nobody else knows. What people say comes by Socket Mode or by signed requests to our own server,
 * and is acknowledged when it is safe; what Parley says goes by the Web API, within limits that are kept before Slack has to.
 */
@NullMarked
package dev.parley.platform.slack;

import org.jspecify.annotations.NullMarked;
