package dev.parley.platform.slack;

import com.slack.api.model.Message;
import dev.parley.conversation.MessageId;
import dev.parley.platform.Outgoing;
import dev.parley.platform.slack.Rooms.Channel;
import dev.parley.platform.slack.wire.Page;
import dev.parley.platform.slack.wire.WebApi;
import java.util.Map;
import java.util.Optional;

/** What Parley says in channels. */
final class Posts {
    static final String EVENT = "parley_post";

    private final WebApi api;

    Posts(WebApi api) {
        this.api = api;
    }

    MessageId post(Outgoing post) {
        Channel channel = Rooms.channel(post.room());
        Message.Metadata metadata = Message.Metadata.builder()
                .eventType(EVENT)
                .eventPayload(Map.of("key", post.key(), "part", 0))
                .build();
        String ts = api.ask(
                        channel.team(),
                        methods -> methods.chatPostMessage(request -> request.channel(channel.id())
                                .text(post.text())
                                .threadTs(post.under().map(MessageId::id).orElse(null))
                                .metadata(metadata)))
                .getTs();
        return new MessageId(post.room(), ts);
    }

    void edit(MessageId message, Outgoing now) {
        Channel channel = Rooms.channel(message.room());
        api.ask(
                channel.team(),
                methods -> methods.chatUpdate(request ->
                        request.channel(channel.id()).ts(message.id()).text(now.text())),
                "message_not_found");
    }

    void remove(MessageId message) {
        Channel channel = Rooms.channel(message.room());
        api.ask(
                channel.team(),
                methods -> methods.chatDelete(
                        request -> request.channel(channel.id()).ts(message.id())),
                "message_not_found");
    }

    Optional<MessageId> find(Outgoing post) {
        Channel channel = Rooms.channel(post.room());
        return api
                .page(
                        channel.team(),
                        "conversations.history",
                        form -> form.add("channel", channel.id())
                                .add("include_all_metadata", "true")
                                .add("limit", "15"))
                .map(Page::messages)
                .stream()
                .flatMap(messages -> messages.stream())
                .filter(message -> String.valueOf(message.get("metadata")).contains("\"" + post.key() + "\""))
                .findFirst()
                .map(message -> new MessageId(post.room(), message.get("ts").getAsString()));
    }
}
