/**
 * Who meets whom in a round of coaching: duos, with one triad where people are odd in number, or coaches with their partners. Pure;
 * what looks like chance follows from a seed. How often two have met is about the two, is only used here, and is never added up for
 * a person.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.coaching.pairing;
