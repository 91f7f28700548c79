package dev.parley.platform.discord.wire;

import static java.util.Objects.requireNonNull;

import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.voice.Voice;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Response;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.requests.Route.CompiledRoute;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** A few questions to Discord without logging in, so that a Parley that runs at the same time is not disturbed. */
public final class Inquiry implements Asking {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TOO_MANY = 429;
    private static final int UNAUTHORIZED = 401;

    private final OkHttpClient client =
            new OkHttpClient.Builder().callTimeout(PATIENCE).build();
    private final URI api;
    private final String token;
    private final Voice voice;
    private final Failures failures;

    /** Asks in the name of a bot, by its token. */
    public Inquiry(URI api, String token, Voice voice) {
        this.api = api;
        this.token = token;
        this.voice = voice;
        this.failures = new Failures(voice);
    }

    @Override
    public DataObject get(CompiledRoute route) {
        return DataObject.fromJson(ask(route));
    }

    @Override
    public DataArray all(CompiledRoute route) {
        return DataArray.fromJson(ask(route));
    }

    private String ask(CompiledRoute route) {
        HttpUrl url = route.toHttpUrl(requireNonNull(HttpUrl.get(api)));
        Request request = new Request.Builder()
                .url(url)
                .header("Authorization", "Bot " + token)
                .header("User-Agent", RestConfig.USER_AGENT)
                .build();
        try (okhttp3.Response answer = client.newCall(request).execute()) {
            String body = answer.body().string();
            if (answer.isSuccessful()) {
                return body;
            }
            throw trouble(answer, body);
        } catch (IOException trouble) {
            throw unreachable(String.valueOf(trouble.getMessage()));
        }
    }

    private RuntimeException trouble(okhttp3.Response answer, String body) {
        if (answer.code() == UNAUTHORIZED) {
            return new Refused(voice.say(DiscordPhrase.TOKEN_UNKNOWN));
        }
        if (answer.code() == TOO_MANY || answer.code() >= 500) {
            return unreachable(Integer.toString(answer.code()));
        }
        try {
            return failures.of(ErrorResponseException.create(
                    ErrorResponse.fromJSON(DataObject.fromJson(body)), new Response(answer, -1, Set.of())));
        } catch (ParsingException notDiscord) {
            return unreachable(Integer.toString(answer.code()));
        }
    }

    private Unreachable unreachable(String words) {
        return new Unreachable(
                voice.say(DiscordPhrase.NOT_REACHED, Map.of("address", String.valueOf(api.getHost()), "words", words)),
                Duration.ZERO);
    }
}
