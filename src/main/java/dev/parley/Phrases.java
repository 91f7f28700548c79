package dev.parley;

import dev.parley.engine.ChatPhrase;
import dev.parley.engine.coaching.CoachingPhrase;
import dev.parley.platform.discord.wire.DiscordPhrase;
import dev.parley.platform.slack.install.InstallPhrase;
import dev.parley.platform.slack.wire.SlackPhrase;
import dev.parley.platform.talk.TalkPhrase;
import dev.parley.platform.web.RoomPhrase;
import dev.parley.recap.format.RecapPhrase;
import dev.parley.site.DeskPhrase;
import dev.parley.site.coaching.PagePhrase;
import dev.parley.voice.Phrase;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** All that Parley can say. A package that learns to speak is named here, and {@code check} asks for its texts. */
public final class Phrases {

    private Phrases() {}

    /** Every phrase of every package. */
    public static List<Phrase> all() {
        return Stream.<Phrase[]>of(
                        ChatPhrase.values(),
                        CoachingPhrase.values(),
                        RoomPhrase.values(),
                        DiscordPhrase.values(),
                        SlackPhrase.values(),
                        InstallPhrase.values(),
                        TalkPhrase.values(),
                        RecapPhrase.values(),
                        DeskPhrase.values(),
                        PagePhrase.values())
                .flatMap(Arrays::stream)
                .toList();
    }
}
