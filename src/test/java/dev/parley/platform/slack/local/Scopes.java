package dev.parley.platform.slack.local;

import java.util.List;

/** What a bot can be allowed to do here. */
final class Scopes {
    static final List<String> ALL = List.of(
            "app_mentions:read",
            "bookmarks:read",
            "bookmarks:write",
            "channels:history",
            "channels:join",
            "channels:read",
            "chat:write",
            "commands",
            "files:read",
            "files:write",
            "groups:history",
            "groups:read",
            "im:history",
            "im:read",
            "im:write",
            "pins:read",
            "pins:write",
            "reactions:read",
            "reactions:write",
            "team:read",
            "usergroups:read",
            "users:read");

    private Scopes() {}

    /** The scope for one conversation: {@code *:history} becomes {@code channels:history}. */
    static String in(String pattern, ChannelKind kind) {
        return pattern.replace("*", kind.inScopes);
    }

    static void mustHave(Workspace workspace, String scope) {
        if (!scope.isEmpty() && !workspace.scopes.contains(scope)) {
            throw Refusal.missingScope(scope, String.join(",", workspace.scopes));
        }
    }
}
