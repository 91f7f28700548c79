/**
 * A partnership: a few people who work together for a while, what they agreed on, when they meet, and what each of them is asked
 * afterwards. Pure.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.coaching.partnership;
