/**
 * What people do on Slack besides talking in the channel: the command, shortcuts, buttons, menus, modals, the App Home, and what they say
 * to the bot in private. Reads what they did, hands it to {@link dev.parley.platform.talk.Talk}, and renders what that says. Nobody but
 * the one who asked sees any of it, and hosts their panel.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.platform.slack.talk;
