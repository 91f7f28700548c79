package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A community on Discord. */
public final class Guild {
    private static final List<Permission> EVERYBODY = List.of(
            Permission.VIEW_CHANNEL,
            Permission.SEND_MESSAGES,
            Permission.SEND_MESSAGES_IN_THREADS,
            Permission.READ_MESSAGE_HISTORY,
            Permission.ADD_REACTIONS,
            Permission.EMBED_LINKS,
            Permission.ATTACH_FILES,
            Permission.CREATE_PUBLIC_THREADS,
            Permission.USE_APPLICATION_COMMANDS,
            Permission.USE_EXTERNAL_EMOJIS);
    private static final List<Permission> BOT = List.of(
            Permission.MANAGE_MESSAGES,
            Permission.MANAGE_THREADS,
            Permission.MANAGE_EVENTS,
            Permission.CREATE_EVENTS,
            Permission.PIN_MESSAGES);

    final World world;
    final long id;
    final String name;
    final User owner;
    final Instant since = Instant.now();
    final Map<Long, Role> roles = new LinkedHashMap<>();
    final Map<Long, Membership> members = new LinkedHashMap<>();
    final Map<Long, Channel> channels = new LinkedHashMap<>();
    final Map<Long, GuildEvent> events = new LinkedHashMap<>();
    final Role everyone;
    final Role botRole;
    boolean commandsAllowed = true;

    Guild(World world, String name) {
        this.world = world;
        this.name = name;
        id = world.ids.next();
        owner = world.user("Owner of " + name, false);
        everyone = new Role(this, id, "@everyone", 0, Permission.of(EVERYBODY), null);
        botRole = new Role(this, world.ids.next(), world.bot.name, 1, Permission.of(BOT), world.bot);
        roles.put(id, everyone);
        roles.put(botRole.id, botRole);
        join(owner);
        join(world.bot).roles.add(botRole);
    }

    public long id() {
        return id;
    }

    /** A new text channel. */
    public Channel channel(String channelName) {
        return channel(channelName, ChannelKind.TEXT);
    }

    /** A new channel that only announces; people can read it and start threads. */
    public Channel announcementChannel(String channelName) {
        return channel(channelName, ChannelKind.NEWS);
    }

    /** A new channel for voices, in which one can write as well. */
    public Channel voiceChannel(String channelName) {
        return channel(channelName, ChannelKind.VOICE);
    }

    private Channel channel(String channelName, ChannelKind kind) {
        synchronized (world) {
            Channel channel = new Channel(world, this, null, kind, world.ids.next(), channelName);
            channel.position = channels.size();
            world.channels.put(channel.id, channel);
            channels.put(channel.id, channel);
            world.gateway.tell(Dispatch.ofGuild("CHANNEL_CREATE", this, Intent.GUILDS, channel.json()));
            return channel;
        }
    }

    /** Somebody new who has joined. */
    public User member(String personName) {
        return joined(world.user(personName, false));
    }

    /** Another bot. */
    public User bot(String botName) {
        return joined(world.user(botName, true));
    }

    /** Somebody from elsewhere joins as well. */
    public User joined(User user) {
        synchronized (world) {
            ObjectNode data = join(user).json().put("guild_id", Long.toString(id));
            world.gateway.tell(Dispatch.ofGuild("GUILD_MEMBER_ADD", this, Intent.GUILD_MEMBERS, data));
            return user;
        }
    }

    /** Somebody leaves; what they said stays. */
    public void leaves(User user) {
        synchronized (world) {
            members.remove(user.id);
            ObjectNode data = Json.object().put("guild_id", Long.toString(id));
            data.set("user", user.json());
            world.gateway.tell(Dispatch.ofGuild("GUILD_MEMBER_REMOVE", this, Intent.GUILD_MEMBERS, data));
        }
    }

    private Membership join(User user) {
        Membership membership = new Membership(this, user, Instant.now());
        members.put(user.id, membership);
        return membership;
    }

    /** A new role that grants nothing by itself. */
    public Role role(String roleName) {
        synchronized (world) {
            Role role = new Role(this, world.ids.next(), roleName, roles.size(), 0, null);
            roles.put(role.id, role);
            ObjectNode data = Json.object().put("guild_id", Long.toString(id));
            data.set("role", role.json());
            world.gateway.tell(Dispatch.ofGuild("GUILD_ROLE_CREATE", this, Intent.GUILDS, data));
            return role;
        }
    }

    /** Everyone's role. */
    public Role everyone() {
        return everyone;
    }

    /** The role that the bot got with its invitation; its permissions are the bot's. */
    public Role botRole() {
        return botRole;
    }

    /** The bot was invited without the scope for commands; it can register none here. */
    public void withoutCommandsScope() {
        commandsAllowed = false;
    }

