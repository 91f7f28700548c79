package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A message, as it is now. */
public final class Message {
    final Channel channel;
    final Person author;
    final String ts;
    final List<String> versions = new ArrayList<>();
    final List<Message> answers = new ArrayList<>();
    final Map<String, Set<Person>> reactions = new LinkedHashMap<>();
    final String clientId = UUID.randomUUID().toString();
    String text;
    List<SlackFile> files = List.of();
    boolean broadcast;
    boolean deleted;

    @Nullable
    String subtype;

    @Nullable
    String threadTs;

    @Nullable
    String editedAt;

    @Nullable
    ArrayNode blocks;

    @Nullable
    ArrayNode previews;

    @Nullable
    JsonNode metadata;

    /** The name under which an integration without a user speaks. */
    @Nullable
    String integration;

    Message(Channel channel, Person author, String ts, String text) {
        this.channel = channel;
        this.author = author;
        this.ts = ts;
        this.text = text;
        versions.add(text);
    }

    /** When it was said, which names it within its channel. */
    public String ts() {
        return ts;
    }

    public Channel channel() {
        return channel;
    }

    public Person author() {
        return author;
    }

    /** The text as Slack keeps it: {@code &amp;}, {@code <@U…>}. */
    public String text() {
        return text;
    }

    /** The words as people see them: of its blocks of {@code rich_text} where it has any, else of its text. */
    public String shown() {
        String rich = Blocks.all(blocks())
                .filter(block -> block.path("type").asText().equals("rich_text"))
                .map(RichText::shown)
                .collect(Collectors.joining("\n"));
        return rich.isEmpty() ? text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") : rich;
    }

