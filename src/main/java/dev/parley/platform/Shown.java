package dev.parley.platform;

import dev.parley.conversation.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A message as a room shows it, for platforms that keep no history of their own.
 *
 * @param author who said it; empty for the facilitator
 * @param name what they are called
 * @param text a person's plain text, or the facilitator's light Markdown
 * @param under what it replies to
 * @param edited whether it was changed since
 * @param mark the receipt that it carries
 * @param reactions who reacted with what
 * @param choices what can be done with it, each in private
 */
public record Shown(
        MessageId message,
        Optional<Account> author,
        String name,
        boolean host,
        String text,
        Optional<MessageId> under,
        Instant at,
        boolean edited,
        Mark mark,
        Outgoing.Tone tone,
        Map<String, Set<Account>> reactions,
        List<Choice> choices) {

    public Shown {
        choices = List.copyOf(choices);
    }
}
