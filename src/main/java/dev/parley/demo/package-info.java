/**
 * Five sample people who take part in a sample chat, so that a newcomer who is alone sees a lively one. What they say and do is
 * written in a file of the prompts, in proportion to each question's length; here it is read and acted out.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.demo;
