package dev.parley.platform.slack.local;

/** The kinds of conversations, with the names that events and scopes give them. */
enum ChannelKind {
    PUBLIC("channel", "channels", "C"),
    PRIVATE("group", "groups", "G"),
    DIRECT("im", "im", "D");

    final String inEvents;
    final String inScopes;
    final String prefix;

    ChannelKind(String inEvents, String inScopes, String prefix) {
        this.inEvents = inEvents;
        this.inScopes = inScopes;
        this.prefix = prefix;
    }
}
