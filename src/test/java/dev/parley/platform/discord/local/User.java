package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody on Discord, and what they do there. */
public final class User {
    final World world;
    final long id;
    final String name;
    final boolean bot;
    String locale = "en-US";
    boolean closedToMessages;

    @Nullable
    Channel direct;

    User(World world, long id, String name, boolean bot) {
        this.world = world;
        this.id = id;
        this.name = name;
        this.bot = bot;
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** How people mention this user. */
    public String mention() {
        return "<@" + id + ">";
    }

    /** Whose Discord speaks another language, such as {@code pt-BR}. */
    public User speaking(String discordLocale) {
        locale = discordLocale;
        return this;
    }

    /** Gets a role. */
    public User has(Role role) {
        return changed(role.guild, membership -> membership.roles.add(role));
    }

    /** Loses a role. */
    public User hasNoMore(Role role) {
        return changed(role.guild, membership -> membership.roles.remove(role));
    }

    /** Is called something else in a guild. */
    public User calledIn(Guild guild, String nickname) {
        return changed(guild, membership -> membership.nickname = nickname);
    }

    private User changed(Guild guild, java.util.function.Consumer<Membership> change) {
        synchronized (world) {
            Membership membership = guild.membership(this);
            var hidden = guild.hiddenFromBot();
            change.accept(membership);
            ObjectNode data = membership.json().put("guild_id", Long.toString(guild.id));
            world.gateway.tell(Dispatch.ofGuild(
                    "GUILD_MEMBER_UPDATE", guild, this == world.bot ? Intent.NONE : Intent.GUILD_MEMBERS, data));
            guild.showAgain(hidden);
        }
        return this;
    }

    /** Writes into a channel or thread that this user can write in. */
    public MessageRecord says(Channel channel, String text) {
        synchronized (world) {
            mustBeAbleTo(channel, channel.toWrite());
            return world.conversation.post(channel, message(channel, text));
        }
    }

    /** Answers a message, pinging its author as Discord does by default. */
    public MessageRecord replies(MessageRecord to, String text) {
        synchronized (world) {
            mustBeAbleTo(to.channel, to.channel.toWrite());
            MessageRecord message = message(to.channel, text);
            message.type = MessageRecord.REPLY;
            message.referenced = to;
            message.reference = world.conversation.reference(to);
            if (to.author != this) {
                message.pingedUsers.add(to.author);
            }
            return world.conversation.post(to.channel, message);
        }
    }

    /** Sends a file, with words or none. */
    public MessageRecord attaches(Channel channel, String fileName, byte[] bytes, String text) {
        synchronized (world) {
            mustBeAbleTo(channel, Permission.ATTACH_FILES);
            MessageRecord message = message(channel, text);
            message.attachments = List.of(new Attachment(world.ids.next(), fileName, "", bytes));
            return world.conversation.post(channel, message);
        }
    }

    private MessageRecord message(Channel channel, String text) {
        return new MessageRecord(channel, world.ids.next(), this, null, text);
    }

    /** Writes to the bot in private. */
    public MessageRecord dm(String text) {
        synchronized (world) {
            Channel room = world.direct(this);
            return world.conversation.post(room, message(room, text));
        }
    }

    /** What is in the private conversation with the bot. */
    public List<MessageRecord> inbox() {
        synchronized (world) {
            return direct == null ? List.of() : direct.history();
        }
    }

    /** Takes no private messages any more; what the bot sends is refused. */
    public User closesDms() {
        closedToMessages = true;
        return this;
    }

    public User opensDms() {
        closedToMessages = false;
        return this;
    }

    /** Changes what this user has said. */
    public MessageRecord edits(MessageRecord message, String text) {
        synchronized (world) {
            if (message.author != this) {
                throw new IllegalStateException(name + " cannot edit what " + message.author.name + " said");
            }
            message.content = text;
            message.versions.add(text);
            world.conversation.edited(message);
            return message;
        }
    }

    /** Deletes what this user has said, or, as a moderator, what anybody said. */
    public void deletes(MessageRecord message) {
        synchronized (world) {
            if (message.author != this) {
                mustBeAbleTo(message.channel, Permission.MANAGE_MESSAGES);
            }
            world.conversation.delete(message);
        }
    }

    public void reacts(MessageRecord message, String emoji) {
        synchronized (world) {
            mustBeAbleTo(message.channel, Permission.ADD_REACTIONS);
            world.conversation.react(message, this, emoji);
        }
    }

    public void unreacts(MessageRecord message, String emoji) {
        world.conversation.unreact(message, this, emoji);
    }

    /** Others see that this user is writing. */
    public void types(Channel channel) {
        synchronized (world) {
            world.conversation.typing(channel, this);
        }
    }

    /** Starts a thread from a message. */
    public Channel startsThread(MessageRecord message, String threadName) {
        synchronized (world) {
            mustBeAbleTo(message.channel, Permission.CREATE_PUBLIC_THREADS);
            return world.conversation.startThread(message, threadName, 1440, this);
        }
    }

    /** Starts a thread that only those see who are called into it, and those who manage threads, as the bot does. */
    public Channel startsPrivateThread(Channel channel, String threadName) {
        synchronized (world) {
            return world.conversation.openPrivateThread(channel, threadName, this);
        }
    }

    /** Plans an event of a server that takes place somewhere else. */
    public GuildEvent plans(Guild guild, String title, Instant start, Instant end) {
        synchronized (world) {
            ObjectNode fields = Json.object()
                    .put("name", title)
                    .put("entity_type", 3)
                    .put("scheduled_start_time", Times.text(start))
                    .put("scheduled_end_time", Times.text(end));
            fields.putObject("entity_metadata").put("location", "Room 12");
            GuildEvent event = new GuildEvent(guild, world.ids.next(), this, fields);
            guild.events.put(event.id, event);
            event.tell("GUILD_SCHEDULED_EVENT_CREATE");
            return event;
        }
    }

    /** Changes when an event is. */
    public void moves(GuildEvent event, Instant start, Instant end) {
        synchronized (world) {
            event.fields.put("scheduled_start_time", Times.text(start)).put("scheduled_end_time", Times.text(end));
            event.tell("GUILD_SCHEDULED_EVENT_UPDATE");
        }
    }

    /** Says of an event how it stands. */
    public void marks(GuildEvent event, GuildEvent.Status status) {
        synchronized (world) {
            event.status = status;
            event.tell("GUILD_SCHEDULED_EVENT_UPDATE");
        }
    }

    /** Removes an event. */
    public void removes(GuildEvent event) {
        synchronized (world) {
            event.deleted = true;
            event.tell("GUILD_SCHEDULED_EVENT_DELETE");
        }
    }

    /** Wakes a thread that sleeps. */
    public void unarchives(Channel thread) {
        thread.archive(false, thread.locked);
    }

    /** Runs a command such as {@code /chat next} where this user spoke last, else in the first channel that this user sees. */
    public Interaction runs(String command) {
        return runs(here(), command, Map.of());
    }

    /** The same with options; a Role, User, Channel, Attachment, number, boolean or text each. */
    public Interaction runs(String command, Map<String, ?> options) {
        return runs(here(), command, options);
    }

    /** Asks for what could be put into an option of a command that is being written. */
    public Interaction completes(String command, String option, String prefix) {
        return completes(here(), command, option, prefix);
    }

    private Channel here() {
        synchronized (world) {
            Channel last = world.messages.values().stream()
                    .filter(message -> message.author == this)
                    .max((one, other) -> Long.compare(one.id, other.id))
                    .map(MessageRecord::channel)
                    .orElse(null);
            return last != null
                    ? last
                    : world.guilds.values().stream()
                            .flatMap(guild -> guild.channels.values().stream())
                            .filter(channel -> channel.sees(this))
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException(name + " sees no channel"));
        }
    }

