package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where messages are: a channel that all can find, one that its members can, or the conversation of a person with the bot. */
public final class Channel {

    /** A link at the top of a channel. */
    public record Bookmark(String id, String title, String link, String emoji) {}

    final Workspace workspace;
    final ChannelKind kind;
    final String id;
    final TreeMap<String, Message> messages = new TreeMap<>();
    final Set<Person> members = new LinkedHashSet<>();
    final List<Message> pins = new ArrayList<>();
    final Map<String, Bookmark> bookmarks = new LinkedHashMap<>();
    final String name;
    boolean archived;
    boolean postsRestricted;

    @Nullable
    Person with;

    Channel(Workspace workspace, ChannelKind kind, String name) {
        this.workspace = workspace;
        this.kind = kind;
        this.id = workspace.world.ids.next(kind.prefix);
        this.name = name;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** What people see in the channel itself, in order: no replies but those that were sent to it as well. */
    public List<Message> history() {
        synchronized (workspace.world) {
            return messages.values().stream()
                    .filter(message -> !message.isReply() || message.broadcast)
                    .toList();
        }
    }

    /** Everything that was said here and is still there, replies among it, in order. */
    public List<Message> all() {
        synchronized (workspace.world) {
            return List.copyOf(messages.values());
        }
    }

    /** The texts of what people see in the channel. */
    public List<String> texts() {
        return history().stream().map(Message::text).toList();
    }

    /** What the bot has said here, replies among it, in order. */
    public List<Message> fromBot() {
        return all().stream().filter(message -> message.author == workspace.bot).toList();
    }

    /** The latest pinned first. */
    public List<Message> pins() {
        synchronized (workspace.world) {
            return List.copyOf(pins);
        }
    }

    public List<Bookmark> bookmarks() {
        synchronized (workspace.world) {
            return List.copyOf(bookmarks.values());
        }
    }

    public List<Person> members() {
        synchronized (workspace.world) {
            return List.copyOf(members);
        }
    }

    /** Somebody comes in. */
    public Channel joinedBy(Person person) {
        workspace.world.conversation.join(this, person);
        return this;
    }

    /** Somebody goes, or is asked to. */
    public Channel leftBy(Person person) {
        workspace.world.conversation.leave(this, person);
        return this;
    }

    /** The bot is asked to come in. */
    public Channel invitesBot() {
        return joinedBy(workspace.bot);
    }

    /** The bot is asked to go. */
    public Channel removesBot() {
        return leftBy(workspace.bot);
    }

    /** Nobody can write here any more. */
    public Channel archives() {
        synchronized (workspace.world) {
            archived = true;
        }
        return this;
    }

    public Channel unarchives() {
        synchronized (workspace.world) {
            archived = false;
        }
        return this;
    }

    /** Whether only those who look after the workspace may post here. */
    public Channel restrictsPosts(boolean restricted) {
        synchronized (workspace.world) {
            postsRestricted = restricted;
        }
        return this;
    }

    /** Slack shows the preview of a link: the message comes again though nobody has edited it. */
    public void previewsLink(Message message) {
        workspace.world.conversation.preview(message);
    }

    boolean botIsHere() {
        return members.contains(workspace.bot);
    }

    boolean botSees() {
        return kind == ChannelKind.PUBLIC || botIsHere();
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("id", id).put("created", 1_700_000_000L);
        if (kind == ChannelKind.DIRECT) {
            return json.put("is_im", true)
                    .put("is_archived", false)
                    .put("is_org_shared", false)
                    .put("user", with == null ? "" : with.id);
        }
        json.put("name", name)
                .put("name_normalized", name)
                .put("is_channel", kind == ChannelKind.PUBLIC)
                .put("is_group", false)
                .put("is_im", false)
                .put("is_mpim", false)
                .put("is_private", kind == ChannelKind.PRIVATE)
                .put("is_archived", archived)
                .put("is_general", false)
                .put("is_shared", false)
                .put("is_org_shared", false)
                .put("is_ext_shared", false)
                .put("is_member", botIsHere())
                .put("num_members", members.size());
        json.putObject("topic").put("value", "").put("creator", "").put("last_set", 0);
        json.putObject("purpose").put("value", "").put("creator", "").put("last_set", 0);
        return json;
    }

    ArrayNode memberIds() {
        ArrayNode ids = Json.array();
        members.forEach(member -> ids.add(member.id));
        return ids;
    }

    @Override
    public String toString() {
        return "#" + name;
    }
}
