package dev.parley.platform.discord;

import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.platform.discord.talk.CommandBook;
import dev.parley.platform.discord.talk.HostsChannel;
import dev.parley.platform.discord.wire.Asking;
import dev.parley.platform.discord.wire.DiscordPhrase;
import dev.parley.platform.discord.wire.Guilds;
import dev.parley.platform.discord.wire.Inquiry;
import dev.parley.platform.discord.wire.Rights;
import dev.parley.voice.Voice;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.requests.Method;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Looks whether a bot has on Discord all that it needs, by a few questions and without logging in. */
public final class DiscordCheck {
    private static final Route APPLICATION = Route.custom(Method.GET, "applications/@me");

    /** The application's flags for the content of messages: granted, and granted to a bot in few servers. */
    private static final long READS_ALONG = 1L << 18 | 1L << 19;

    private final DiscordSettings settings;
    private final Voice voice;
    private final Asking asking;

    private DiscordCheck(DiscordSettings settings, Voice voice) {
        this.settings = settings;
        this.voice = voice;
        this.asking = new Inquiry(settings.api(), settings.token(), voice);
    }

    /**
     * What was found.
     *
     * @param bot what the bot is called
     * @param id of the bot
     * @param invitation where somebody who manages a server invites it, with all that it needs and no more
     * @param content whether Discord lets it read along
     * @param troubles what is wrong with the bot itself, each one sentence with what to do
     * @param rooms what is wrong in each channel, in the same way, by the channels' ids; empty lists where all is well
     */
    public record Findings(
            String bot,
            String id,
            URI invitation,
            boolean content,
            List<String> troubles,
            Map<String, List<String>> rooms) {

        public Findings {
            troubles = List.copyOf(troubles);
            rooms = Collections.unmodifiableMap(new LinkedHashMap<>(rooms));
        }

        /** Whether nothing is wrong. */
        public boolean isWell() {
            return troubles.isEmpty() && rooms.values().stream().allMatch(List::isEmpty);
        }
    }

    /** Looks. Throws {@link Refused} where Discord does not know the token, {@link Unreachable} where it does not answer. */
    public static Findings of(DiscordSettings settings, Voice voice) {
        return new DiscordCheck(settings, voice).look();
    }

    private Findings look() {
        DataObject bot = asking.get(Route.Self.GET_SELF.compile());
        DataObject application = asking.get(APPLICATION.compile());
        boolean content = (application.getLong("flags", 0) & READS_ALONG) != 0;
        List<String> troubles = new ArrayList<>();
        if (settings.content() && !content) {
            troubles.add(voice.say(DiscordPhrase.CONTENT_DENIED));
        }
        troubles.addAll(CommandBook.troubles(voice, settings.rooms().size() > 1));
        if (application.getBoolean("bot_require_code_grant", false)) {
            troubles.add(voice.say(DiscordPhrase.CODE_GRANT));
        }
        String id = bot.getString("id");
        Guilds guilds = new Guilds(asking);
        Rights rights = new Rights(asking, voice, guilds, () -> id);
        Map<String, List<String>> rooms = new LinkedHashMap<>();
        new TreeMap<>(settings.rooms())
                .forEach((room, one) -> rooms.put(room, rights.troubles(room, Rights.needed(one.threads()))));
        settings.panel().ifPresent(panel -> rooms.merge(panel, hosts(panel, rights), DiscordCheck::both));
        guilds.all().forEach(guild -> commands(application.getString("id"), guild, troubles));
        return new Findings(
                bot.getString("username"), id, invitation(application.getString("id")), content, troubles, rooms);
    }

    private List<String> hosts(String panel, Rights rights) {
        List<String> lacking = rights.troubles(panel, Rights.panel());
        return lacking.isEmpty()
                ? new HostsChannel(settings.panel(), settings.rooms()::containsKey, rights)
                        .trouble().map(voice::say).stream().toList()
                : lacking;
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    /** Without the scope for commands Discord does not let a bot see its own in a server. */
    private void commands(String application, String guild, List<String> troubles) {
        try {
            asking.all(Route.Interactions.GET_GUILD_COMMANDS.compile(application, guild));
        } catch (Refused refused) {
            String name = asking.get(Route.Guilds.GET_GUILD.compile(guild)).getString("name");
            troubles.add(voice.say(DiscordPhrase.NO_COMMANDS, Map.of("server", name)));
        }
    }

    private URI invitation(String application) {
        EnumSet<Permission> needed = EnumSet.noneOf(Permission.class);
        settings.rooms().values().forEach(room -> needed.addAll(Rights.needed(room.threads())));
        if (needed.isEmpty()) {
            needed.addAll(Rights.needed(true));
        }
        if (settings.panel().isPresent()) {
            needed.addAll(Rights.panel());
        }
        return URI.create("https://discord.com/oauth2/authorize?client_id=" + application
                + "&scope=bot+applications.commands&permissions=" + Permission.getRaw(needed));
    }
}
