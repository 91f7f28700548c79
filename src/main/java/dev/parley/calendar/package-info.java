/**
 * Calendars that others keep, and one that others read. Reads an iCalendar feed (RFC 5545, and what programs really write) into meetings,
 * each event by itself, so that a broken one is named and hides no other. Fetches feeds from addresses that people give, which are not to
 * be trusted. Writes a feed.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.calendar;
