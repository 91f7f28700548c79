package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** What can happen to messages, whoever causes it, and who is told. */
final class Conversation {
    private static final int MOST_PINS = 250;
    private static final int MOST_REACTIONS = 20;
    private final World world;

    Conversation(World world) {
        this.world = world;
    }

    /** Puts a message of a person into its channel. */
    MessageRecord post(Channel channel, MessageRecord message) {
        synchronized (world) {
            Mentions.ofPerson(message);
            return put(channel, message);
        }
    }

    /** Puts a message into its channel as it is. */
    MessageRecord put(Channel channel, MessageRecord message) {
        synchronized (world) {
            if (channel.deleted) {
                throw Refusal.unknownChannel();
            }
            wake(channel, message.author);
            channel.messages.put(message.id, message);
            world.messages.put(message.id, message);
            if (channel.kind.isThread() && message.type != MessageRecord.THREAD_STARTER) {
                channel.sentInThread++;
                join(channel, message.author);
            }
            tell("MESSAGE_CREATE", message);
            return message;
        }
    }

    /** A sleeping thread wakes when somebody writes; a locked one only for moderators. */
    private void wake(Channel channel, User writer) {
        if (channel.archived) {
            if (channel.locked && !channel.may(writer, Permission.MANAGE_THREADS)) {
                throw new Refusal(400, 50083, "Thread is archived");
            }
            channel.archive(false, channel.locked);
        }
    }

    void join(Channel thread, User user) {
        if (thread.threadMembers.add(user)) {
            ObjectNode data = Json.object()
                    .put("id", Long.toString(thread.id))
                    .put("guild_id", Long.toString(thread.home().id))
                    .put("member_count", thread.threadMembers.size());
            data.putArray("added_members").add(thread.threadMember(user));
            world.gateway.tell(Dispatch.ofGuild(
                    "THREAD_MEMBERS_UPDATE",
                    thread.home(),
                    user == world.bot ? Intent.GUILDS : Intent.GUILD_MEMBERS,
                    data));
        }
    }

    ObjectNode reference(MessageRecord to) {
        ObjectNode reference = Json.object()
                .put("type", 0)
                .put("channel_id", Long.toString(to.channel.id))
                .put("message_id", Long.toString(to.id));
        if (to.channel.guild != null) {
            reference.put("guild_id", Long.toString(to.channel.guild.id));
        }
        return reference;
    }

    void edited(MessageRecord message) {
        message.edited = world.ids.clock.instant();
        updated(message);
    }

    /** Tells of a message again though nobody has edited it, as when a link gets its preview. */
    void updated(MessageRecord message) {
        synchronized (world) {
            if (!message.deleted) {
                tell("MESSAGE_UPDATE", message);
            }
        }
    }

    private void tell(String type, MessageRecord message) {
        Dispatch dispatch = Dispatch.ofChannel(
                type, message.channel, Intent.GUILD_MESSAGES, Intent.DIRECT_MESSAGES, message.eventJson());
        boolean forTheBot =
                message.author == world.bot || message.channel.guild == null || message.pingedUsers.contains(world.bot);
        world.gateway.tell(forTheBot ? dispatch : dispatch.withContent());
    }

    void delete(MessageRecord message) {
        synchronized (world) {
            if (forget(message)) {
                world.gateway.tell(
                        about("MESSAGE_DELETE", message, Json.object().put("id", Long.toString(message.id))));
            }
        }
    }

    private boolean forget(MessageRecord message) {
        message.deleted = true;
        world.messages.remove(message.id);
        return message.channel.messages.remove(message.id) != null;
    }

    void deleteMany(Channel channel, Collection<MessageRecord> messages) {
        synchronized (world) {
            ObjectNode data = Json.object();
            ArrayNode ids = data.putArray("ids");
            messages.stream().filter(this::forget).forEach(message -> ids.add(Long.toString(message.id)));
            inChannel(channel, data);
            world.gateway.tell(Dispatch.ofChannel(
                    "MESSAGE_DELETE_BULK", channel, Intent.GUILD_MESSAGES, Intent.DIRECT_MESSAGES, data));
        }
    }

