package dev.parley.platform.discord.local;

/** What a channel is, with Discord's number for it. */
enum ChannelKind {
    TEXT(0),
    DIRECT(1),
    VOICE(2),
    NEWS(5),
    NEWS_THREAD(10),
    PUBLIC_THREAD(11),
    PRIVATE_THREAD(12);

    final int number;

    ChannelKind(int number) {
        this.number = number;
    }

    boolean isThread() {
        return this == NEWS_THREAD || this == PUBLIC_THREAD || this == PRIVATE_THREAD;
    }
}
