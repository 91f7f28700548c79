package dev.parley.demo;

/**
 * When something is done.
 *
 * @param percent how much of its part has passed by then, from 0 to 99
 */
record Cue(int percent, Act act) {}
