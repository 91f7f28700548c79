package dev.parley.web;

/**
 * How often something may be done.
 *
 * @param burst how many at once
 * @param perSecond how many come back each second
 */
public record Rate(int burst, double perSecond) {}
