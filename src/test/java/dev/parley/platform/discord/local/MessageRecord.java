package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A message as it stands now, deleted or not, with what it said before. */
public final class MessageRecord {
    static final int SYSTEM_PIN = 6;
    static final int SYSTEM_THREAD = 18;
    static final int REPLY = 19;
    static final int COMMAND = 20;
    static final int THREAD_STARTER = 21;
    static final int CONTEXT_MENU = 23;
    static final int EPHEMERAL = 1 << 6;
    static final int LOADING = 1 << 7;
    static final int HAS_THREAD = 1 << 5;
    static final int SUPPRESS_EMBEDS = 1 << 2;
    static final int COMPONENTS_V2 = 1 << 15;

    final Channel channel;
    final long id;
    final User author;
    final @Nullable Webhook webhook;
    final List<String> versions = new ArrayList<>();
    final Map<String, Set<User>> reactions = new LinkedHashMap<>();
    final Set<User> pingedUsers = new LinkedHashSet<>();
    final Set<Role> pingedRoles = new LinkedHashSet<>();
    boolean pingsEveryone;
    String content;
    ArrayNode embeds = Json.array();
    ArrayNode components = Json.array();
    List<Attachment> attachments = List.of();
    int type;
    int flags;

    @Nullable
    String nonce;

    @Nullable
    ObjectNode reference;

    @Nullable
    MessageRecord referenced;

    @Nullable
    ObjectNode interaction;

    @Nullable
    Instant edited;

    @Nullable
    Instant pinnedAt;

    @Nullable
    Channel thread;

    boolean deleted;

    MessageRecord(Channel channel, long id, User author, @Nullable Webhook webhook, String content) {
        this.channel = channel;
        this.id = id;
        this.author = author;
        this.webhook = webhook;
        this.content = content;
        versions.add(content);
    }

    public long id() {
        return id;
    }

    public Channel channel() {
        return channel;
    }

    public User author() {
        return author;
    }

    public String content() {
        return content;
    }

    /** What it said at first and after each edit, the present last. */
    public List<String> versions() {
        return List.copyOf(versions);
    }

    public boolean isEdited() {
        return edited != null;
    }

    public boolean isDeleted() {
        return deleted;
    }

    public boolean isPinned() {
        return pinnedAt != null;
    }

    /** Only the person who interacted sees it. */
    public boolean isEphemeral() {
        return (flags & EPHEMERAL) != 0;
    }

    /** Not said by anybody: a pin, a started thread. */
    public boolean isSystem() {
        return type == SYSTEM_PIN || type == SYSTEM_THREAD || type == THREAD_STARTER;
    }

    public ArrayNode embeds() {
        return embeds.deepCopy();
    }

    public ArrayNode components() {
        return components.deepCopy();
    }

    public List<Attachment> attachments() {
        return attachments;
    }

    public @Nullable String nonce() {
        return nonce;
    }

    /** What it answers to. */
    public @Nullable MessageRecord repliesTo() {
        return type == REPLY ? referenced : null;
    }

    /** The thread that was started from it. */
    public @Nullable Channel thread() {
        return thread;
    }

    /** Who is notified by it, by name; {@code @everyone} and roles among them. */
    public List<String> pings() {
        List<String> pings = new ArrayList<>();
        if (pingsEveryone) {
            pings.add("@everyone");
        }
        pingedRoles.forEach(role -> pings.add("@" + role.name));
        pingedUsers.forEach(user -> pings.add(user.name));
        return pings;
    }

    /** Each reaction with the names of those who reacted. */
    public Map<String, List<String>> reactions() {
        synchronized (channel.world) {
            Map<String, List<String>> all = new LinkedHashMap<>();
            reactions.forEach((emoji, users) ->
                    all.put(emoji, users.stream().map(user -> user.name).toList()));
            return all;
        }
    }

