package dev.parley.platform.slack;

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

    private final App app;
    private final SlackRequestParser parser;
    private final Signatures signatures;

    SignedDoor(App app, Signatures signatures) {
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
        Response response = app.run(request(body).orElseThrow(Problem::unreadable));
        int status = response.getStatusCode();
        String said = Objects.requireNonNullElse(response.getBody(), "");
        visit.answer(status, response.getContentType(), said);
        return status < 300;
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
