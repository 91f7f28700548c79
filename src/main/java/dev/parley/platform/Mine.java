package dev.parley.platform;

import dev.parley.conversation.MessageId;
import java.util.List;

/**
 * A message of one's own, and where it was filed.
 *
 * @param questions under which questions; empty for anything but an answer
 * @param kind what it was filed as, in the community's words
 * @param sure whether it was no guess
 */
public record Mine(MessageId message, String text, List<Integer> questions, String kind, boolean sure) {

    public Mine {
        questions = List.copyOf(questions);
    }
}
