package dev.parley.conversation;

import java.util.Optional;

/**
 * The keys of effects: {@code principles/2026-11-23/Q3@web:commons}, or {@code …/Q3#57@web:commons} for a later doing of the same, by
 * the version of the conversation at which it was decided.
 */
final class Keys {

    private Keys() {}

    /** What is said once in a room. */
    static String once(ConversationId id, String what, RoomId room) {
        return id.name() + "/" + what + "@" + room;
    }

    /** Under which the platform's own scheduled event stands. */
    static String nativeEvent(ConversationId id, RoomId room) {
        return once(id, "event", room);
    }

    /** One doing, of several, in a room. */
    static String doing(ConversationId id, String what, long doing, RoomId room) {
        return id.name() + "/" + what + "#" + doing + "@" + room;
    }

    /**
     * The key of a recap's post: of its overview, or of the part about one question.
     *
     * @param doing the version at which the chat closed; one whose end was taken back closes again
     */
    static String recap(ConversationId id, Optional<Integer> question, long doing, RoomId room) {
        return doing(id, recapPart(question), doing, room);
    }

    /** What a part of the recap is called in keys. */
    static String recapPart(Optional<Integer> question) {
        return question.map(number -> "recap/Q" + number).orElse("recap");
    }

    /** The question whose part of the recap a post with this key is. */
    static Optional<Integer> recapPart(ConversationId id, String key, long doing) {
        String part = number(key, id.name() + "/recap/Q");
        return part.isEmpty()
                        || !key.startsWith("#" + doing + "@", id.name().length() + "/recap/Q".length() + part.length())
                ? Optional.empty()
                : Optional.of(Integer.valueOf(part));
    }

    private static String number(String key, String start) {
        if (!key.startsWith(start)) {
            return "";
        }
        int end = start.length();
        while (end < key.length() && Character.isDigit(key.charAt(end))) {
            end++;
        }
        return end - start.length() > 4 ? "" : key.substring(start.length(), end);
    }

    /** The one row that wakes a story. */
    static String wake(ConversationId id) {
        return id.name() + "/wake";
    }

    /** The question that a post with this key puts. */
    static Optional<Integer> question(ConversationId id, String key) {
        String number = number(key, id.name() + "/Q");
        return number.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(number));
    }
}
