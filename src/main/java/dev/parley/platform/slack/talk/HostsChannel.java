package dev.parley.platform.slack.talk;

import dev.parley.platform.slack.wire.Rooms;
import dev.parley.platform.slack.wire.Rooms.Channel;
import dev.parley.platform.slack.wire.SlackPhrase;
import dev.parley.platform.slack.wire.WebApi;
import dev.parley.platform.talk.TalkPhrase;
import dev.parley.voice.Phrase;
import java.util.Optional;

/** The private channel in which hosts have their panel: what is in it is not for everybody. */
public final class HostsChannel {
    private final Optional<Channel> channel;
    private final Rooms rooms;
    private final WebApi api;

    /**
     * The one that the settings name, if they do.
     *
     * @param panel {@code C123}, or {@code T123/C123}
     */
    public HostsChannel(Optional<String> panel, Rooms rooms, WebApi api) {
        this.channel = panel.map(id -> new Channel(Hosts.team(id, ""), Hosts.bare(id)));
        this.rooms = rooms;
        this.api = api;
    }

    Optional<Channel> channel() {
        return channel;
    }

    /**
     * Why no panel may be there, if one may not. Asks Slack anew each time, since a channel can be made public. Throws
     * {@link dev.parley.platform.Refused} where the bot does not see the channel, {@link dev.parley.platform.Unreachable} where Slack does
     * not answer.
     */
    public Optional<Phrase> trouble() {
        return channel.flatMap(this::trouble);
    }

    private Optional<Phrase> trouble(Channel one) {
        if (rooms.room(one.team(), one.id()) != null) {
            return Optional.of(TalkPhrase.PANEL_IN_PUBLIC);
        }
        boolean isPrivate = api.read(
                        one.team(), methods -> methods.conversationsInfo(request -> request.channel(one.id())))
                .orElseThrow()
                .getChannel()
                .isPrivate();
        return isPrivate ? Optional.empty() : Optional.of(SlackPhrase.PANEL_FOR_EVERYBODY);
    }
}
