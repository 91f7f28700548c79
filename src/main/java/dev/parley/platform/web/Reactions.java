package dev.parley.platform.web;

import java.util.List;

/** The emoji with which people can react, and what each is called. */
final class Reactions {
    static final List<Emoji> ALL = List.of(
            new Emoji("👍", RoomPhrase.EMOJI_THUMB),
            new Emoji("❤️", RoomPhrase.EMOJI_HEART),
            new Emoji("💡", RoomPhrase.EMOJI_IDEA),
            new Emoji("🎉", RoomPhrase.EMOJI_PARTY),
            new Emoji("🤔", RoomPhrase.EMOJI_THINKING));

    private Reactions() {}

    /** A symbol to react with. */
    record Emoji(String symbol, RoomPhrase name) {}
}
