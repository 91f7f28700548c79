/** Pages of the site besides the room: the host's desk, and whether all is well. */
@org.jspecify.annotations.NullMarked
package dev.parley.site;
