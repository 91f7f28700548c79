package dev.parley.conversation;

import java.time.Duration;

/**
 * How a chat moves from question to question. It listens: a question is held a little while answers still arrive and
 * released early when the room is quiet, and the chat ends on time all the same.
 *
 * @param introductions from the welcome to the first question
 * @param closing from the call for final thoughts to the end
 * @param answering a question is held while its last answer is younger than this
 * @param holdPercent how far a question may be held beyond its plan, in per cent of its planned time
 * @param quiet a question is released early when nobody has said anything for this long
 * @param warning how long before the next question people are warned; zero for no warning
 */
public record Pace(
        Duration introductions,
        Duration closing,
        Duration answering,
        int holdPercent,
        Duration quiet,
        Duration warning) {

    /** What a script gets that says nothing about its pace: made for an hour with seven questions. */
    public static final Pace USUAL = new Pace(
            Duration.ofMinutes(5),
            Duration.ofMinutes(4),
            Duration.ofSeconds(40),
            25,
            Duration.ofSeconds(90),
            Duration.ofMinutes(1));
}
