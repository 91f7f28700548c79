package dev.parley.platform.discord.local;

import dev.parley.platform.local.Violations;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All that is the case on this Discord. Whoever reads or changes it holds its monitor. */
final class World {
    final Snowflakes ids = new Snowflakes();
    final Map<Long, User> users = new HashMap<>();
    final Map<Long, Guild> guilds = new LinkedHashMap<>();
    final Map<Long, Channel> channels = new HashMap<>();
    final Map<Long, MessageRecord> messages = new HashMap<>();
    final Set<String> tokens = ConcurrentHashMap.newKeySet();
    final User bot;
    private final User operator;
    final Gateway gateway;
    final Conversation conversation;
    final Interactions interactions;
    final Violations violations = new Violations();
    volatile int grantedIntents = Intent.PRIVILEGED;
    private volatile String address = "";

    /** What was sent with a nonce that is enforced, by channel and nonce. */
    final Map<String, MessageRecord> byNonce = new LinkedHashMap<>();

    World() {
        bot = user("Parley", true);
        operator = user("Operator", false);
        gateway = new Gateway(this);
        conversation = new Conversation(this);
        interactions = new Interactions(this);
    }

    void servedAt(String where) {
        address = where;
    }

    /** Where files can be had. */
    String filesAt() {
        return address;
    }

    synchronized User user(String name, boolean isBot) {
        User user = new User(this, ids.next(), name, isBot);
        users.put(user.id, user);
        return user;
    }

    synchronized Guild guild(String name) {
        Guild guild = new Guild(this, name);
        guilds.put(guild.id, guild);
        gateway.introduce(guild);
        return guild;
    }

    /** Who owns the bot. */
    User operator() {
        return operator;
    }

    /** The private conversation of a person with the bot. */
    synchronized Channel direct(User user) {
        Channel channel = user.direct;
        if (channel == null) {
            channel = new Channel(this, null, null, ChannelKind.DIRECT, ids.next(), "@" + user.name);
            channel.recipient = user;
            user.direct = channel;
            channels.put(channel.id, channel);
        }
        return channel;
    }

    /** Whether the bot and a person are in one guild. */
    boolean meets(User user) {
        return guilds.values().stream().anyMatch(guild -> guild.hasBot() && guild.members.containsKey(user.id));
    }

    /** A channel that the bot can see. */
    Channel visible(long id) {
        Channel channel = channels.get(id);
        if (channel == null) {
            throw Refusal.unknownChannel();
        }
        if (!channel.sees(bot)) {
            throw Refusal.missingAccess();
        }
        return channel;
    }

    Guild visibleGuild(long id) {
        Guild guild = guilds.get(id);
        if (guild == null || !guild.hasBot()) {
            throw Refusal.unknown(10004, "Guild");
        }
        return guild;
    }
}