    /** The labels of its buttons, in order. */
    public List<String> buttons() {
        List<String> labels = new ArrayList<>();
        components.findParents("style").forEach(button -> {
            if (button.path("type").asInt() == 2) {
                labels.add(button.path("label").asText());
            }
        });
        return labels;
    }

    /** The custom id of the button with this label. */
    public String button(String label) {
        return components.findParents("label").stream()
                .filter(button -> button.path("label").asText().equals(label))
                .map(button -> button.path("custom_id").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button \"" + label + "\" among " + buttons()));
    }

    /** As it is said in answer to a request. */
    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("id", Long.toString(id))
                .put("channel_id", Long.toString(channel.id))
                .put("type", type)
                .put("content", content)
                .put("timestamp", Times.text(Snowflakes.time(id)))
                .put("edited_timestamp", edited == null ? null : Times.text(edited))
                .put("tts", false)
                .put("mention_everyone", pingsEveryone)
                .put("pinned", isPinned())
                .put("flags", flags);
        json.set("author", webhook == null ? author.json() : webhook.json());
        ArrayNode users = json.putArray("mentions");
        pingedUsers.forEach(user -> users.add(user.json()));
        json.set(
                "mention_roles",
                Snowflakes.json(pingedRoles.stream().map(role -> role.id).toList()));
        ArrayNode files = json.putArray("attachments");
        attachments.forEach(attachment -> files.add(attachment.json(channel)));
        json.set("embeds", embeds);
        json.set("components", components);
        return optional(json);
    }

    private ObjectNode optional(ObjectNode json) {
        if (nonce != null) {
            json.put("nonce", nonce);
        }
        if (webhook != null) {
            json.put("webhook_id", Long.toString(webhook.id));
        }
        if (author == channel.world.bot && webhook == null) {
            json.put("application_id", Long.toString(channel.world.bot.id));
        }
        if (channel.kind.isThread()) {
            json.put("position", 0);
        }
        if (!reactions.isEmpty()) {
            json.set("reactions", reactionsJson());
        }
        if (reference != null) {
            json.set("message_reference", reference);
            if (type == REPLY || type == THREAD_STARTER) {
                json.set("referenced_message", referenced == null || referenced.deleted ? null : referenced.plain());
            }
        }
        if (thread != null && !thread.deleted) {
            json.set("thread", thread.json());
        }
        if (interaction != null) {
            json.set("interaction_metadata", interaction);
        }
        return json;
    }

    /** Without what it answers to, as it is quoted in an answer to it. */
    private ObjectNode plain() {
        ObjectNode json = json();
        json.remove("referenced_message");
        return json;
    }

    private ArrayNode reactionsJson() {
        ArrayNode all = Json.array();
        reactions.forEach((emoji, users) -> {
            ObjectNode reaction = all.addObject()
                    .put("count", users.size())
                    .put("me", users.contains(channel.world.bot))
                    .put("me_burst", false);
            reaction.putObject("count_details").put("burst", 0).put("normal", users.size());
            reaction.putArray("burst_colors");
            reaction.set("emoji", Emojis.json(emoji));
        });
        return all;
    }

    /** As the gateway tells it: with the guild and the author's membership. */
    ObjectNode eventJson() {
        ObjectNode json = json();
        json.put("channel_type", channel.kind.number);
        Guild guild = channel.guild;
        if (guild != null) {
            json.put("guild_id", Long.toString(guild.id));
            Membership membership = guild.members.get(author.id);
            if (membership != null && webhook == null) {
                json.set("member", membership.partial());
            }
            ArrayNode users = json.putArray("mentions");
            pingedUsers.forEach(user -> {
                ObjectNode mentioned = user.json();
                Membership there = guild.members.get(user.id);
                if (there != null) {
                    mentioned.set("member", there.partial());
                }
                users.add(mentioned);
            });
        }
        return json;
    }

    @Override
    public String toString() {
        return author.name + ": " + content;
    }
}
