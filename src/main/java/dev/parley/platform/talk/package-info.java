/**
 * Talking by commands, buttons, menus and dialogs, the same on every platform that has such things: what a wish does, what is said then
 * and what can be pressed under it. Adapters read what people did, make an {@link dev.parley.platform.talk.Exchange} of it, and render
 * each {@link dev.parley.platform.talk.Saying}. Knows the port and no vendor.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.platform.talk;