    /** The private conversation with the bot. */
    public Channel privately() {
        return world.direct(this);
    }

    /** Runs a command such as {@code /chat next} somewhere. */
    public Interaction runs(Channel channel, String command) {
        return runs(channel, command, Map.of());
    }

    /** Runs a command with options; a Role, User, Channel, Attachment, number, boolean or text each. */
    public Interaction runs(Channel channel, String command, Map<String, ?> options) {
        return world.interactions.command(this, channel, command, options);
    }

    /** Asks for what could be put into an option of a command that is being written. */
    public Interaction completes(Channel channel, String command, String option, String prefix) {
        return world.interactions.completion(this, channel, command, option, prefix);
    }

    /** Chooses an entry of the menu of a message. */
    public Interaction opensMenu(String command, MessageRecord message) {
        return world.interactions.menu(this, command, message);
    }

    /** Presses a button, by its custom id. */
    public Interaction presses(MessageRecord message, String customId) {
        return world.interactions.press(this, message, customId);
    }

    /** Presses a button, by what stands on it. */
    public Interaction pressesLabel(MessageRecord message, String label) {
        return presses(message, message.button(label));
    }

    /** Picks from a select menu. */
    public Interaction picks(MessageRecord message, String customId, String... values) {
        return world.interactions.pick(this, message, customId, List.of(values));
    }

    /** Fills in a modal and sends it; by custom id of the field. */
    public Interaction submits(Modal modal, Map<String, String> fields) {
        return world.interactions.submit(this, modal, fields);
    }

    /** How long a person waits for an answer before giving up. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private void mustBeAbleTo(Channel channel, Permission permission) {
        if (!channel.sees(this) || !channel.may(this, permission)) {
            throw new IllegalStateException(name + " lacks " + permission + " in " + channel);
        }
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("id", Long.toString(id))
                .put("username", name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._]", "."))
                .put("discriminator", "0")
                .put("global_name", bot ? null : name)
                .putNull("avatar")
                .put("public_flags", 0);
        if (bot) {
            json.put("bot", true);
        }
        return json;
    }

    @Override
    public String toString() {
        return name;
    }
}
