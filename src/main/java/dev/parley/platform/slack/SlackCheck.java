package dev.parley.platform.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.platform.slack.talk.HostsChannel;
import dev.parley.platform.slack.wire.Rooms;
import dev.parley.platform.slack.wire.Self;
import dev.parley.platform.slack.wire.SlackPhrase;
import dev.parley.platform.slack.wire.Tokens;
import dev.parley.platform.slack.wire.WebApi;
import dev.parley.voice.Voice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks whether the app has on Slack all that it needs, by a few questions and without listening to anything. */
public final class SlackCheck {
    private final SlackSettings settings;
    private final Voice voice;
    private final WebApi api;

    private SlackCheck(SlackSettings settings, Voice voice, WebApi api) {
        this.settings = settings;
        this.voice = voice;
        this.api = api;
    }

    /**
     * The workspace that the one token is for.
     *
     * @param id its id
     * @param name what it is called
     * @param bot what the bot is called there
     * @param lacking the scopes that the manifest asks for and the token does not have
     * @param besides the scopes that the token has and Parley does not need
     */
    public record Workspace(String id, String name, String bot, SortedSet<String> lacking, SortedSet<String> besides) {

        public Workspace {
            lacking = Collections.unmodifiableSortedSet(new TreeSet<>(lacking));
            besides = Collections.unmodifiableSortedSet(new TreeSet<>(besides));
        }
    }

    /**
     * What was found.
     *
     * @param workspace where the bot is; empty where workspaces install the app themselves, whose tokens nobody has here
     * @param troubles what is wrong with the app itself, each one sentence with what to do
     * @param rooms what is wrong in each channel, in the same way, by the channels' ids; empty lists where all is well
     */
    public record Findings(Optional<Workspace> workspace, List<String> troubles, Map<String, List<String>> rooms) {

        public Findings {
            troubles = List.copyOf(troubles);
            rooms = Collections.unmodifiableMap(new LinkedHashMap<>(rooms));
        }

        /** Whether nothing is wrong. */
        public boolean isWell() {
            return troubles.isEmpty() && rooms.values().stream().allMatch(List::isEmpty);
        }
    }

    /** Looks. Throws {@link Refused} where Slack refuses to tell, {@link Unreachable} where it does not know the token or does not answer. */
    public static Findings of(SlackSettings settings, Voice voice) {
        Tokens tokens = Tokens.single(settings.botToken().orElse(""));
        try (WebApi api = new WebApi(settings.api(), tokens, voice)) {
            return new SlackCheck(settings, voice, api).look();
        }
    }

    private Findings look() {
        List<String> troubles = new ArrayList<>();
        Optional<Workspace> workspace = settings.botToken().map(_ -> workspace());
        workspace.ifPresent(found -> groups(found, troubles));
        if (settings.mode() == SlackSettings.Mode.SOCKET) {
            sockets(troubles);
        }
        Map<String, List<String>> rooms = new LinkedHashMap<>();
        if (workspace.isPresent()) {
            Rights rights = new Rights(api, voice);
            SortedSet<String> channels = new TreeSet<>(settings.rooms().keySet());
            settings.panel().ifPresent(channels::add);
            channels.forEach(channel -> rooms.put(channel, rights.troubles(new Rooms.Channel(Tokens.ONLY, channel))));
            settings.panel().ifPresent(panel -> rooms.merge(panel, publicly(), SlackCheck::both));
        }
        return new Findings(workspace, troubles, rooms);
    }

    private Workspace workspace() {
        Self self = api.asked(Tokens.ONLY);
        AuthTestResponse names = api.read(Tokens.ONLY, methods -> methods.authTest(request -> request))
                .orElseThrow();
        SortedSet<String> lacking = new TreeSet<>(SlackNeeds.scopes());
        lacking.removeAll(self.scopes());
        SortedSet<String> besides = new TreeSet<>(self.scopes());
        besides.removeAll(SlackNeeds.scopes());
        return new Workspace(self.team(), names.getTeam(), names.getUser(), lacking, besides);
    }

    /** What everybody would see is not shown, which a host would wonder about. */
    private List<String> publicly() {
        HostsChannel channel =
                new HostsChannel(settings.panel(), new Rooms(settings.rooms().keySet()), api);
        try {
            return channel.trouble().map(voice::say).stream().toList();
        } catch (Refused unseen) {
            // Its rights say so.
            return List.of();
        }
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** Who is in a user group is only asked where the settings name one. */
    private void groups(Workspace workspace, List<String> troubles) {
        if (!settings.hostGroups().isEmpty() && workspace.lacking().contains(SlackNeeds.GROUPS_SCOPE)) {
            troubles.add(voice.say(SlackPhrase.SCOPE_LACKS, Map.of("scope", SlackNeeds.GROUPS_SCOPE)));
        }
    }

    /** An address of a socket that nobody opens runs out by itself. */
    private void sockets(List<String> troubles) {
        try {
            if (settings.appToken().flatMap(api::socket).isEmpty()) {
                troubles.add(voice.say(SlackPhrase.APP_TOKEN_UNKNOWN));
            }
        } catch (Refused refused) {
            troubles.add(refused.why());
        }
    }
}