    /** Scheduled events, also those that are over. */
    public List<GuildEvent> events() {
        synchronized (world) {
            return List.copyOf(events.values());
        }
    }

    /** Throws the bot out. */
    public void throwsBotOut() {
        synchronized (world) {
            members.remove(world.bot.id);
            world.gateway.tell(Dispatch.ofGuild(
                    "GUILD_DELETE", this, Intent.GUILDS, Json.object().put("id", Long.toString(id))));
        }
    }

    /** Invites the bot again. */
    public void invitesBot() {
        synchronized (world) {
            join(world.bot).roles.add(botRole);
            world.gateway.introduce(this);
        }
    }

    boolean hasBot() {
        return members.containsKey(world.bot.id);
    }

    Membership membership(User user) {
        Membership membership = members.get(user.id);
        if (membership == null) {
            throw new IllegalStateException(user.name + " is not in " + name);
        }
        return membership;
    }

    List<Channel> activeThreads() {
        List<Channel> threads = new ArrayList<>();
        for (Channel channel : channels.values()) {
            channel.threads.stream().filter(thread -> !thread.archived).forEach(threads::add);
        }
        return threads;
    }

    /** The channels that the bot cannot see now. */
    Collection<Channel> hiddenFromBot() {
        return channels.values().stream()
                .filter(channel -> !channel.sees(world.bot))
                .toList();
    }

    /** Where the bot can see again, it is told what threads there are. */
    void showAgain(Collection<Channel> hidden) {
        for (Channel channel : hidden) {
            if (channel.sees(world.bot)) {
                ObjectNode data = Json.object().put("guild_id", Long.toString(id));
                data.putArray("channel_ids").add(Long.toString(channel.id));
                ArrayNode threads = data.putArray("threads");
                channel.threads.stream()
                        .filter(thread -> !thread.archived)
                        .forEach(thread -> threads.add(thread.json()));
                data.putArray("members");
                world.gateway.tell(Dispatch.ofGuild("THREAD_LIST_SYNC", this, Intent.GUILDS, data));
            }
        }
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("id", Long.toString(id))
                .put("name", name)
                .putNull("icon")
                .putNull("splash")
                .putNull("discovery_splash")
                .put("owner_id", Long.toString(owner.id))
                .put("region", "deprecated")
                .putNull("afk_channel_id")
                .put("afk_timeout", 300)
                .put("widget_enabled", false)
                .putNull("widget_channel_id")
                .put("verification_level", 0)
                .put("default_message_notifications", 0)
                .put("explicit_content_filter", 0)
                .put("mfa_level", 0)
                .putNull("application_id")
                .putNull("system_channel_id")
                .put("system_channel_flags", 0)
                .putNull("rules_channel_id")
                .putNull("max_presences")
                .put("max_members", 500_000)
                .putNull("vanity_url_code")
                .putNull("description")
                .putNull("banner")
                .put("premium_tier", 0)
                .put("premium_subscription_count", 0)
                .put("preferred_locale", "en-US")
                .putNull("public_updates_channel_id")
                .putNull("safety_alerts_channel_id")
                .put("max_video_channel_users", 25)
                .put("max_stage_video_channel_users", 50)
                .put("nsfw_level", 0)
                .putNull("hub_type")
                .putNull("incidents_data")
                .put("premium_progress_bar_enabled", false);
        json.putArray("emojis");
        json.putArray("stickers");
        json.putArray("features");
        ArrayNode all = json.putArray("roles");
        roles.values().forEach(role -> all.add(role.json()));
        return json;
    }

    /** As the gateway introduces it, with what the intents allow. */
    ObjectNode introduction(int intents) {
        ObjectNode json = json().put("joined_at", Times.text(since))
                .put("large", false)
                .put("unavailable", false)
                .put("member_count", members.size());
        ArrayNode people = json.putArray("members");
        members.values().stream()
                .filter(member -> member.user == world.bot || (intents & Intent.GUILD_MEMBERS) != 0)
                .forEach(member -> people.add(member.json()));
        ArrayNode all = json.putArray("channels");
        channels.values().forEach(channel -> all.add(channel.json()));
        ArrayNode threads = json.putArray("threads");
        activeThreads().stream().filter(thread -> thread.sees(world.bot)).forEach(thread -> threads.add(thread.json()));
        ArrayNode planned = json.putArray("guild_scheduled_events");
        events.values().stream().filter(GuildEvent::isToCome).forEach(event -> planned.add(event.json()));
        for (String nothing : new String[] {"voice_states", "presences", "stage_instances", "soundboard_sounds"}) {
            json.putArray(nothing);
        }
        return json;
    }

    @Nullable
    Role roleOf(long roleId) {
        return roles.get(roleId);
    }
}
