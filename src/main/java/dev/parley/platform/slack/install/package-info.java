/**
 * How workspaces install the app themselves, by OAuth: the pages that send an administrator to Slack and take what comes back, and the
 * tokens of those workspaces. Where there is one workspace, whose token is in the settings, nothing of this is used.
 */
@NullMarked
package dev.parley.platform.slack.install;

import org.jspecify.annotations.NullMarked;
