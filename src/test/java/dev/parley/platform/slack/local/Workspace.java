package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** A workspace, with its people and channels, in which the app is installed unless it was uninstalled. */
public final class Workspace {
    final World world;
    final String id;
    final String name;
    final Person bot;
    final String botId;
    final Map<String, Person> people = new LinkedHashMap<>();
    final Map<String, Channel> channels = new LinkedHashMap<>();
    final Map<String, SlackFile> files = new LinkedHashMap<>();
    final Map<String, View> views = new LinkedHashMap<>();
    final Map<String, List<Person>> groups = new LinkedHashMap<>();
    final Set<String> scopes = new TreeSet<>(Scopes.ALL);
    boolean installed;
    String token = "";

    Workspace(World world, String name) {
        this.world = world;
        this.name = name;
        id = world.ids.next("T");
        bot = new Person(this, "parley", true);
        botId = world.ids.next("B");
        people.put(bot.id, bot);
        install();
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** The bot as a user. */
    public Person bot() {
        return bot;
    }

    /** The token of the bot here; another one after each installation. */
    public String botToken() {
        synchronized (world) {
            return token;
        }
    }

    /** Installs the app, anew where it was uninstalled: there is a new token. */
    public Workspace install() {
        synchronized (world) {
            installed = true;
            token = "xoxb-" + id.toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID();
            world.tokens.put(token, this);
        }
        return this;
    }

    /** A channel that everybody can find, with everybody in it, the bot as well. */
    public Channel channel(String channelName) {
        return channel(ChannelKind.PUBLIC, channelName, people.values());
    }

    /** A channel that the bot has not been asked into. */
    public Channel channelWithoutBot(String channelName) {
        Channel channel = channel(channelName);
        synchronized (world) {
            channel.members.remove(bot);
        }
        return channel;
    }

    /** A channel for these people and the bot. */
    public Channel privateChannel(String channelName, Person... some) {
        Set<Person> all = new LinkedHashSet<>(List.of(some));
        all.add(bot);
        return channel(ChannelKind.PRIVATE, channelName, all);
    }

    private Channel channel(ChannelKind kind, String channelName, Collection<Person> some) {
        synchronized (world) {
            Channel channel = new Channel(this, kind, channelName);
            channel.members.addAll(some);
            channels.put(channel.id, channel);
            return channel;
        }
    }

    /** Somebody new, who is in every channel that there is and that all can find. */
    public Person person(String personName) {
        synchronized (world) {
            Person person = new Person(this, personName, false);
            people.put(person.id, person);
            channels.values().stream()
                    .filter(channel -> channel.kind == ChannelKind.PUBLIC)
                    .forEach(channel -> channel.members.add(person));
            return person;
        }
    }

    /** A user group with these people in it; returns its id. */
    public String group(Person... some) {
        synchronized (world) {
            String group = world.ids.next("S");
            groups.put(group, List.of(some));
            return group;
        }
    }

    /** An integration without a user of its own says something, as a feed does. */
    public Message integrationSays(Channel channel, String integration, String text) {
        return world.conversation.integrationSays(channel, integration, text);
    }

    /** Another app, with a bot of its own, says what a message says, with the same buttons. */
    public Message appRepeats(String app, Message message) {
        return world.conversation.repeat(app, message);
    }

    /** What the app may do here; all that there is from the start. */
    public Workspace scopes(String... some) {
        synchronized (world) {
            scopes.clear();
            scopes.addAll(List.of(some));
        }
        return this;
    }

    /** Takes back what the app may do. */
    public Workspace withoutScope(String scope) {
        synchronized (world) {
            scopes.remove(scope);
        }
        return this;
    }

    /** Grants more. */
    public Workspace withScope(String scope) {
        synchronized (world) {
            scopes.add(scope);
        }
        return this;
    }

    /** Throws the app out: it is told, and its token is worth nothing. */
    public void uninstalls() {
        world.conversation.uninstall(this);
    }

    /** The bot's token is worth nothing any more, and the app is told. */
    public void revokesToken() {
        world.conversation.revoke(this);
    }

    /** The token is worth nothing any more, and nobody tells the app. */
    public void revokesTokenSilently() {
        synchronized (world) {
            world.tokens.remove(token);
            world.revoked.add(token);
        }
    }

    /** All channels that are not conversations of one person with the bot. */
    public List<Channel> channels() {
        synchronized (world) {
            return channels.values().stream()
                    .filter(channel -> channel.kind != ChannelKind.DIRECT)
                    .toList();
        }
    }

    Channel direct(Person person) {
        synchronized (world) {
            if (person.direct == null) {
                Channel channel = channel(ChannelKind.DIRECT, person.name, List.of(person, bot));
                channel.with = person;
                person.direct = channel;
            }
            return person.direct;
        }
    }

    String address() {
        return "https://" + domain() + ".slack.example";
    }

    String domain() {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-");
    }

    ObjectNode botProfile() {
        ObjectNode profile = Json.object()
                .put("id", botId)
                .put("deleted", false)
                .put("name", bot.name)
                .put("updated", 1_700_000_000L)
                .put("app_id", world.appId)
                .put("team_id", id);
        profile.putObject("icons").put("image_36", "").put("image_48", "").put("image_72", "");
        return profile;
    }

    @Override
    public String toString() {
        return name;
    }
}
