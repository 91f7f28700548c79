package dev.parley.platform.slack;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Parley asks Slack for, all of it and nothing more: the manifest, the check and the link of an installation say the same. Whoever
 * calls another method or listens to another event names it here.
 */
public final class SlackNeeds {

    /** The one slash command. */
    public static final String COMMAND = "/parley";

    /** The shortcut in the menu of a message. */
    public static final String FILE_SHORTCUT = "file_under";

    /** The shortcut that is found everywhere. */
    public static final String ANSWER_SHORTCUT = "parley";

    /** What it takes to ask who is in a user group. */
    static final String GROUPS_SCOPE = "usergroups:read";

    private static final Set<String> HISTORY = Set.of("channels:history", "groups:history", "im:history");
    private static final Set<String> READ = Set.of("channels:read", "groups:read", "im:read");

    /**
     * The methods that are called with the bot's token, and the scopes of each for the conversations that we are in: public and private
     * channels, and those with one person. Source: each method's page below {@code docs.slack.dev/reference/methods}.
     */
    private static final Map<String, Set<String>> METHODS = Map.ofEntries(
            Map.entry("auth.revoke", Set.of()),
            Map.entry("auth.test", Set.of()),
            Map.entry("bookmarks.add", Set.of("bookmarks:write")),
            Map.entry("bookmarks.list", Set.of("bookmarks:read")),
            Map.entry("bookmarks.remove", Set.of("bookmarks:write")),
            Map.entry("chat.delete", Set.of("chat:write")),
            Map.entry("chat.postEphemeral", Set.of("chat:write")),
            Map.entry("chat.postMessage", Set.of("chat:write")),
            Map.entry("chat.update", Set.of("chat:write")),
            Map.entry("conversations.history", HISTORY),
            Map.entry("conversations.info", READ),
            Map.entry("conversations.members", READ),
            Map.entry("conversations.open", Set.of("im:write")),
            Map.entry("conversations.replies", HISTORY),
            Map.entry("files.completeUploadExternal", Set.of("files:write")),
            Map.entry("files.delete", Set.of("files:write")),
            Map.entry("files.getUploadURLExternal", Set.of("files:write")),
            Map.entry("files.info", Set.of("files:read")),
            Map.entry("pins.add", Set.of("pins:write")),
            Map.entry("pins.list", Set.of("pins:read")),
            Map.entry("reactions.add", Set.of("reactions:write")),
            Map.entry("reactions.remove", Set.of("reactions:write")),
            Map.entry("usergroups.users.list", Set.of(GROUPS_SCOPE)),
            Map.entry("users.info", Set.of("users:read")),
            Map.entry("views.open", Set.of()),
            Map.entry("views.publish", Set.of()),
            Map.entry("views.update", Set.of()));

    /**
     * The events that are listened to, as a manifest names them, and their scopes. A mention comes as a message too. Source: each event's
     * page below {@code docs.slack.dev/reference/events}.
     */
    private static final Map<String, Set<String>> EVENTS = Map.ofEntries(
            Map.entry("app_home_opened", Set.of()),
            Map.entry("app_uninstalled", Set.of()),
            Map.entry("channel_unarchive", Set.of("channels:read")),
            Map.entry("group_unarchive", Set.of("groups:read")),
            Map.entry("member_joined_channel", Set.of("channels:read", "groups:read")),
            Map.entry("message.channels", Set.of("channels:history")),
            Map.entry("message.groups", Set.of("groups:history")),
            Map.entry("message.im", Set.of("im:history")),
            Map.entry("reaction_added", Set.of("reactions:read")),
            Map.entry("reaction_removed", Set.of("reactions:read")),
            Map.entry("tokens_revoked", Set.of()));

    /** What commands and shortcuts take. */
    private static final String COMMANDS = "commands";

    /** What a chat can do without: the bookmark where nothing can be pinned, and hosts by a user group. */
    private static final Set<String> SPARED = Set.of("bookmarks:read", "bookmarks:write", GROUPS_SCOPE);

    private static final String PUBLIC = "channels:";
    private static final String PRIVATE = "groups:";

    private SlackNeeds() {}

    /** The scopes that the bot needs. */
    public static SortedSet<String> scopes() {
        SortedSet<String> scopes = new TreeSet<>(Set.of(COMMANDS));
        Stream.of(METHODS, EVENTS).flatMap(all -> all.values().stream()).forEach(scopes::addAll);
        return scopes;
    }

    /** Those without which no chat can be, whatever channel it is in. */
    static SortedSet<String> everywhere() {
        SortedSet<String> needed = scopes();
        needed.removeAll(SPARED);
        needed.removeAll(inPublic());
        needed.removeAll(inPrivate());
        return needed;
    }

    /** Those for public channels. */
    static SortedSet<String> inPublic() {
        return of(PUBLIC);
    }

    /** Those for private channels. */
    static SortedSet<String> inPrivate() {
        return of(PRIVATE);
    }

    private static SortedSet<String> of(String kind) {
        return scopes().stream().filter(scope -> scope.startsWith(kind)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The events that the app subscribes to. */
    public static SortedSet<String> events() {
        return new TreeSet<>(EVENTS.keySet());
    }

    /** The methods that are called with the bot's token. */
    public static SortedSet<String> methods() {
        return new TreeSet<>(METHODS.keySet());
    }
}
