/**
 * Discord, by way of JDA, which nobody else knows. JDA keeps the connection to the gateway, its sessions and the limits of each
 * channel; messages and requests are read and written in the shapes of Discord's own interface, so that one reading serves what is
 * said now and what history tells, and a room need not be in anybody's cache to be posted to.
 */
@NullMarked
package dev.parley.platform.discord;

import org.jspecify.annotations.NullMarked;
