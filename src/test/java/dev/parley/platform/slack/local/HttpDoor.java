package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signed requests to an address of the app. */
final class HttpDoor implements Courier.Door {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    private final World world;
    private final URI address;

    HttpDoor(World world, URI address) {
        this.world = world;
        this.address = address;
    }

    @Override
    public CompletableFuture<Courier.Reply> bring(Courier.Attempt attempt) {
        String body = switch (attempt.kind()) {
            case EVENT -> attempt.payload().toString();
            case COMMAND -> form(attempt.payload());
            case INTERACTION -> "payload=" + encoded(attempt.payload().toString());
        };
        String type = attempt.kind() == Courier.Kind.EVENT ? "application/json" : "application/x-www-form-urlencoded";
        HttpRequest.Builder request = signed(type, body);
        if (attempt.number() > 0) {
            request.header("X-Slack-Retry-Num", Integer.toString(attempt.number()))
                    .header("X-Slack-Retry-Reason", attempt.reason());
        }
        return CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .handle((response, trouble) -> trouble == null ? reply(response) : failed(trouble));
    }

    private HttpRequest.Builder signed(String type, String body) {
        long now = System.currentTimeMillis() / 1000;
        return HttpRequest.newBuilder(address)
                .timeout(world.courier.patience)
                .header("Content-Type", type)
                .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
                .header("X-Slack-Request-Timestamp", Long.toString(now))
                .header("X-Slack-Signature", signature(now, body))
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** What proves that a body comes from Slack, and when. */
    String signature(long seconds, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(world.signingSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hash = mac.doFinal(("v0:" + seconds + ":" + body).getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Courier.Reply reply(HttpResponse<String> response) {
        boolean fine = response.statusCode() / 100 == 2;
        boolean noRetry =
                response.headers().firstValue("x-slack-no-retry").orElse("").equals("1");
        return new Courier.Reply(fine, response.body(), noRetry, fine ? "" : "http_error");
    }

    private static Courier.Reply failed(Throwable trouble) {
        Throwable cause = trouble instanceof CompletionException wrapped ? wrapped.getCause() : trouble;
        return Courier.Reply.failed(cause instanceof HttpTimeoutException ? "http_timeout" : "connection_failed");
    }

    /** Asks whether the address is the app's, as Slack does when it is entered. */
    boolean verifies() {
        String challenge = world.ids.next("challenge");
        ObjectNode asks = Json.object()
                .put("token", world.verificationToken)
                .put("challenge", challenge)
                .put("type", "url_verification");
        try {
            HttpResponse<String> response = CLIENT.send(
                    signed("application/json", asks.toString()).build(), HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 && response.body().contains(challenge);
        } catch (IOException trouble) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String form(ObjectNode fields) {
        StringJoiner form = new StringJoiner("&");
        fields.properties()
                .forEach(field -> form.add(
                        encoded(field.getKey()) + "=" + encoded(field.getValue().asText())));
        return form.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