    private static ObjectNode inChannel(Channel channel, ObjectNode data) {
        data.put("channel_id", Long.toString(channel.id));
        if (channel.guild != null) {
            data.put("guild_id", Long.toString(channel.guild.id));
        }
        return data;
    }

    private static Dispatch about(String type, MessageRecord message, ObjectNode data) {
        return Dispatch.ofChannel(
                type, message.channel, Intent.GUILD_MESSAGES, Intent.DIRECT_MESSAGES, inChannel(message.channel, data));
    }

    void react(MessageRecord message, User user, String emoji) {
        synchronized (world) {
            if (message.deleted) {
                throw Refusal.unknownMessage();
            }
            if (!message.reactions.containsKey(emoji) && message.reactions.size() >= MOST_REACTIONS) {
                throw new Refusal(400, 30010, "Maximum number of reactions reached (20)");
            }
            if (message.reactions
                    .computeIfAbsent(emoji, unseen -> new LinkedHashSet<>())
                    .add(user)) {
                ObjectNode data = reaction(message, user, emoji)
                        .put("message_author_id", Long.toString(message.author.id))
                        .put("burst", false)
                        .put("type", 0);
                if (message.channel.guild != null) {
                    data.set("member", message.channel.guild.membership(user).json());
                }
                tellReaction("MESSAGE_REACTION_ADD", message, data);
            }
        }
    }

    void unreact(MessageRecord message, User user, String emoji) {
        synchronized (world) {
            Set<User> users = message.reactions.getOrDefault(emoji, new LinkedHashSet<>());
            if (users.remove(user)) {
                if (users.isEmpty()) {
                    message.reactions.remove(emoji);
                }
                tellReaction(
                        "MESSAGE_REACTION_REMOVE",
                        message,
                        reaction(message, user, emoji).put("burst", false).put("type", 0));
            }
        }
    }

    void clearReactions(MessageRecord message) {
        synchronized (world) {
            message.reactions.clear();
            tellReaction(
                    "MESSAGE_REACTION_REMOVE_ALL", message, Json.object().put("message_id", Long.toString(message.id)));
        }
    }

    void clearReactions(MessageRecord message, String emoji) {
        synchronized (world) {
            message.reactions.remove(emoji);
            ObjectNode data = Json.object().put("message_id", Long.toString(message.id));
            data.set("emoji", Emojis.json(emoji));
            tellReaction("MESSAGE_REACTION_REMOVE_EMOJI", message, data);
        }
    }

    private static ObjectNode reaction(MessageRecord message, User user, String emoji) {
        ObjectNode data =
                Json.object().put("user_id", Long.toString(user.id)).put("message_id", Long.toString(message.id));
        data.set("emoji", Emojis.json(emoji));
        return data;
    }

    private void tellReaction(String type, MessageRecord message, ObjectNode data) {
        world.gateway.tell(Dispatch.ofChannel(
                type,
                message.channel,
                Intent.GUILD_MESSAGE_REACTIONS,
                Intent.DIRECT_MESSAGE_REACTIONS,
                inChannel(message.channel, data)));
    }

    void pin(MessageRecord message, User by) {
        synchronized (world) {
            if (message.isPinned()) {
                return;
            }
            if (message.channel.pinned().size() >= MOST_PINS) {
                throw new Refusal(400, 30003, "Maximum number of pins reached (250)");
            }
            message.pinnedAt = Instant.now();
            message.channel.lastPin = message.pinnedAt;
            updated(message);
            tellPins(message.channel);
            MessageRecord notice = new MessageRecord(message.channel, world.ids.next(), by, null, "");
            notice.type = MessageRecord.SYSTEM_PIN;
            notice.referenced = message;
            notice.reference = reference(message);
            put(message.channel, notice);
        }
    }

