package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;

/** Emojis: a Unicode one by itself, a guild's own as {@code name:id}. */
final class Emojis {
    private Emojis() {}

    static ObjectNode json(String emoji) {
        int colon = emoji.indexOf(':');
        return colon < 0
                ? Json.object().putNull("id").put("name", emoji)
                : Json.object().put("id", emoji.substring(colon + 1)).put("name", emoji.substring(0, colon));
    }

    /** Whether Discord would know it; a letter or a word is none. */
    static boolean isKnown(String emoji) {
        return emoji.matches("\\w{2,32}:\\d{15,20}")
                || !emoji.isEmpty()
                        && emoji.codePointCount(0, emoji.length()) <= 12
                        && emoji.codePoints().noneMatch(Character::isLetter)
                        && emoji.codePoints().anyMatch(point -> point > 0xa8 || point == 0x20e3);
    }
}
