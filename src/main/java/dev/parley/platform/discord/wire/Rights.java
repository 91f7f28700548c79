package dev.parley.platform.discord.wire;

import dev.parley.platform.Refused;
import dev.parley.voice.Voice;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * What the bot may do in a channel, reckoned from what Discord tells of the channel, the roles and the bot: the bot may look from any
 * instance, whatever shard the channel belongs to, and without being connected.
 */
public final class Rights {
    private final Asking requests;
    private final Voice voice;
    private final Guilds guilds;
    private final Supplier<String> self;

    /** Reckons for the bot of this id. */
    public Rights(Asking requests, Voice voice, Guilds guilds, Supplier<String> self) {
        this.requests = requests;
        this.voice = voice;
        this.guilds = guilds;
        this.self = self;
    }

    /**
     * What a chat needs.
     *
     * @param threads whether its questions are to have threads
     */
    public static EnumSet<Permission> needed(boolean threads) {
        EnumSet<Permission> needed = EnumSet.of(
                Permission.VIEW_CHANNEL,
                Permission.MESSAGE_SEND,
                Permission.MESSAGE_HISTORY,
                Permission.MESSAGE_ADD_REACTION,
                Permission.MESSAGE_ATTACH_FILES,
                Permission.PIN_MESSAGES,
                Permission.CREATE_SCHEDULED_EVENTS);
        if (threads) {
            needed.add(Permission.CREATE_PUBLIC_THREADS);
            needed.add(Permission.MESSAGE_SEND_IN_THREADS);
        }
        return needed;
    }

    /** What the hosts' own channel needs. */
    public static EnumSet<Permission> panel() {
        return EnumSet.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND, Permission.MESSAGE_HISTORY);
    }

    /** What Discord's own pages call a permission; the library's word is another one here and there. */
    public static String named(Permission permission) {
        return permission == Permission.MESSAGE_HISTORY ? "Read Message History" : permission.getName();
    }

    /** One sentence for each permission that the bot lacks, or one that says that it sees nothing there at all. */
    public List<String> troubles(String room, Set<Permission> needed) {
        try {
            DataObject channel = requests.get(Route.Channels.GET_CHANNEL.compile(room));
            String guild = channel.getString("guild_id", "");
            if (guild.isEmpty()) {
                return List.of(voice.say(DiscordPhrase.NOT_IN_A_SERVER, Map.of("channel", room)));
            }
            guilds.learn(room, guild);
            DataObject member = requests.get(Route.Guilds.GET_MEMBER.compile(guild, self.get()));
            return lacking(channel, allowed(channel, guild, self.get(), roles(member)), needed);
        } catch (Refused refused) {
            return List.of(refused.why());
        }
    }

    /** Whether a member of a server can see a channel of it. */
    public boolean sees(String channel, String guild, String person, Set<String> roles) {
        DataObject described = requests.get(Route.Channels.GET_CHANNEL.compile(channel));
        return (allowed(described, guild, person, roles) & Permission.VIEW_CHANNEL.getRawValue()) != 0;
    }

    /** Whether everybody who is in the server of a channel can see it. */
    public boolean isForEverybody(String channel) {
        DataObject described = requests.get(Route.Channels.GET_CHANNEL.compile(channel));
        String guild = described.getString("guild_id", "");
        // The role of everybody has the server's own id.
        return !guild.isEmpty()
                && (allowed(described, guild, guild, Set.of()) & Permission.VIEW_CHANNEL.getRawValue()) != 0;
    }

    /** The roles of a member, as Discord tells of them. */
    public static Set<String> roles(DataObject member) {
        return member.getArray("roles").stream(DataArray::getString).collect(Collectors.toSet());
    }

    private List<String> lacking(DataObject channel, long allowed, Set<Permission> needed) {
        List<String> lacking = new ArrayList<>();
        for (Permission permission : needed) {
            if ((allowed & permission.getRawValue()) == 0) {
                lacking.add(voice.say(
                        DiscordPhrase.PERMISSION_LACKS,
                        Map.of("permission", named(permission), "channel", channel.getString("name", ""))));
            }
        }
        return lacking;
    }

    /** Discord's own order: the server's roles; then of the channel those for everybody, for roles, for one member. */
    private long allowed(DataObject channel, String guild, String person, Set<String> own) {
        DataObject server = requests.get(Route.Guilds.GET_GUILD.compile(guild));
        Set<String> roles = new HashSet<>(own);
        roles.add(guild);
        long basic = server.getArray("roles").stream(DataArray::getObject)
                .filter(role -> roles.contains(role.getString("id")))
                .mapToLong(role -> role.getUnsignedLong("permissions"))
                .reduce(0, (one, other) -> one | other);
        boolean everything = (basic & Permission.ADMINISTRATOR.getRawValue()) != 0
                || person.equals(server.getString("owner_id", ""));
        return everything ? -1L : within(channel, basic, roles, guild, person);
    }

    private long within(DataObject channel, long basic, Set<String> roles, String everybody, String person) {
        List<DataObject> overwrites = channel.optArray("permission_overwrites").stream()
                .flatMap(array -> array.stream(DataArray::getObject))
                .toList();
        Set<String> others = new HashSet<>(roles);
        others.remove(everybody);
        long allowed = overwritten(basic, overwrites, Set.of(everybody));
        allowed = overwritten(allowed, overwrites, others);
        allowed = overwritten(allowed, overwrites, Set.of(person));
        // Who cannot see a channel can do nothing in it, whatever is allowed.
        return (allowed & Permission.VIEW_CHANNEL.getRawValue()) == 0 ? 0 : allowed;
    }

    private static long overwritten(long allowed, List<DataObject> overwrites, Set<String> whose) {
        long deny = 0;
        long allow = 0;
        for (DataObject overwrite : overwrites) {
            if (whose.contains(overwrite.getString("id"))) {
                deny |= overwrite.getUnsignedLong("deny");
                allow |= overwrite.getUnsignedLong("allow");
            }
        }
        return allowed & ~deny | allow;
    }
}
