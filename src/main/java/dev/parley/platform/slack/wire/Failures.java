package dev.parley.platform.slack.wire;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.voice.Voice;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says what an answer of Slack's means for the one who asked: never, or later. */
final class Failures {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration FOR_A_PERSON_TO_HELP = Duration.ofMinutes(5);
    private static final int TOO_MANY = 429;

    private final Voice voice;

    Failures(Voice voice) {
        this.voice = voice;
    }

    /** What an answer with a refusal means. A {@link Refused} or an {@link Unreachable}. */
    RuntimeException of(SlackApiTextResponse answer) {
        return ofCode(String.valueOf(answer.getError()), answer.getNeeded());
    }

    /** What an answer that is no success means. A {@link Refused} or an {@link Unreachable}. */
    RuntimeException of(SlackApiException trouble) {
        int status = trouble.getResponse().code();
        if (status == TOO_MANY) {
            return later(retryAfter(trouble.getResponse().header("Retry-After")));
        }
        if (status >= 500 || status == 408) {
            return later(Duration.ZERO);
        }
        String code = trouble.getError() == null ? null : trouble.getError().getError();
        return ofCode(
                Objects.requireNonNullElse(code, "HTTP " + status),
                code == null ? null : trouble.getError().getNeeded());
    }

    /** No answer, or none that can be read. */
    Unreachable unanswered() {
        return later(Duration.ZERO);
    }

    /** Not even sent. */
    Unreachable held(Held held) {
        return later(held.patience());
    }

    /** No bot in a workspace. */
    Unreachable notInstalled(String team) {
        return new Unreachable(voice.say(SlackPhrase.NOT_INSTALLED, Map.of("team", team)), FOR_A_PERSON_TO_HELP);
    }

    /** The seconds that Slack asks us to wait; a minute where it does not say so in a way that can be read. */
    static Duration retryAfter(@Nullable String seconds) {
        try {
            return Duration.ofSeconds(
                    Math.max(1, Long.parseLong(String.valueOf(seconds).strip())));
        } catch (NumberFormatException garbled) {
            return A_MINUTE;
        }
    }

    private RuntimeException ofCode(String code, @Nullable String needed) {
        if (Tokens.UNKNOWN.contains(code)) {
            return new Unreachable(voice.say(SlackPhrase.TOKEN_UNKNOWN), FOR_A_PERSON_TO_HELP);
        }
        return switch (code) {
            case "ratelimited", "rate_limited", "message_limit_exceeded" -> later(A_MINUTE);
            case "internal_error",
                    "fatal_error",
                    "service_unavailable",
                    "request_timeout",
                    "team_added_to_org",
                    "accesslimited" -> later(Duration.ZERO);
            case "not_in_channel" -> refused(SlackPhrase.NOT_IN_CHANNEL);
            case "channel_not_found", "invalid_channel" -> refused(SlackPhrase.CHANNEL_GONE);
            case "is_archived" -> refused(SlackPhrase.ARCHIVED);
            case "missing_scope", "no_permission" ->
                new Refused(
                        voice.say(SlackPhrase.SCOPE_LACKS, Map.of("scope", Objects.requireNonNullElse(needed, code))));
            case "restricted_action",
                    "restricted_action_read_only_channel",
                    "restricted_action_thread_only_channel",
                    "restricted_action_non_threadable_channel",
                    "restricted_action_thread_locked",
                    "access_denied",
                    "ekm_access_denied" -> refused(SlackPhrase.MAY_NOT_POST);
            case "msg_too_long", "msg_blocks_too_long" -> refused(SlackPhrase.TOO_LONG);
            case "cannot_dm_bot" -> refused(SlackPhrase.NOT_TO_BOTS);
            case "user_disabled", "user_not_found", "user_not_visible" -> refused(SlackPhrase.PERSON_GONE);
            case "messages_tab_disabled", "user_not_in_channel" -> refused(SlackPhrase.DM_CLOSED);
            case "message_not_found", "cant_update_message", "cant_delete_message", "thread_not_found" ->
                refused(SlackPhrase.MESSAGE_GONE);
            default -> new Refused(voice.say(SlackPhrase.REFUSED, Map.of("code", code)));
        };
    }

    private Refused refused(SlackPhrase phrase) {
        return new Refused(voice.say(phrase));
    }

    private Unreachable later(Duration patience) {
        return new Unreachable(voice.say(SlackPhrase.NOT_NOW), patience);
    }
}
