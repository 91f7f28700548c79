package dev.parley.store;

/**
 * What one process has of a budget that several share.
 *
 * @param instance the process
 * @param slots how many slots of the budget are its own
 * @param beat another number each time that the process says that it lives
 */
public record Share(String instance, int slots, long beat) {}
