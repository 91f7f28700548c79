package dev.parley.platform.discord.talk;

import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.platform.discord.wire.DiscordPhrase;
import dev.parley.platform.discord.wire.Rights;
import dev.parley.platform.talk.TalkPhrase;
import dev.parley.voice.Phrase;
import java.util.Optional;
import java.util.function.Predicate;

/** The private channel in which hosts have their panel: what is in it is not for everybody. */
public final class HostsChannel {
    private final Optional<String> panel;
    private final Predicate<String> isRoom;
    private final Rights rights;

    /** The channel that the settings name, if they name one. */
    public HostsChannel(Optional<String> panel, Predicate<String> isRoom, Rights rights) {
        this.panel = panel;
        this.isRoom = isRoom;
        this.rights = rights;
    }

    /**
     * Why no panel may be in the channel that the settings name, if one may not. Asks Discord anew each time, since rights change. Throws
     * {@link Refused} where the bot does not see the channel either, {@link Unreachable} where Discord does not answer.
     */
    public Optional<Phrase> trouble() {
        if (panel.filter(isRoom).isPresent()) {
            return Optional.of(TalkPhrase.PANEL_IN_PUBLIC);
        }
        return panel.filter(rights::isForEverybody).map(_ -> DiscordPhrase.PANEL_FOR_EVERYBODY);
    }
}
