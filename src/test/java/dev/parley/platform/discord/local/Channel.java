package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where messages are: a channel of a guild, a thread in it, or a conversation of one person with the bot. */
public final class Channel {
    final World world;
    final @Nullable Guild guild;
    final @Nullable Channel parent;
    final ChannelKind kind;
    final long id;
    final TreeMap<Long, MessageRecord> messages = new TreeMap<>();
    final Map<Long, Overwrite> overwrites = new LinkedHashMap<>();
    final List<Channel> threads = new ArrayList<>();
    final Set<User> threadMembers = new LinkedHashSet<>();
    String name;
    String topic = "";
    int position;
    boolean deleted;

    @Nullable
    User recipient;

    @Nullable
    User starter;

    @Nullable
    Instant lastPin;

    boolean archived;
    boolean locked;
    int archiveAfter = 1440;
    Instant archiveChanged = Instant.now();
    int sentInThread;

    Channel(World world, @Nullable Guild guild, @Nullable Channel parent, ChannelKind kind, long id, String name) {
        this.world = world;
        this.guild = guild;
        this.parent = parent;
        this.kind = kind;
        this.id = id;
        this.name = name;
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** What everybody sees, in order; what was deleted is gone. */
    public List<MessageRecord> history() {
        synchronized (world) {
            return List.copyOf(messages.values());
        }
    }

    /** What the bot has said here, in order. */
    public List<MessageRecord> saidByBot() {
        return history().stream()
                .filter(message -> message.author() == world.bot)
                .toList();
    }

    /** Its threads, oldest first, archived ones included. */
    public List<Channel> threads() {
        synchronized (world) {
            return List.copyOf(threads);
        }
    }

    /** What is pinned, the newest pin first. */
    public List<MessageRecord> pins() {
        synchronized (world) {
            return pinned();
        }
    }

    List<MessageRecord> pinned() {
        return messages.values().stream()
                .filter(MessageRecord::isPinned)
                .sorted((one, other) -> other.pinnedAt.compareTo(one.pinnedAt))
                .toList();
    }

    /** Grants the bot something here, whatever else it may. */
    public Channel allowsBot(Permission... permissions) {
        return overwrite(1, world.bot.id, overwrite -> overwrite.allowing(Permission.of(List.of(permissions))));
    }

    /** Takes something from the bot here, whatever else it may. */
    public Channel deniesBot(Permission... permissions) {
        return overwrite(1, world.bot.id, overwrite -> overwrite.denying(Permission.of(List.of(permissions))));
    }

    /** Says nothing about the bot here any more: its roles decide. */
    public Channel leavesBotAlone() {
        return overwrite(1, world.bot.id, overwrite -> overwrite.leaving(-1));
    }

    public Channel allows(Role role, Permission... permissions) {
        return overwrite(0, role.id, overwrite -> overwrite.allowing(Permission.of(List.of(permissions))));
    }

    public Channel denies(Role role, Permission... permissions) {
        return overwrite(0, role.id, overwrite -> overwrite.denying(Permission.of(List.of(permissions))));
    }

    public Channel allows(User user, Permission... permissions) {
        return overwrite(1, user.id, overwrite -> overwrite.allowing(Permission.of(List.of(permissions))));
    }

    public Channel denies(User user, Permission... permissions) {
        return overwrite(1, user.id, overwrite -> overwrite.denying(Permission.of(List.of(permissions))));
    }

    Channel overwrite(int kind, long target, UnaryOperator<Overwrite> change) {
        synchronized (world) {
            Guild home = home();
            Collection<Channel> hidden = home.hiddenFromBot();
            Overwrite before = overwrites.getOrDefault(target, new Overwrite(target, kind, 0, 0));
            overwrites.put(target, change.apply(before));
            tellUpdate();
            home.showAgain(hidden);
        }
        return this;
    }

    /** Somebody with the right to do so gives it another name. */
    public void renamed(String newName) {
        synchronized (world) {
            name = newName;
            tellUpdate();
        }
    }

    /** Somebody with the right to do so deletes it, and all that was said in it. */
    public void delete() {
        synchronized (world) {
            if (deleted) {
                return;
            }
            deleted = true;
            ObjectNode data = kind.isThread() ? threadGone() : json();
            world.gateway.tell(Dispatch.ofGuild(
                    kind.isThread() ? "THREAD_DELETE" : "CHANNEL_DELETE", home(), Intent.GUILDS, data));
            world.channels.remove(id);
            messages.keySet().forEach(world.messages::remove);
            if (parent == null) {
                home().channels.remove(id);
                threads.forEach(thread -> {
                    thread.deleted = true;
                    world.channels.remove(thread.id);
                });
            } else {
                parent.threads.remove(this);
            }
        }
    }

    private ObjectNode threadGone() {
        return Json.object()
                .put("id", Long.toString(id))
                .put("guild_id", Long.toString(home().id))
                .put("parent_id", Long.toString(parent().id))
                .put("type", kind.number);
    }

    /** A thread goes to sleep, as it does after some time without a message. */
    public void archives() {
        archive(true, locked);
    }

    /** A moderator locks a thread: only moderators can wake it. */
    public void archivesAndLocks() {
        archive(true, true);
    }

    void archive(boolean now, boolean lock) {
        synchronized (world) {
            if (now != archived) {
                archiveChanged = Instant.now();
            }
            archived = now;
            locked = lock;
            tellUpdate();
        }
    }

    public boolean isArchived() {
        return archived;
    }

    public boolean isThread() {
        return kind.isThread();
    }

    /** A webhook of this channel, through which programmes speak. */
    public Webhook webhook(String webhookName) {
        return new Webhook(this, world.ids.next(), webhookName);
    }

    /** How people mention it. */
    public String mention() {
        return "<#" + id + ">";
    }

    void tellUpdate() {
        if (guild != null) {
            world.gateway.tell(Dispatch.ofGuild(
                    kind.isThread() ? "THREAD_UPDATE" : "CHANNEL_UPDATE", guild, Intent.GUILDS, json()));
        }
    }

    Guild home() {
        if (guild == null) {
            throw new IllegalStateException(name + " is in no guild");
        }
        return guild;
    }

    Channel parent() {
        if (parent == null) {
            throw new IllegalStateException(name + " is no thread");
        }
        return parent;
    }

    /** What a user may do here. */
    long permissions(User user) {
        if (guild == null) {
            return user == recipient || user == world.bot ? Permission.EVERYTHING : 0;
        }
        if (parent != null) {
            return parent.permissions(user);
        }
        Membership membership = guild.members.get(user.id);
        if (membership == null) {
            return 0;
        }
        long permissions = membership.permissions();
        if (Permission.ADMINISTRATOR.in(permissions)) {
            return permissions;
        }
        permissions = changed(permissions, overwrites.get(guild.id));
        long allow = 0;
        long deny = 0;
        for (Role role : membership.roles) {
            Overwrite overwrite = overwrites.get(role.id);
            if (overwrite != null) {
                allow |= overwrite.allow();
                deny |= overwrite.deny();
            }
        }
        permissions = changed(permissions & ~deny | allow, overwrites.get(user.id));
        return Permission.VIEW_CHANNEL.in(permissions) ? permissions : 0;
    }

    private static long changed(long permissions, @Nullable Overwrite overwrite) {
        return overwrite == null ? permissions : permissions & ~overwrite.deny() | overwrite.allow();
    }

    boolean sees(User user) {
        return Permission.VIEW_CHANNEL.in(permissions(user));
    }

    boolean may(User user, Permission permission) {
        return permission.in(permissions(user));
    }

    /** The permission that it takes to write here. */
    Permission toWrite() {
        return kind.isThread() ? Permission.SEND_MESSAGES_IN_THREADS : Permission.SEND_MESSAGES;
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("id", Long.toString(id))
                .put("type", kind.number)
                .put("flags", 0);
        json.put("last_message_id", messages.isEmpty() ? null : Long.toString(messages.lastKey()));
        if (guild == null) {
            if (recipient != null) {
                json.putArray("recipients").add(recipient.json());
            }
            return json;
        }
        json.put("guild_id", Long.toString(guild.id)).put("name", name).put("rate_limit_per_user", 0);
        if (lastPin != null) {
            json.put("last_pin_timestamp", Times.text(lastPin));
        }
        return kind.isThread() ? thread(json) : room(json);
    }

    private ObjectNode room(ObjectNode json) {
        json.put("position", position).put("nsfw", false).putNull("parent_id");
        if (kind == ChannelKind.VOICE) {
            json.put("bitrate", 64_000).put("user_limit", 0).putNull("rtc_region");
        } else {
            json.put("topic", topic.isEmpty() ? null : topic);
        }
        ArrayNode all = json.putArray("permission_overwrites");
        overwrites
                .values()
                .forEach(overwrite -> all.addObject()
                        .put("id", Long.toString(overwrite.target()))
                        .put("type", overwrite.kind())
                        .put("allow", Long.toString(overwrite.allow()))
                        .put("deny", Long.toString(overwrite.deny())));
        return json;
    }

    private ObjectNode thread(ObjectNode json) {
        json.put("parent_id", Long.toString(parent().id))
                .put("owner_id", Long.toString(starter == null ? world.bot.id : starter.id))
                .put("message_count", messages.size())
                .put("member_count", Math.min(threadMembers.size(), 50))
                .put("total_message_sent", sentInThread);
        json.putObject("thread_metadata")
                .put("archived", archived)
                .put("auto_archive_duration", archiveAfter)
                .put("archive_timestamp", Times.text(archiveChanged))
                .put("locked", locked)
                .put("create_timestamp", Times.text(Snowflakes.time(id)));
        if (threadMembers.contains(world.bot)) {
            json.set("member", threadMember(world.bot));
        }
        return json;
    }

    ObjectNode threadMember(User user) {
        return Json.object()
                .put("id", Long.toString(id))
                .put("user_id", Long.toString(user.id))
                .put("join_timestamp", Times.text(Snowflakes.time(id)))
                .put("flags", 0);
    }

    @Override
    public String toString() {
        return "#" + name;
    }
}
