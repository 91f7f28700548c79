package dev.parley.platform.talk;

/**
 * A window with one field for as much text as the platform takes; it must not be left empty.
 *
 * @param title plain words, short enough
 * @param label what stands over the field: plain words, short enough
 */
public record Dialog(Wish wish, String title, String label) {}
