/**
 * Writes a recap down: Markdown, a page, JSON, CSV, a drawing, and posts for a room. People's words are quoted and can do nothing
 * but be read; our own words come from the prompts.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.recap.format;