    void unpin(MessageRecord message) {
        synchronized (world) {
            if (message.isPinned()) {
                message.pinnedAt = null;
                updated(message);
                tellPins(message.channel);
            }
        }
    }

    private void tellPins(Channel channel) {
        ObjectNode data = inChannel(channel, Json.object());
        data.put("last_pin_timestamp", channel.lastPin == null ? null : Times.text(channel.lastPin));
        world.gateway.tell(
                Dispatch.ofChannel("CHANNEL_PINS_UPDATE", channel, Intent.GUILDS, Intent.DIRECT_MESSAGES, data));
    }

    void typing(Channel channel, User user) {
        ObjectNode data = inChannel(channel, Json.object())
                .put("user_id", Long.toString(user.id))
                .put("timestamp", Instant.now().getEpochSecond());
        if (channel.guild != null) {
            data.set("member", channel.guild.membership(user).json());
        }
        world.gateway.tell(Dispatch.ofChannel(
                "TYPING_START", channel, Intent.GUILD_MESSAGE_TYPING, Intent.DIRECT_MESSAGE_TYPING, data));
    }

    /** A message can have one thread, whose id is its own. */
    Channel startThread(MessageRecord message, String name, int archiveAfter, User by) {
        synchronized (world) {
            if (message.thread != null) {
                throw new Refusal(400, 160004, "A thread has already been created for this message");
            }
            Channel room = message.channel;
            if (room.kind != ChannelKind.TEXT && room.kind != ChannelKind.NEWS) {
                throw new Refusal(400, 50024, "Cannot execute action on this channel type");
            }
            Channel thread = open(room, message.id, name, archiveAfter, by);
            message.thread = thread;
            message.flags |= MessageRecord.HAS_THREAD;
            updated(message);
            MessageRecord starter = new MessageRecord(thread, world.ids.next(), message.author, null, "");
            starter.type = MessageRecord.THREAD_STARTER;
            starter.referenced = message;
            starter.reference = reference(message);
            put(thread, starter);
            return thread;
        }
    }

    /** A thread of its own, with a notice in its channel. */
    Channel openThread(Channel room, String name, int archiveAfter, User by) {
        synchronized (world) {
            Channel thread = open(room, world.ids.next(), name, archiveAfter, by);
            MessageRecord notice = new MessageRecord(room, world.ids.next(), by, null, name);
            notice.type = MessageRecord.SYSTEM_THREAD;
            notice.reference = Json.object()
                    .put("type", 0)
                    .put("channel_id", Long.toString(thread.id))
                    .put("guild_id", Long.toString(thread.home().id));
            put(room, notice);
            return thread;
        }
    }

    /** A thread that the channel says nothing of. */
    Channel openPrivateThread(Channel room, String name, User by) {
        synchronized (world) {
            return open(room, ChannelKind.PRIVATE_THREAD, world.ids.next(), name, 1440, by);
        }
    }

    private Channel open(Channel room, long id, String name, int archiveAfter, User by) {
        ChannelKind kind = room.kind == ChannelKind.NEWS ? ChannelKind.NEWS_THREAD : ChannelKind.PUBLIC_THREAD;
        return open(room, kind, id, name, archiveAfter, by);
    }

    private Channel open(Channel room, ChannelKind kind, long id, String name, int archiveAfter, User by) {
        Channel thread = new Channel(world, room.home(), room, kind, id, name);
        thread.archiveAfter = archiveAfter;
        thread.starter = by;
        thread.threadMembers.add(by);
        room.threads.add(thread);
        world.channels.put(id, thread);
        ObjectNode data = thread.json().put("newly_created", true);
        world.gateway.tell(Dispatch.ofChannel("THREAD_CREATE", thread, Intent.GUILDS, Intent.GUILDS, data));
        return thread;
    }
}
