/**
 * What coaching is made of: cycles and their prompts, frameworks, roles. Pure values; its parts are in packages of their own.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.coaching;
