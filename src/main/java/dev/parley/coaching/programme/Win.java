package dev.parley.coaching.programme;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import java.util.Optional;

/**
 * What somebody tried and would have said in the next chat's opening.
 *
 * @param commitment what was tried, by its id in the person's notebook
 * @param words where its text is kept
 * @param text what others read
 * @param chat the name of the chat in whose opening it was said; empty while it waits for one
 */
public record Win(PersonId by, String commitment, MessageId words, String text, Optional<String> chat) {}