    /** The pictures in its blocks, in order. */
    public List<SlackFile> pictures() {
        return Blocks.all(blocks())
                .filter(block -> block.path("type").asText().equals("image"))
                .map(block -> channel.workspace.files.get(
                        block.path("slack_file").path("id").asText()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whether Slack itself says it: that somebody came, or that something was pinned. */
    public boolean isSystem() {
        return subtype != null && Set.of("channel_join", Conversation.PINNED).contains(subtype);
    }

    /** Every text that it ever had, the first first. */
    public List<String> versions() {
        return List.copyOf(versions);
    }

    /** The blocks; empty where it has none. */
    public ArrayNode blocks() {
        return blocks == null ? Json.array() : blocks;
    }

    /** What the app kept with it; null where nothing. */
    public @Nullable JsonNode metadata() {
        return metadata;
    }

    public List<SlackFile> files() {
        return files;
    }

    public boolean isEdited() {
        return editedAt != null;
    }

    public boolean isDeleted() {
        return deleted;
    }

    public boolean isPinned() {
        return channel.pins().contains(this);
    }

    /** Whether it answers in a thread. */
    public boolean isReply() {
        return threadTs != null && !threadTs.equals(ts);
    }

    /** The time of the message in whose thread it answers; empty where it is no reply. */
    public Optional<String> thread() {
        return isReply() ? Optional.ofNullable(threadTs) : Optional.empty();
    }

    /** The message whose thread it answers in; null where it is no reply, or that message is gone. */
    @Nullable
    Message root() {
        return isReply() ? channel.messages.get(threadTs) : null;
    }

    /** Whether it stands in the channel as well as in its thread. */
    public boolean isBroadcast() {
        return broadcast;
    }

    /** What answers it, in order. */
    public List<Message> replies() {
        synchronized (channel.workspace.world) {
            return List.copyOf(answers);
        }
    }

    /** Who reacted, by the name of the emoji, without colons. */
    public Map<String, List<Person>> reactions() {
        synchronized (channel.workspace.world) {
            Map<String, List<Person>> all = new LinkedHashMap<>();
            reactions.forEach((name, people) -> all.put(name, List.copyOf(people)));
            return all;
        }
    }

    /** What stands on its buttons, in order. */
    public List<String> buttons() {
        return Blocks.elements(blocks())
                .filter(element -> element.path("type").asText().equals("button"))
                .map(element -> element.path("text").path("text").asText())
                .toList();
    }

    /** The action id of the button on which this stands. */
    public String button(String label) {
        return Blocks.elements(blocks())
                .filter(element -> element.path("type").asText().equals("button")
                        && element.path("text").path("text").asText().equals(label))
                .map(element -> element.path("action_id").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label + " on " + blocks()));
    }

    /** Everybody who was told of it because of a mention in it. */
    public Set<Person> pinged() {
        synchronized (channel.workspace.world) {
            return Mentions.of(this);
        }
    }

    /** The address at which a browser shows it. */
    public String permalink() {
        String link = channel.workspace.address() + "/archives/" + channel.id + "/p" + ts.replace(".", "");
        return isReply() ? link + "?thread_ts=" + threadTs + "&cid=" + channel.id : link;
    }

    /** As history shows it. */
    ObjectNode json(boolean withMetadata) {
        ObjectNode json = Json.object().put("type", "message");
        if (deleted) {
            json.put("subtype", "tombstone").put("user", "USLACKBOT");
        } else {
            signature(json);
        }
        json.put("ts", ts).put("text", deleted ? "This message was deleted." : text);
        if (!deleted) {
            content(json);
        }
        if (metadata != null && withMetadata) {
            json.set("metadata", metadata);
        }
        threadInto(json);
        return json;
    }

    private void signature(ObjectNode json) {
        if (subtype != null) {
            json.put("subtype", subtype);
        } else if (broadcast) {
            json.put("subtype", "thread_broadcast");
        }
        Workspace workspace = channel.workspace;
        if (integration != null) {
            json.put("bot_id", "B" + author.id.substring(1)).put("username", integration);
            return;
        }
        json.put("user", author.id);
        if (author.bot && author != workspace.bot) {
            json.put("bot_id", "B" + author.id.substring(1)).put("app_id", "A" + author.id.substring(1));
        } else if (author.bot) {
            json.put("bot_id", workspace.botId).put("app_id", workspace.world.appId);
            json.set("bot_profile", workspace.botProfile());
        } else if (subtype == null) {
            json.put("client_msg_id", clientId);
        }
        if (subtype == null && !broadcast) {
            json.put("team", workspace.id);
        }
    }

    private void content(ObjectNode json) {
        if (blocks != null && !blocks.isEmpty()) {
            json.set("blocks", blocks);
        }
        if (previews != null) {
            json.set("attachments", previews);
        }
        if (editedAt != null) {
            json.putObject("edited").put("user", author.id).put("ts", editedAt);
        }
        if (!files.isEmpty()) {
            ArrayNode all = json.putArray("files");
            files.forEach(file -> all.add(file.json()));
        }
        if (!reactions.isEmpty()) {
            json.set("reactions", reactionsJson());
        }
        if (isPinned()) {
            json.putArray("pinned_to").add(channel.id);
        }
    }

    ArrayNode reactionsJson() {
        ArrayNode all = Json.array();
        reactions.forEach((name, people) -> {
            ObjectNode one = all.addObject().put("name", name).put("count", people.size());
            ArrayNode users = one.putArray("users");
            people.forEach(person -> users.add(person.id));
        });
        return all;
    }

    private void threadInto(ObjectNode json) {
        List<Message> replies = isReply() ? List.of() : replies();
        if (!replies.isEmpty()) {
            Set<Person> people = new LinkedHashSet<>();
            replies.forEach(reply -> people.add(reply.author));
            json.put("thread_ts", ts)
                    .put("reply_count", replies.size())
                    .put("reply_users_count", people.size())
                    .put("latest_reply", replies.getLast().ts)
                    .put("is_locked", false)
                    .put("subscribed", false);
            ArrayNode users = json.putArray("reply_users");
            people.forEach(person -> users.add(person.id));
        }
        if (isReply()) {
            json.put("thread_ts", threadTs);
            Message root = root();
            if (root != null && subtype == null && !broadcast) {
                json.put("parent_user_id", root.author.id);
            }
        }
    }

    @Override
    public String toString() {
        return author + ": " + text;
    }
}
