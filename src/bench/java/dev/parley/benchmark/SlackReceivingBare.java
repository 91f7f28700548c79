package dev.parley.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.model.event.MessageEvent;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What Parley is measured beside, on the same server as Parley's: Bolt as its guide says, or no Bolt at all. Every event is on the disk before
 * it is acknowledged. Arguments: address of the Web API, token of the bot, signing secret, team, channel, folder, which of them.
 */
public final class SlackReceivingBare {
    private static final int MOST_TOGETHER = 1_000;

    private SlackReceivingBare() {}

    /** Runs until its standard input ends. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[5]);
        Handler handler =
                switch (arguments[6]) {
                    case "BOLT_EACH" -> bolt(arguments, new GroupedRows(folder, 1));
                    case "BOLT_GROUPED" -> bolt(arguments, new GroupedRows(folder, MOST_TOGETHER));
                    default -> bare(arguments[2], new GroupedRows(folder, MOST_TOGETHER));
                };
        Javalin server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = true;
                    config.routes.post("/slack/events", handler);
                })
                .start("127.0.0.1", 0);
        System.out.println("ready " + server.port());
        while (System.in.read() >= 0) {
            // nothing is said that way
        }
        System.exit(0);
    }

    private static Handler bolt(String[] arguments, GroupedRows rows) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(arguments[0]);
        App app = new App(AppConfig.builder()
                .slack(Slack.getInstance(config))
                .singleTeamBotToken(arguments[1])
                .signingSecret(arguments[2])
                .authTestCacheEnabled(true)
                .build());
        app.event(MessageEvent.class, (payload, context) -> {
            MessageEvent said = payload.getEvent();
            rows.keep(said.getTs(), said.getChannel(), said.getUser(), said.getText()).join();
            return context.ack();
        });
        SlackRequestParser parser = new SlackRequestParser(app.config());
        return context -> {
            Response response = app.run(parser.parse(SlackRequestParser.HttpRequest.builder()
                    .requestUri(context.path())
                    .queryString(Map.of())
                    .headers(new RequestHeaders(headers(context)))
                    .requestBody(context.body())
                    .remoteAddress(context.ip())
                    .build()));
            context.status(response.getStatusCode())
                    .contentType(response.getContentType())
                    .result(Objects.requireNonNullElse(response.getBody(), ""));
        };
    }

    private static Map<String, List<String>> headers(Context context) {
        Map<String, List<String>> headers = new HashMap<>();
        context.headerMap().forEach((name, value) -> headers.put(name, List.of(value)));
        return headers;
    }

    private static Handler bare(String secret, GroupedRows rows) {
        ObjectMapper mapper = new ObjectMapper();
        SecretKeySpec key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        return context -> {
            byte[] body = context.bodyAsBytes();
            if (!isSigned(context, body, key)) {
                context.status(403);
                return;
            }
            JsonNode said = mapper.readTree(body).path("event");
            rows.keep(
                            said.path("ts").asText(),
                            said.path("channel").asText(),
                            said.path("user").asText(),
                            said.path("text").asText())
                    .join();
        };
    }

    private static boolean isSigned(Context context, byte[] body, SecretKeySpec key) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        mac.update(("v0:" + context.header("X-Slack-Request-Timestamp") + ":").getBytes(StandardCharsets.UTF_8));
        String expected = "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8),
                String.valueOf(context.header("X-Slack-Signature")).getBytes(StandardCharsets.UTF_8));
    }
}
