package dev.parley.platform.discord;

import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.platform.talk.TalkPhrase;
import dev.parley.voice.Phrase;
import java.util.Optional;

/** The private channel in which hosts have their panel: what is in it is not for everybody. */
final class HostsChannel {
    private final DiscordSettings settings;
    private final Rights rights;

    HostsChannel(DiscordSettings settings, Rights rights) {
        this.settings = settings;
        this.rights = rights;
    }

    /**
     * Why no panel may be in the channel that the settings name, if one may not. Asks Discord anew each time, since rights change. Throws
     * {@link Refused} where the bot does not see the channel either, {@link Unreachable} where Discord does not answer.
     */
    Optional<Phrase> trouble() {
        if (settings.panel().filter(settings.rooms()::containsKey).isPresent()) {
            return Optional.of(TalkPhrase.PANEL_IN_PUBLIC);
        }
        return settings.panel().filter(rights::isForEverybody).map(_ -> DiscordPhrase.PANEL_FOR_EVERYBODY);
    }
}
