package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Answer;
import dev.parley.platform.local.Json;
import dev.parley.platform.local.Request;
import dev.parley.platform.local.Requests;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The REST side: who asks, what of, within the limits, and with the troubles that a test wants. */
final class Rest {
    private static final String BASE = "/api/v10";
    private static final String AUTHORIZATION = "Bot ";
    /** Refusals that say that the request should not have been sent like this, whatever is the case on Discord. */
    private static final Set<Integer> MALFORMED = Set.of(50006, 50016, 50035, 40060);

    final RateLimits limits = new RateLimits(System::nanoTime);
    final Requests requests = new Requests();
    private final World world;
    private final Routes routes = new Routes();
    private final Routes open = new Routes();
    private volatile Faults faults = Faults.none();
    private volatile @Nullable RequestJudge judge;

    Rest(World world) {
        this.world = world;
        MessageForm form = new MessageForm(world);
        new MessageRoutes(world, form).addTo(routes);
        new ChannelRoutes(world).addTo(routes);
        new GuildRoutes(world).addTo(routes);
        new ApplicationRoutes(world).addTo(routes);
        new InteractionRoutes(world, form).addTo(open);
    }

    void troubledBy(Faults now) {
        faults = now;
    }

    void judgedBy(@Nullable RequestJudge now) {
        judge = now;
    }

    Answer answer(Request request) {
        if (request.path().startsWith("/attachments/")) {
            return file(request.path());
        }
        if (!request.path().startsWith(BASE)) {
            return refused(new Refusal(404, 0, "404: Not Found"));
        }
        String path = request.path().substring(BASE.length());
        Answer answer = answered(request, path);
        requests.answered(request.method(), path, answer.status());
        return answer;
    }

    private Answer answered(Request request, String path) {
        Routes.Found forAnyone = open.find(request.method(), path);
        Routes.Found found = forAnyone == null ? routes.find(request.method(), path) : forAnyone;
        boolean counts = forAnyone == null;
        if (counts) {
            requests.arrived(System.nanoTime());
            if (!isKnown(request)) {
                return refused(new Refusal(401, 0, "401: Unauthorized"));
            }
        }
        if (found == null || found.handler() == null) {
            world.violations.add("no such route: " + request.method() + " " + path);
            return refused(
                    found == null
                            ? new Refusal(404, 0, "404: Not Found")
                            : new Refusal(405, 0, "405: Method Not Allowed"));
        }
        String major = found.parts().isEmpty() ? null : found.parts().getFirst();
        RateLimits.Verdict verdict = limits.ask(request.method(), found.template(), major, counts);
        if (verdict != null && verdict.waits()) {
            return verdict.on(limited(verdict.retryAfter(), verdict.global()));
        }
        Answer answer = withTroubles(request, found, found.handler());
        return verdict == null || answer.status() == 429 ? answer : verdict.on(answer);
    }

    private boolean isKnown(Request request) {
        String authorization = request.header("authorization");
        return authorization != null
                && authorization.startsWith(AUTHORIZATION)
                && world.tokens.contains(authorization.substring(AUTHORIZATION.length()));
    }

    private Answer withTroubles(Request request, Routes.Found found, Routes.Handler handler) {
        faults.holdUp();
        return switch (faults.fate(request.path())) {
            case LIMITED -> limited(faults.retryAfter(), false);
            case FAILED ->
                Answer.of(
                        500,
                        Json.object()
                                .put("message", "500: Internal Server Error")
                                .put("code", 0));
            case BAD_GATEWAY -> Answer.badGateway();
            case ANSWER_LOST -> carriedOut(request, found, handler).losing();
            case CARRIED_OUT -> carriedOut(request, found, handler);
        };
    }

    private Answer carriedOut(Request request, Routes.Found found, Routes.Handler handler) {
        try {
            RestCall call = call(request, found);
            RequestJudge present = judge;
            if (present != null && !call.body().isMissingNode()) {
                present.look(request.method(), found.template(), call.body());
            }
            synchronized (world) {
                return handler.answer(call);
            }
        } catch (Refusal refusal) {
            if (MALFORMED.contains(refusal.code)) {
                world.violations.add(request.method() + " " + request.path() + ": " + refusal.body());
            }
            return refused(refusal);
        } catch (IOException garbled) {
            world.violations.add(request.method() + " " + request.path() + ": no JSON");
            return refused(new Refusal(400, 50109, "The request body contains invalid JSON."));
        } catch (RuntimeException ours) {
            world.violations.add("the local server failed at " + request.method() + " " + request.path() + ": " + ours);
            return Answer.of(
                    500,
                    Json.object().put("message", "500: Internal Server Error").put("code", 0));
        }
    }

    private static RestCall call(Request request, Routes.Found found) throws IOException {
        List<String> parts = found.parts().stream()
                .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
        String type = request.header("content-type");
        JsonNode body = MissingNode.getInstance();
        Map<Integer, RestCall.Upload> files = Map.of();
        if (type != null && type.startsWith("multipart/form-data")) {
            Multipart form = Multipart.read(type, request.body());
            body = form.payload;
            files = form.files;
        } else if (request.body().length > 0) {
            body = Json.read(request.body());
        }
        return new RestCall(request, found.template(), parts, request.parameters(), body, files);
    }

    private static Answer refused(Refusal refusal) {
        return Answer.of(refusal.status, refusal.body());
    }

    private static Answer limited(double seconds, boolean global) {
        ObjectNode body = Json.object()
                .put("message", "You are being rate limited.")
                .put("retry_after", Math.ceil(seconds * 1000) / 1000)
                .put("global", global);
        Answer answer = Answer.of(429, body)
                .with("Retry-After", Long.toString((long) Math.ceil(seconds)))
                .with("X-RateLimit-Scope", global ? "global" : "user")
                .with("Via", "1.1 google"); // without it JDA takes it for a ban of the address
        return global ? answer.with("X-RateLimit-Global", "true") : answer;
    }

    private Answer file(String path) {
        String[] parts = path.split("/");
        synchronized (world) {
            Channel channel = world.channels.get(Long.parseUnsignedLong(parts[2]));
            if (channel != null) {
                for (MessageRecord message : channel.messages.values()) {
                    for (Attachment attachment : message.attachments) {
                        if (Long.toString(attachment.id()).equals(parts[3])) {
                            return Answer.bytes(attachment.type(), attachment.bytes());
                        }
                    }
                }
            }
        }
        return Answer.text(404, "This content is no longer available.");
    }
}
