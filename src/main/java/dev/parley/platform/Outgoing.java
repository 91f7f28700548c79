package dev.parley.platform;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import java.util.List;
import java.util.Optional;

/**
 * A post of ours, rendered.
 *
 * @param key names this doing, so that doing it twice is doing it once
 * @param room where
 * @param text light Markdown (emphasis, links, lists, quotes, {@linkplain Moments moments}); people's words in it are escaped already
 * @param under the message under which it belongs, where the platform has threads
 * @param tone how it stands out
 * @param thread whether people may answer it in a thread of its own, where the platform has threads
 * @param attachments files that go with it, where the platform takes files
 * @param choices what can be done with it, as buttons where the platform has them; at most ten
 */
public record Outgoing(
        String key,
        RoomId room,
        String text,
        Optional<MessageId> under,
        Tone tone,
        boolean thread,
        List<Attachment> attachments,
        List<Choice> choices) {

    public Outgoing {
        attachments = List.copyOf(attachments);
        choices = List.copyOf(choices);
    }

    /** Without choices. */
    public Outgoing(
            String key,
            RoomId room,
            String text,
            Optional<MessageId> under,
            Tone tone,
            boolean thread,
            List<Attachment> attachments) {
        this(key, room, text, under, tone, thread, attachments, List.of());
    }

    /** What one person is told, in their private room. */
    public static Outgoing of(String key, RoomId room, Note note) {
        return new Outgoing(key, room, note.text(), Optional.empty(), Tone.PLAIN, false, List.of(), note.choices());
    }

    /** Words alone. */
    public Outgoing(String key, RoomId room, String text, Optional<MessageId> under, Tone tone) {
        this(key, room, text, under, tone, false, List.of());
    }

    /** What kind of post it is, for platforms that can show the difference. */
    public enum Tone {
        /** An ordinary word of the facilitator. */
        PLAIN,
        /** A question; platforms that can offer <em>Answer</em> and <em>Where are we?</em> with it. */
        QUESTION,
        /** A recap. */
        RECAP
    }
}
