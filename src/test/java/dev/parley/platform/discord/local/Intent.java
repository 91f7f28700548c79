package dev.parley.platform.discord.local;

/** What a session asks to be told of. */
final class Intent {
    static final int NONE = 0;
    static final int GUILDS = 1;
    static final int GUILD_MEMBERS = 1 << 1;
    static final int GUILD_PRESENCES = 1 << 8;
    static final int GUILD_MESSAGES = 1 << 9;
    static final int GUILD_MESSAGE_REACTIONS = 1 << 10;
    static final int GUILD_MESSAGE_TYPING = 1 << 11;
    static final int DIRECT_MESSAGES = 1 << 12;
    static final int DIRECT_MESSAGE_REACTIONS = 1 << 13;
    static final int DIRECT_MESSAGE_TYPING = 1 << 14;
    static final int MESSAGE_CONTENT = 1 << 15;
    static final int GUILD_SCHEDULED_EVENTS = 1 << 16;
    static final int PRIVILEGED = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT;
    static final int KNOWN = (1 << 26) - 1;

    private Intent() {}
}
