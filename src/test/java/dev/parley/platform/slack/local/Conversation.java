package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens in channels, whoever does it, and who is told. */
final class Conversation {
    /** A line of Slack's own in a channel, of which no published type of event tells. */
    static final String PINNED = "pinned_item";

    private final World world;

    Conversation(World world) {
        this.world = world;
    }

    Message say(
            Person person,
            Channel channel,
            String text,
            @Nullable Message to,
            boolean broadcast,
            @Nullable String subtype) {
        synchronized (world) {
            mustBeIn(channel, person);
            Message message = new Message(channel, person, world.ids.time(), text);
            message.subtype = subtype;
            if (subtype == null) {
                message.blocks = typedBlocks(text);
            }
            if (to != null) {
                message.threadTs = to.threadTs == null ? to.ts : to.threadTs;
                message.broadcast = broadcast;
            }
            person.lastAt = channel;
            return post(message);
        }
    }

    private static void mustBeIn(Channel channel, Person person) {
        if (channel.archived || !channel.members.contains(person)) {
            throw new IllegalStateException(person + " cannot write in " + channel);
        }
    }

    /** What Slack's own programs send along with what was typed. */
    private ArrayNode typedBlocks(String text) {
        ArrayNode blocks = Json.array();
        ArrayNode section = blocks.addObject()
                .put("type", "rich_text")
                .put("block_id", world.ids.next("b"))
                .putArray("elements")
                .addObject()
                .put("type", "rich_text_section")
                .putArray("elements");
        section.addObject()
                .put("type", "text")
                .put("text", text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
        return blocks;
    }

    Message attach(Person person, Channel channel, String name, byte[] bytes, String text) {
        synchronized (world) {
            mustBeIn(channel, person);
            SlackFile file = new SlackFile(channel.workspace, person, name, bytes.length, "");
            file.bytes = bytes.clone();
            file.completed = true;
            file.shared.add(channel);
            channel.workspace.files.put(file.id, file);
            person.lastAt = channel;
            return share(person, channel, List.of(file), text, null);
        }
    }

    /** Shows files in a channel. */
    Message share(Person person, Channel channel, List<SlackFile> files, String text, @Nullable String threadTs) {
        Message message = new Message(channel, person, world.ids.time(), text);
        message.subtype = "file_share";
        message.files = List.copyOf(files);
        message.threadTs = threadTs;
        files.forEach(file -> file.shared.add(channel));
        return post(message);
    }

    Message integrationSays(Channel channel, String integration, String text) {
        synchronized (world) {
            Person speaker = new Person(channel.workspace, integration, true);
            Message message = new Message(channel, speaker, world.ids.time(), text);
            message.subtype = "bot_message";
            message.integration = integration;
            return post(message);
        }
    }

    Message repeat(String app, Message message) {
        synchronized (world) {
            Person speaker = new Person(message.channel.workspace, app, true);
            Message other = new Message(message.channel, speaker, world.ids.time(), message.text);
            other.blocks = message.blocks;
            return post(other);
        }
    }

    Message post(Message message) {
        synchronized (world) {
            message.channel.messages.put(message.ts, message);
            Message root = message.root();
            if (root != null) {
                root.answers.add(message);
            }
            world.events.said(message);
            world.notifyAll();
            return message;
        }
    }

    void edit(Message message, String text) {
        synchronized (world) {
            ObjectNode before = message.json(false);
            message.text = text;
            message.versions.add(text);
            message.editedAt = world.ids.time();
            if (!message.author.bot) {
                message.blocks = typedBlocks(text);
            }
            world.events.changed(message, before);
        }
    }

    /** The app changes what it said. */
    void rewrite(Message message, Runnable change) {
        ObjectNode before = message.json(false);
        String text = message.text;
        change.run();
        if (!message.text.equals(text)) {
            message.versions.add(message.text);
        }
        message.editedAt = world.ids.time();
        world.events.changed(message, before);
        world.notifyAll();
    }

    void preview(Message message) {
        synchronized (world) {
            ObjectNode before = message.json(false);
            message.previews = Json.array();
            message.previews
                    .addObject()
                    .put("fallback", "Example")
                    .put("title", "Example")
                    .put("title_link", "https://example.org/")
                    .put("from_url", "https://example.org/");
            world.events.changed(message, before);
        }
    }

    void delete(Message message) {
        synchronized (world) {
            ObjectNode before = message.json(false);
            boolean hasReplies = !message.isReply() && !message.replies().isEmpty();
            message.deleted = true;
            message.channel.pins.remove(message);
            if (hasReplies) {
                world.events.changed(message, before);
            } else {
                Message root = message.root();
                if (root != null) {
                    root.answers.remove(message);
                }
                message.channel.messages.remove(message.ts);
                if (!PINNED.equals(message.subtype)) {
                    world.events.deleted(message, before);
                }
            }
        }
    }

    boolean react(Message message, Person person, String emoji) {
        synchronized (world) {
            boolean added = message.reactions
                    .computeIfAbsent(emoji, unseen -> new LinkedHashSet<>())
                    .add(person);
            if (added) {
                world.events.reacted("reaction_added", message, person, emoji);
            }
            return added;
        }
    }

    boolean unreact(Message message, Person person, String emoji) {
        synchronized (world) {
            var people = message.reactions.get(emoji);
            if (people == null || !people.remove(person)) {
                return false;
            }
            if (people.isEmpty()) {
                message.reactions.remove(emoji);
            }
            world.events.reacted("reaction_removed", message, person, emoji);
            return true;
        }
    }

    boolean pin(Message message, Person person) {
        synchronized (world) {
            if (message.channel.pins.contains(message)) {
                return false;
            }
            message.channel.pins.addFirst(message);
            world.events.pinned("pin_added", message, person);
            Message line = new Message(
                    message.channel, person, world.ids.time(), person.mention() + " pinned a message to this channel.");
            line.subtype = PINNED;
            message.channel.messages.put(line.ts, line);
            return true;
        }
    }

    boolean unpin(Message message, Person person) {
        synchronized (world) {
            if (!message.channel.pins.remove(message)) {
                return false;
            }
            world.events.pinned("pin_removed", message, person);
            return true;
        }
    }

    void join(Channel channel, Person person) {
        synchronized (world) {
            if (channel.members.add(person)) {
                world.events.memberCame(channel, person);
                if (channel.kind != ChannelKind.DIRECT) {
                    Message message = new Message(
                            channel, person, world.ids.time(), person.mention() + " has joined the channel");
                    message.subtype = "channel_join";
                    post(message);
                }
            }
        }
    }

    void leave(Channel channel, Person person) {
        synchronized (world) {
            if (channel.members.contains(person)) {
                world.events.memberWent(channel, person);
                channel.members.remove(person);
            }
        }
    }

    void openHome(Person person, String tab) {
        synchronized (world) {
            person.workspace.direct(person);
            world.events.openedHome(person, tab);
        }
    }

    void uninstall(Workspace workspace) {
        synchronized (world) {
            if (workspace.installed) {
                workspace.installed = false;
                world.tokens.remove(workspace.token);
                world.events.revoked(workspace);
                world.events.uninstalled(workspace);
            }
        }
    }

    void revoke(Workspace workspace) {
        synchronized (world) {
            world.tokens.remove(workspace.token);
            world.revoked.add(workspace.token);
            world.events.revoked(workspace);
        }
    }
}
