/** What people start on Discord by commands, buttons, menus, dialogs and direct messages: read, handed to the talk, and rendered. */
@org.jspecify.annotations.NullMarked
package dev.parley.platform.discord.talk;
