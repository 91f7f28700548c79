package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the app is told: what it has subscribed to, where it is, as far as its scopes allow. */
final class Events {

    /** Looks at every event that we tell. */
    interface Judge {
        void look(ObjectNode event);
    }

    /** Everything that can be subscribed to here, as a manifest names it, with the scope that it takes. */
    private static final Map<String, String> SCOPES = Map.ofEntries(
            Map.entry("message.channels", "channels:history"),
            Map.entry("message.groups", "groups:history"),
            Map.entry("message.im", "im:history"),
            Map.entry("app_mention", "app_mentions:read"),
            Map.entry("reaction_added", "reactions:read"),
            Map.entry("reaction_removed", "reactions:read"),
            Map.entry("member_joined_channel", "channels:read"),
            Map.entry("member_left_channel", "channels:read"),
            Map.entry("pin_added", "pins:read"),
            Map.entry("pin_removed", "pins:read"),
            Map.entry("app_home_opened", ""),
            Map.entry("app_uninstalled", ""),
            Map.entry("tokens_revoked", ""));

    static final List<String> ALL = SCOPES.keySet().stream().sorted().toList();

    private final World world;
    private volatile @Nullable Judge judge;

    Events(World world) {
        this.world = world;
    }

    void judgedBy(Judge now) {
        judge = now;
    }

    void said(Message message) {
        ObjectNode event = inChannel(message.json(true), message.channel, message.ts);
        event.remove("metadata");
        if (message.broadcast) {
            Message root = message.root();
            if (root != null) {
                event.set("root", root.json(false));
            }
        }
        toldIn(message.channel, subscription(message.channel), event);
        boolean called = message.text.contains(message.channel.workspace.bot.mention());
        if (called && message.channel.kind != ChannelKind.DIRECT && !message.author.bot && message.subtype == null) {
            ObjectNode mention = message.json(false);
            mention.put("type", "app_mention")
                    .put("channel", message.channel.id)
                    .put("event_ts", message.ts);
            mention.remove(List.of("subtype", "parent_user_id"));
            toldIn(message.channel, "app_mention", mention);
        }
    }

    void changed(Message message, ObjectNode before) {
        ObjectNode event = Json.object().put("type", "message").put("subtype", "message_changed");
        event.set("message", message.json(true));
        event.set("previous_message", before);
        String now = world.ids.time();
        toldIn(
                message.channel,
                subscription(message.channel),
                inChannel(event.put("ts", now).put("hidden", true), message.channel, now));
    }

    void deleted(Message message, ObjectNode before) {
        ObjectNode event = Json.object()
                .put("type", "message")
                .put("subtype", "message_deleted")
                .put("deleted_ts", message.ts)
                .put("hidden", true);
        event.set("previous_message", before);
        String now = world.ids.time();
        toldIn(message.channel, subscription(message.channel), inChannel(event.put("ts", now), message.channel, now));
    }

    private static ObjectNode inChannel(ObjectNode event, Channel channel, String ts) {
        return event.put("channel", channel.id).put("event_ts", ts).put("channel_type", channel.kind.inEvents);
    }

    private static String subscription(Channel channel) {
        return switch (channel.kind) {
            case PUBLIC -> "message.channels";
            case PRIVATE -> "message.groups";
            case DIRECT -> "message.im";
        };
    }

    void reacted(String type, Message message, Person person, String emoji) {
        ObjectNode event = Json.object()
                .put("type", type)
                .put("user", person.id)
                .put("reaction", emoji)
                .put("item_user", message.author.id)
                .put("event_ts", world.ids.time());
        event.set("item", item(message));
        toldIn(message.channel, type, event);
    }

    private static ObjectNode item(Message message) {
        return Json.object()
                .put("type", "message")
                .put("channel", message.channel.id)
                .put("ts", message.ts);
    }

    void pinned(String type, Message message, Person person) {
        ObjectNode event = Json.object()
                .put("type", type)
                .put("user", person.id)
                .put("channel_id", message.channel.id)
                .put("item_user", message.author.id)
                .put("pin_count", Integer.toString(message.channel.pins.size()))
                .put("event_ts", world.ids.time());
        event.putObject("pinned_info")
                .put("channel", message.channel.id)
                .put("pinned_by", person.id)
                .put("pinned_ts", System.currentTimeMillis() / 1000);
        ObjectNode item = event.putObject("item")
                .put("type", "message")
                .put("channel", message.channel.id)
                .put("created", System.currentTimeMillis() / 1000)
                .put("created_by", person.id);
        item.set("message", message.json(false).put("permalink", message.permalink()));
        if (type.equals("pin_removed")) {
            event.put("has_pins", !message.channel.pins.isEmpty());
        }
        toldIn(message.channel, type, event);
    }

    void memberCame(Channel channel, Person person) {
        member("member_joined_channel", channel, person);
    }

    void memberWent(Channel channel, Person person) {
        member("member_left_channel", channel, person);
    }

    private void member(String type, Channel channel, Person person) {
        toldIn(
                channel,
                type,
                Json.object()
                        .put("type", type)
                        .put("user", person.id)
                        .put("channel", channel.id)
                        .put("channel_type", channel.kind.prefix)
                        .put("team", channel.workspace.id)
                        .put("event_ts", world.ids.time()));
    }

    void openedHome(Person person, String tab) {
        ObjectNode event = Json.object()
                .put("type", "app_home_opened")
                .put("user", person.id)
                .put("channel", person.workspace.direct(person).id)
                .put("tab", tab)
                .put("event_ts", world.ids.time());
        if (person.home != null) {
            event.set("view", person.home.json());
        }
        told(person.workspace, "app_home_opened", event);
    }

    void revoked(Workspace workspace) {
        ObjectNode event = Json.object().put("type", "tokens_revoked").put("event_ts", world.ids.time());
        ObjectNode tokens = event.putObject("tokens");
        tokens.putArray("oauth");
        tokens.putArray("bot").add(workspace.bot.id);
        told(workspace, "tokens_revoked", event);
    }

    void uninstalled(Workspace workspace) {
        told(
                workspace,
                "app_uninstalled",
                Json.object().put("type", "app_uninstalled").put("event_ts", world.ids.time()));
    }

    private void toldIn(Channel channel, String subscription, ObjectNode event) {
        if (channel.botIsHere() && channel.workspace.installed) {
            told(channel.workspace, subscription, event);
        }
    }

    private void told(Workspace workspace, String subscription, ObjectNode event) {
        String scope = SCOPES.getOrDefault(subscription, "");
        if (!world.subscriptions.contains(subscription) || !scope.isEmpty() && !workspace.scopes.contains(scope)) {
            return;
        }
        Judge present = judge;
        if (present != null) {
            present.look(event);
        }
        world.courier.event(envelope(workspace, event));
    }

    private ObjectNode envelope(Workspace workspace, ObjectNode event) {
        ObjectNode envelope = Json.object()
                .put("token", world.verificationToken)
                .put("team_id", workspace.id)
                .put("context_team_id", workspace.id)
                .putNull("context_enterprise_id")
                .put("api_app_id", world.appId);
        envelope.set("event", event);
        envelope.put("type", "event_callback")
                .put("event_id", world.ids.next("Ev"))
                .put("event_time", System.currentTimeMillis() / 1000);
        envelope.putArray("authorizations")
                .addObject()
                .putNull("enterprise_id")
                .put("team_id", workspace.id)
                .put("user_id", workspace.bot.id)
                .put("is_bot", true)
                .put("is_enterprise_install", false);
        return envelope.put("is_ext_shared_channel", false).put("event_context", "4-" + world.ids.next(""));
    }
}
