/**
 * Reads archives of past chats: plain lines, and {@code time<TAB>author<TAB>text}. A line that cannot be read is reported with its
 * number, and the rest is read all the same.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.transcript;
