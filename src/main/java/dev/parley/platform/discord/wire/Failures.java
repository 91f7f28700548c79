package dev.parley.platform.discord.wire;

import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.voice.Voice;
import java.time.Duration;
import java.util.Map;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import org.jspecify.annotations.Nullable;

/** Says what an answer of Discord's means for the one who asked: never, or later. */
public final class Failures {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration FOR_A_PERSON_TO_HELP = Duration.ofMinutes(5);

    private final Voice voice;

    /** In the words of a community. */
    public Failures(Voice voice) {
        this.voice = voice;
    }

    /** A {@link Refused} or an {@link Unreachable}. */
    public RuntimeException of(@Nullable Throwable trouble) {
        return switch (trouble) {
            case Refused refused -> refused;
            case Unreachable unreachable -> unreachable;
            case ErrorResponseException error -> of(error);
            case null, default -> later(Duration.ZERO);
        };
    }

    private RuntimeException of(ErrorResponseException error) {
        int status = error.getResponse().code;
        // JDA gives negative codes to requests that had no answer at all.
        if (status >= 500 || status < 400 || status == 408) {
            return later(Duration.ZERO);
        }
        if (status == 401) {
            return new Unreachable(voice.say(DiscordPhrase.TOKEN_UNKNOWN), FOR_A_PERSON_TO_HELP);
        }
        return ofCode(error);
    }

    private RuntimeException ofCode(ErrorResponseException error) {
        return switch (error.getErrorResponse()) {
            case CANNOT_SEND_TO_USER, INVALID_DM_ACTION -> refused(DiscordPhrase.DM_CLOSED, error);
            case MISSING_ACCESS -> refused(DiscordPhrase.NO_ACCESS, error);
            case MISSING_PERMISSIONS -> refused(DiscordPhrase.NO_PERMISSION, error);
            case UNKNOWN_CHANNEL, UNKNOWN_GUILD -> refused(DiscordPhrase.CHANNEL_GONE, error);
            case SLOWMODE_RATE_LIMIT,
                    CHANNEL_WRITE_RATE_LIMIT,
                    GUILD_WRITE_RATE_LIMIT,
                    ANNOUNCEMENT_RATE_LIMIT,
                    SERVICE_RESOURCE_RATE_LIMIT,
                    MAX_OLD_MESSAGE_EDITS,
                    OPEN_DM_TOO_FAST,
                    MESSAGE_SEND_TEMPORARILY_DISABLED,
                    FEATURE_TEMPORARILY_DISABLED -> later(A_MINUTE);
            case CLOUDFLARE_BLOCKED_REQUEST -> later(FOR_A_PERSON_TO_HELP);
            default -> refused(DiscordPhrase.REFUSED, error);
        };
    }

    private Refused refused(DiscordPhrase phrase, ErrorResponseException error) {
        return new Refused(
                voice.say(phrase, Map.of("code", Integer.toString(error.getErrorCode()), "words", error.getMeaning())));
    }

    private Unreachable later(Duration patience) {
        return new Unreachable(voice.say(DiscordPhrase.NOT_NOW), patience);
    }
}
