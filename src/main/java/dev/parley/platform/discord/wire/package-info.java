/** How Discord is spoken to and read: requests and what their failures mean, messages, ids, places, rights, and text as it is shown there. */
@org.jspecify.annotations.NullMarked
package dev.parley.platform.discord.wire;
