package dev.parley.recap;

import dev.parley.conversation.MessageId;
import java.time.Instant;
import java.util.Optional;

/**
 * A message in a recap.
 *
 * @param anchor names it in this recap: {@code "q3-12"}
 * @param message which message it is; empty where the author is not named, because a message leads to its author
 * @param text the message without its label and the chat's hashtag, otherwise as it was said
 * @param at when it was said, if that is known
 * @param late whether it was said after the chat had closed
 * @param sure whether it was filed by a label or its place; otherwise by a guess
 * @param link its address in its room; empty where the author is not named
 */
public record Quote(
        String anchor,
        Optional<MessageId> message,
        By by,
        String text,
        Optional<Instant> at,
        boolean late,
        boolean sure,
        Optional<String> link) {}
