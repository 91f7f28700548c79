package dev.parley.platform.web;

import dev.parley.platform.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as one person sees it.
 *
 * @param id its id in the page and in the room
 * @param room the room's id
 * @param token what forms carry
 * @param ours whether the facilitator says it
 * @param question whether it puts a question
 * @param own whether the viewer said it
 * @param html its words
 * @param text its words as typed, for those who may change them
 * @param at when it was said, as ISO 8601
 * @param clock when it was said, for browsers without a script
 * @param mark the receipt's sign, or nothing
 * @param markWords what the receipt means
 * @param quote what it replies to, where that is still here
 * @param forms what opens a form under it
 */
public record MessageView(
        String id,
        String room,
        String token,
        String name,
        boolean host,
        boolean ours,
        boolean question,
        boolean own,
        String html,
        @Nullable String text,
        String at,
        String clock,
        boolean edited,
        String mark,
        String markWords,
        @Nullable Quote quote,
        List<Reaction> reactions,
        List<Choice> forms) {

    public MessageView {
        reactions = List.copyOf(reactions);
        forms = List.copyOf(forms);
    }

    /** What a message replies to: its id, its author's name and its beginning. */
    public record Quote(String id, String name, String beginning) {}

    /**
     * A symbol under a message.
     *
     * @param count how many gave it; may be none
     * @param mine whether the viewer did
     * @param words what pressing it does
     */
    public record Reaction(String symbol, int count, boolean mine, String words) {}
}
