package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code conversations.*}. */
final class ConversationMethods implements Method.Book {
    private static final int MOST = 999;
    private static final int MOST_FOR_COMMERCE = 15;
    private final World world;

    ConversationMethods(World world) {
        this.world = world;
    }

    @Override
    public void addTo(Map<String, Method> methods) {
        methods.put("conversations.history", new Method("", Method.TIER_3, this::history));
        methods.put("conversations.replies", new Method("", Method.TIER_3, this::replies));
        methods.put("conversations.info", new Method("", Method.TIER_3, this::info));
        methods.put("conversations.list", new Method("", Method.TIER_2, call -> list(call, false)));
        methods.put("users.conversations", new Method("", Method.TIER_3, call -> list(call, true)));
        methods.put("conversations.members", new Method("", Method.TIER_4, this::members));
        methods.put("conversations.join", new Method("channels:join", Method.TIER_3, this::join));
        methods.put("conversations.open", new Method("im:write", Method.TIER_3, this::open));
    }

    private static Channel readable(Call call, String scope) {
        Channel channel = call.channel("channel");
        Scopes.mustHave(call.workspace(), Scopes.in(scope, channel.kind));
        return channel;
    }

    private static Channel joined(Call call, String scope) {
        Channel channel = readable(call, scope);
        if (!channel.botIsHere()) {
            throw new Refusal("not_in_channel");
        }
        return channel;
    }

    private ObjectNode history(Call call) {
        Channel channel = joined(call, "*:history");
        List<Message> newestFirst = new ArrayList<>(channel.history().reversed());
        newestFirst.removeIf(message -> !isWithin(call, message));
        return messages(call, newestFirst, 100).put("pin_count", channel.pins.size());
    }

    private ObjectNode replies(Call call) {
        Channel channel = joined(call, "*:history");
        Message root = channel.messages.get(call.needed("ts"));
        if (root == null) {
            throw new Refusal("thread_not_found");
        }
        List<Message> inOrder = new ArrayList<>(root.isReply() ? List.of() : root.replies());
        inOrder.removeIf(message -> !isWithin(call, message));
        inOrder.addFirst(root);
        return messages(call, inOrder, MOST);
    }

    private static boolean isWithin(Call call, Message message) {
        return isBeyond(call, message.ts, call.text("oldest")) && isBeyond(call, call.text("latest"), message.ts);
    }

    private static boolean isBeyond(Call call, @Nullable String later, @Nullable String earlier) {
        if (later == null || earlier == null || earlier.isEmpty() || later.isEmpty()) {
            return true;
        }
        int order = padded(later).compareTo(padded(earlier));
        return order > 0 || order == 0 && call.flag("inclusive");
    }

    private static String padded(String ts) {
        return ts.contains(".") ? (ts + "000000").substring(0, ts.indexOf('.') + 7) : ts + ".000000";
    }

    private ObjectNode messages(Call call, List<Message> messages, int usual) {
        boolean metadata = call.flag("include_all_metadata");
        return page(call, "messages", messages, usual, Message::ts, message -> message.json(metadata));
    }

    /** A cursor names the last that was told, so that what is deleted or said between two pages shifts nothing. */
    private <T> ObjectNode page(
            Call call, String name, List<T> all, int usual, Function<T, String> place, Function<T, ObjectNode> json) {
        int most = world.commercial && name.equals("messages") ? MOST_FOR_COMMERCE : MOST;
        int limit = Math.clamp(call.number("limit", usual), 1, most);
        int start = start(all, Objects.requireNonNullElse(call.text("cursor"), ""), place);
        int end = Math.min(all.size(), start + limit);
        ObjectNode answer = Json.object();
        ArrayNode array = answer.putArray(name);
        all.subList(start, end).forEach(one -> array.add(json.apply(one)));
        boolean more = end < all.size();
        String cursor = more ? "next:" + place.apply(all.get(end - 1)) : "";
        answer.put("has_more", more).putObject("response_metadata").put("next_cursor", cursor);
        return answer;
    }

    /** All are in one order, rising or falling. */
    private static <T> int start(List<T> all, String cursor, Function<T, String> place) {
        if (cursor.isEmpty() || all.isEmpty()) {
            return 0;
        }
        String last = cursor.substring("next:".length());
        boolean rising = place.apply(all.getFirst()).compareTo(place.apply(all.getLast())) <= 0;
        int start = 0;
        while (start < all.size() && isTold(place.apply(all.get(start)), last, rising)) {
            start++;
        }
        return start;
    }

    private static boolean isTold(String place, String last, boolean rising) {
        return rising ? place.compareTo(last) <= 0 : place.compareTo(last) >= 0;
    }

    private ObjectNode info(Call call) {
        Channel channel = readable(call, "*:read");
        ObjectNode answer = Json.object();
        ObjectNode json = channel.json();
        if (!call.flag("include_num_members")) {
            json.remove("num_members");
        }
        answer.set("channel", json);
        return answer;
    }

    private ObjectNode list(Call call, boolean own) {
        String types = call.text("types") == null ? "public_channel" : call.needed("types");
        for (ChannelKind kind : ChannelKind.values()) {
            if (types.contains(type(kind))) {
                Scopes.mustHave(call.workspace(), Scopes.in("*:read", kind));
            }
        }
        List<Channel> channels = call.workspace().channels.values().stream()
                .filter(Channel::botSees)
                .filter(channel -> !own || channel.botIsHere())
                .filter(channel -> types.contains(type(channel.kind)))
                .filter(channel -> !call.flag("exclude_archived") || !channel.archived)
                .toList();
        return page(call, "channels", channels, 100, Channel::id, Channel::json);
    }

    private static String type(ChannelKind kind) {
        return switch (kind) {
            case PUBLIC -> "public_channel";
            case PRIVATE -> "private_channel";
            case DIRECT -> "im";
        };
    }

    private ObjectNode members(Call call) {
        Channel channel = readable(call, "*:read");
        ObjectNode answer = Json.object();
        answer.set("members", channel.memberIds());
        answer.putObject("response_metadata").put("next_cursor", "");
        return answer;
    }

    private ObjectNode join(Call call) {
        Channel channel = call.channel("channel");
        if (channel.kind != ChannelKind.PUBLIC) {
            throw new Refusal("method_not_supported_for_channel_type");
        }
        if (channel.archived) {
            throw new Refusal("is_archived");
        }
        ObjectNode answer = Json.object();
        if (channel.botIsHere()) {
            answer.put("warning", "already_in_channel");
        }
        channel.invitesBot();
        answer.set("channel", channel.json());
        return answer;
    }

    private ObjectNode open(Call call) {
        if (call.list("users").size() > 1) {
            throw new Refusal("not_supported");
        }
        Person person = call.person("users");
        if (person.bot) {
            throw new Refusal("cannot_dm_bot");
        }
        boolean there = person.direct != null;
        Channel channel = call.workspace().direct(person);
        ObjectNode answer = Json.object().put("no_op", there).put("already_open", there);
        answer.set(
                "channel",
                call.flag("return_im") ? channel.json() : Json.object().put("id", channel.id));
        return answer;
    }
}
