/**
 * The private pages of coaching: what is open, partnerships, the journal, the shelf, what a lead may know, and a calendar feed. Each page
 * is for one person alone; whoever is not in is told how to come in, and learns nothing else.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.site.coaching;
