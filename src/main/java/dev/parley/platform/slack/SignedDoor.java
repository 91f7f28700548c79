package dev.parley.platform.slack;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import dev.parley.web.Delivery;
import dev.parley.web.Problem;
import dev.parley.web.Visit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The address on our own server to which Slack brings things. Only what Slack has signed gets any further, and only once. */
final class SignedDoor implements Delivery {
    private static final String TIME = "X-Slack-Request-Timestamp";
    private static final String SIGNATURE = "X-Slack-Signature";

    private static final Gson GSON = new Gson();

    private final App app;
    private final Dispatch dispatch;
    private final SlackRequestParser parser;
    private final Signatures signatures;

    SignedDoor(App app, Dispatch dispatch, Signatures signatures) {
        this.dispatch = dispatch;
        this.app = app;
        this.parser = new SlackRequestParser(app.config());
        this.signatures = signatures;
    }

    @Override
    public void take(Visit visit, byte[] body) throws Exception {
        String signature = visit.header(SIGNATURE).orElse("");
        if (!signatures.areGood(visit.header(TIME).orElse(""), body, signature) || !signatures.use(signature)) {
            throw Problem.forbidden();
        }
        boolean acknowledged = false;
        try {
            acknowledged = answer(visit, new String(body, StandardCharsets.UTF_8));
        } finally {
            if (!acknowledged) {
                signatures.giveBack(signature);
            }
        }
    }

    private boolean answer(Visit visit, String body) throws Exception {
        Response response =
                body.startsWith("{") ? told(body) : app.run(request(body).orElseThrow(Problem::unreadable));
        int status = response.getStatusCode();
        String said = Objects.requireNonNullElse(response.getBody(), "");
        visit.answer(status, response.getContentType(), said);
        return status < 300;
    }

    /** Events come as they are; everything else comes in a form. */
    private Response told(String body) {
        try {
            return dispatch.told(GSON.fromJson(body, JsonObject.class));
        } catch (JsonParseException | IllegalArgumentException unreadable) {
            throw Problem.unreadable();
        }
    }

    private Optional<Request<?>> request(String body) {
        try {
            return Optional.ofNullable(parser.parse(SlackRequestParser.HttpRequest.builder()
                    .requestUri("")
                    .queryString(Map.of())
                    .headers(new RequestHeaders(Map.<String, List<String>>of()))
                    .requestBody(body)
                    .remoteAddress("")
                    .build()));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
