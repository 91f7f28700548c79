package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code reactions.*}, {@code pins.*} and {@code bookmarks.*}. */
final class ItemMethods implements Method.Book {
    private final World world;

    ItemMethods(World world) {
        this.world = world;
    }

    @Override
    public void addTo(Map<String, Method> methods) {
        methods.put("reactions.add", new Method("reactions:write", Method.TIER_3, this::react));
        methods.put("reactions.remove", new Method("reactions:write", Method.TIER_2, this::unreact));
        methods.put("reactions.get", new Method("reactions:read", Method.TIER_3, this::reactions));
        methods.put("pins.add", new Method("pins:write", Method.TIER_2, this::pin));
        methods.put("pins.remove", new Method("pins:write", Method.TIER_2, this::unpin));
        methods.put("pins.list", new Method("pins:read", Method.TIER_2, this::pins));
        methods.put("bookmarks.add", new Method("bookmarks:write", Method.TIER_2, this::bookmark));
        methods.put("bookmarks.edit", new Method("bookmarks:write", Method.TIER_2, this::rebookmark));
        methods.put("bookmarks.remove", new Method("bookmarks:write", Method.TIER_2, this::unbookmark));
        methods.put("bookmarks.list", new Method("bookmarks:read", Method.TIER_3, this::bookmarks));
    }

    private static Message message(Call call) {
        Channel channel = call.ownChannel("channel");
        if (channel.archived) {
            throw new Refusal("is_archived");
        }
        return call.message(channel, "timestamp");
    }

    private static String emoji(Call call) {
        String name = call.needed("name");
        if (!name.matches("[a-z0-9_+'-]{1,100}(?:::skin-tone-[2-6])?")) {
            throw new Refusal("invalid_name");
        }
        return name;
    }

    private ObjectNode react(Call call) {
        if (!world.conversation.react(message(call), call.workspace().bot, emoji(call))) {
            throw new Refusal("already_reacted");
        }
        return Json.object();
    }

    private ObjectNode unreact(Call call) {
        if (!world.conversation.unreact(message(call), call.workspace().bot, emoji(call))) {
            throw new Refusal("no_reaction");
        }
        return Json.object();
    }

    private ObjectNode reactions(Call call) {
        Message message = message(call);
        ObjectNode answer = Json.object().put("type", "message").put("channel", message.channel.id);
        answer.set("message", message.json(false));
        return answer;
    }

    private ObjectNode pin(Call call) {
        if (!world.conversation.pin(message(call), call.workspace().bot)) {
            throw new Refusal("already_pinned");
        }
        return Json.object();
    }

    private ObjectNode unpin(Call call) {
        if (!world.conversation.unpin(message(call), call.workspace().bot)) {
            throw new Refusal("no_pin");
        }
        return Json.object();
    }

    private ObjectNode pins(Call call) {
        ObjectNode answer = Json.object();
        ArrayNode items = answer.putArray("items");
        Channel channel = call.ownChannel("channel");
        channel.pins()
                .forEach(pinned -> items.addObject()
                        .put("type", "message")
                        .put("channel", channel.id)
                        .put("created", System.currentTimeMillis() / 1000)
                        .put("created_by", pinned.author.id)
                        .set("message", pinned.json(false)));
        return answer;
    }

    private ObjectNode bookmark(Call call) {
        Channel channel = call.ownChannel("channel_id");
        if (!call.needed("type").equals("link")) {
            throw new Refusal("invalid_bookmark_type");
        }
        return kept(channel, bookmark(call, world.ids.next("Bk"), null));
    }

    private ObjectNode rebookmark(Call call) {
        Channel channel = call.ownChannel("channel_id");
        Channel.Bookmark old = found(call, channel);
        return kept(channel, bookmark(call, old.id(), old));
    }

    private static Channel.Bookmark bookmark(Call call, String id, Channel.@Nullable Bookmark old) {
        String title = old == null ? call.needed("title") : or(call.text("title"), old.title());
        String link = old == null ? call.needed("link") : or(call.text("link"), old.link());
        return new Channel.Bookmark(id, title, link, or(call.text("emoji"), old == null ? "" : old.emoji()));
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    private static ObjectNode kept(Channel channel, Channel.Bookmark bookmark) {
        channel.bookmarks.put(bookmark.id(), bookmark);
        ObjectNode answer = Json.object();
        answer.set("bookmark", json(channel, bookmark));
        return answer;
    }

    private static Channel.Bookmark found(Call call, Channel channel) {
        Channel.Bookmark bookmark = channel.bookmarks.get(call.needed("bookmark_id"));
        if (bookmark == null) {
            throw new Refusal("not_found");
        }
        return bookmark;
    }

    private ObjectNode unbookmark(Call call) {
        Channel channel = call.ownChannel("channel_id");
        channel.bookmarks.remove(found(call, channel).id());
        return Json.object();
    }

    private ObjectNode bookmarks(Call call) {
        Channel channel = call.ownChannel("channel_id");
        ObjectNode answer = Json.object();
        ArrayNode all = answer.putArray("bookmarks");
        channel.bookmarks.values().forEach(bookmark -> all.add(json(channel, bookmark)));
        return answer;
    }

    private static ObjectNode json(Channel channel, Channel.Bookmark bookmark) {
        return Json.object()
                .put("id", bookmark.id())
                .put("channel_id", channel.id)
                .put("title", bookmark.title())
                .put("link", bookmark.link())
                .put("emoji", bookmark.emoji())
                .put("type", "link")
                .put("rank", "a")
                .put("date_created", 1_700_000_000)
                .put("date_updated", 0);
    }
}
