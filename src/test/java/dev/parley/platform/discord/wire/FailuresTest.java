package dev.parley.platform.discord.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.voice.Prompts;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Response;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {
    private final Failures failures = new Failures(Prompts.of("discord"));

    private static ErrorResponseException answered(int status, ErrorResponse error) {
        okhttp3.Response answer = new okhttp3.Response.Builder()
                .request(new Request.Builder().url("http://127.0.0.1/").build())
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("")
                .body(ResponseBody.create(
                        "{\"code\": " + error.getCode() + ", \"message\": \"" + error.getMeaning() + "\"}",
                        MediaType.get("application/json")))
                .build();
        return ErrorResponseException.create(error, new Response(answer, -1, Set.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "403, MISSING_ACCESS, View Channel",
        "403, MISSING_PERMISSIONS, permission",
        "404, UNKNOWN_CHANNEL, does not exist",
        "403, CANNOT_SEND_TO_USER, private messages",
        "400, INVALID_FORM_BODY, Invalid Form Body",
    })
    void whatAPersonMustChangeIsRefusedInPlainWords(int status, ErrorResponse error, String words) {
        assertThat(failures.of(answered(status, error)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource({
        "500, SERVER_ERROR, PT0S",
        "403, SLOWMODE_RATE_LIMIT, PT1M",
        "400, OPEN_DM_TOO_FAST, PT1M",
        "401, UNAUTHORIZED, PT5M",
        "403, CLOUDFLARE_BLOCKED_REQUEST, PT5M",
    })
    void whatMayWorkLaterIsTriedLater(int status, ErrorResponse error, Duration patience) {
        RuntimeException failure = failures.of(answered(status, error));

        assertThat(failure).isInstanceOf(Unreachable.class);
        assertThat(((Unreachable) failure).patience()).isEqualTo(patience);
    }

    @Test
    void noAnswerIsTriedLater() {
        Response none = new Response(new IOException("broken"), Set.of());

        assertThat(failures.of(ErrorResponseException.create(ErrorResponse.SERVER_ERROR, none)))
                .isInstanceOf(Unreachable.class);
        assertThat(failures.of(new TimeoutException())).isInstanceOf(Unreachable.class);
    }
}
