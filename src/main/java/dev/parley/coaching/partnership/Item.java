package dev.parley.coaching.partnership;

import dev.parley.coaching.Look;

/**
 * What is answered, shared and taken back as one: a question about a meeting, with each person's answer to it.
 *
 * @param meeting the meeting's id
 * @param look which of its questions
 */
public record Item(String meeting, Look look) {}
