package dev.parley.platform.slack;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Incoming;
import dev.parley.platform.slack.Rooms.Channel;
import dev.parley.platform.slack.wire.Page;
import dev.parley.platform.slack.wire.WebApi;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What Slack tells again of what was said. */
final class History {
    private final WebApi api;
    private final Reader reader;

    History(WebApi api, Reader reader) {
        this.api = api;
        this.reader = reader;
    }

    List<Incoming> since(RoomId room, Instant from, Set<MessageId> known) {
        Channel channel = Rooms.channel(room);
        String team = api.self(channel.team()).team();
        List<Incoming> all = api
                .page(
                        channel.team(),
                        "conversations.history",
                        form -> form.add("channel", channel.id())
                                .add("oldest", from.getEpochSecond() + ".000000")
                                .add("limit", "200"))
                .map(Page::messages)
                .stream()
                .flatMap(List::stream)
                .flatMap(message -> reader.said(message, room, team).stream())
                .map(Incoming.class::cast)
                .toList();
        return all.reversed();
    }
}
