package dev.parley.platform.slack.wire;

import java.net.URI;
import java.util.Set;

/**
 * Who the bot is in a workspace.
 *
 * @param team the workspace's id
 * @param user the bot's id among its people
 * @param bot the bot's id as an author of messages
 * @param address where the workspace is on the web, with a slash at its end
 * @param scopes what the bot's token allows
 */
public record Self(String team, String user, String bot, URI address, Set<String> scopes) {}
