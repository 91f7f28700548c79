package dev.parley.platform.discord.wire;

import dev.parley.voice.Phrase;
import java.util.Set;

/** What Parley says on Discord. The texts are in {@code prompts/discord.md}, each under the name of its phrase. */
public enum DiscordPhrase implements Phrase {
    TOKEN_UNKNOWN,
    INTENTS_REFUSED,
    CONTENT_DENIED,
    SHARDS_DO_NOT_FIT,
    NOT_CONNECTED,
    NOT_NOW,
    NOT_REACHED("address", "words"),
    CODE_GRANT,
    NO_COMMANDS("server"),
    DM_CLOSED,
    NO_ACCESS,
    NO_PERMISSION,
    CHANNEL_GONE,
    NOT_IN_A_SERVER("channel"),
    PERMISSION_LACKS("permission", "channel"),
    NOBODY_HERE,
    REFUSED("code", "words"),
    NAME_UNFIT("instead", "words"),
    COMMANDS_REFUSED("why"),
    PANEL_FOR_EVERYBODY,
    ANSWER,
    WHERE,
    REST,
    TAKEN_BACK,
    RECEIPT_PRIVATE,
    RECEIPT_FILED,
    RECEIPT_GUESSED;

    private final Set<String> blanks;

    DiscordPhrase(String... blanks) {
        this.blanks = Set.of(blanks);
    }

    @Override
    public String file() {
        return "discord";
    }

    @Override
    public Set<String> blanks() {
        return blanks;
    }
}
