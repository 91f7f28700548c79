package dev.parley.conversation;

import java.util.List;

/**
 * What a chat is about, in the words of those who host it.
 *
 * @param name the file's name without its ending
 * @param title what people see
 * @param welcome the first post
 * @param introductions asks people to say who they are; empty where nobody is asked
 * @param questions numbered from 1 without a gap, at least one
 * @param closing asks for final thoughts
 * @param pace how the chat moves
 */
public record Script(
        String name,
        String title,
        String welcome,
        String introductions,
        List<Question> questions,
        String closing,
        Pace pace) {

    public Script {
        questions = List.copyOf(questions);
    }
}
