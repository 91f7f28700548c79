package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.platform.local.Answer;
import dev.parley.platform.local.Json;
import dev.parley.platform.local.Request;
import dev.parley.platform.local.Requests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The Web API: who calls what, within the limits, and with the troubles that a test wants. */
final class Api {
    private static final String BASE = "/api/";
    /** Methods of the app itself, by its own token. */
    private static final String OPEN_SOCKET = "apps.connections.open";
    /** Methods without a token. */
    private static final Set<String> OPEN = Set.of("oauth.v2.access", "api.test");
    /** Refusals that say that the call should not have been made like this, whatever is the case on Slack. */
    private static final Set<String> MALFORMED = Set.of(
            "invalid_arguments",
            "invalid_blocks",
            "invalid_blocks_format",
            "invalid_metadata_format",
            "msg_blocks_too_long",
            "msg_too_long",
            "no_text",
            "unknown_method");

    final RateLimits limits = new RateLimits();
    final Requests requests = new Requests();
    private final World world;
    private final Map<String, Method> methods = new HashMap<>();

    Api(World world) {
        this.world = world;
        new ChatMethods(world, limits).addTo(methods);
        new ConversationMethods(world).addTo(methods);
        new ItemMethods(world).addTo(methods);
        new PeopleMethods(world).addTo(methods);
        new ViewMethods(world).addTo(methods);
        new FileMethods(world).addTo(methods);
    }

    static boolean isCall(Request request) {
        return request.path().startsWith(BASE);
    }

    Answer answer(Request request) {
        String name = request.path().substring(BASE.length());
        requests.arrived(System.nanoTime());
        Answer answer = withTroubles(request, name);
        requests.answered(request.method(), name, answer.status());
        return answer;
    }

    private Answer withTroubles(Request request, String name) {
        Faults faults = world.courier.faults;
        faults.holdUp();
        return switch (faults.fate()) {
            case LIMITED -> limited(1);
            case FAILED -> Answer.of(500, new Refusal("internal_error").body);
            case BAD_GATEWAY -> Answer.badGateway();
            case ANSWER_LOST -> carriedOut(request, name).losing();
            case CARRIED_OUT -> carriedOut(request, name);
        };
    }

    private static Answer limited(int seconds) {
        return Answer.of(429, new Refusal("ratelimited").body).with("Retry-After", Integer.toString(seconds));
    }

    private Answer carriedOut(Request request, String name) {
        try {
            Map<String, JsonNode> arguments = arguments(request);
            addClient(request, arguments);
            String token = token(request, arguments);
            synchronized (world) {
                ObjectNode answer = name.equals(OPEN_SOCKET) ? openSocket(token) : called(name, token, arguments);
                return Answer.of(answer.put("ok", true)).with("X-OAuth-Scopes", scopes(token));
            }
        } catch (Limited limit) {
            return limited(limit.seconds);
        } catch (Refusal refusal) {
            if (MALFORMED.contains(refusal.error)) {
                world.violations.add(
                        name + ": " + refusal.body + " to " + new String(request.body(), StandardCharsets.UTF_8));
            }
            return Answer.of(refusal.body);
        } catch (IOException garbled) {
            world.violations.add(name + ": no JSON");
            return Answer.of(new Refusal("invalid_json").body);
        } catch (RuntimeException ours) {
            world.violations.add("the local server failed at " + name + ": " + ours);
            return Answer.of(500, new Refusal("fatal_error").body);
        }
    }

    private String scopes(String token) {
        Workspace workspace = world.tokens.get(token);
        return workspace == null ? "" : String.join(",", workspace.scopes);
    }

    private ObjectNode openSocket(String token) {
        if (token.startsWith("xoxb-")) {
            throw new Refusal("not_allowed_token_type");
        }
        if (!token.equals(world.appToken)) {
            throw new Refusal(token.isEmpty() ? "not_authed" : "invalid_auth");
        }
        mustBeWithin(limits.wait(OPEN_SOCKET, Method.TIER_2));
        if (world.courier.sockets.areTooMany()) {
            throw new Refusal("too_many_websockets");
        }
        return Json.object().put("url", world.courier.sockets.ticket());
    }

    private ObjectNode called(String name, String token, Map<String, JsonNode> arguments) {
        Method method = methods.get(name);
        if (method == null) {
            throw new Refusal("unknown_method");
        }
        if (OPEN.contains(name)) {
            return method.handler().answer(new Call(null, arguments));
        }
        if (name.equals("auth.test") && token.equals(world.appToken)) {
            return Json.object().put("app_name", "parley").put("app_id", world.appId);
        }
        Workspace workspace = workspace(token);
        Scopes.mustHave(workspace, method.scope());
        mustBeWithin(limits.wait(workspace.id + " " + name, perMinute(name, method)));
        return method.handler().answer(new Call(workspace, arguments));
    }

    /** An app that is sold outside of Slack's directory reads history once a minute. */
    private int perMinute(String name, Method method) {
        boolean history = name.equals("conversations.history") || name.equals("conversations.replies");
        return world.commercial && history ? 1 : method.perMinute();
    }

    private Workspace workspace(String token) {
        Workspace workspace = world.tokens.get(token);
        if (workspace != null) {
            return workspace;
        }
        if (token.isEmpty()) {
            throw new Refusal("not_authed");
        }
        throw new Refusal(world.revoked.contains(token) ? "token_revoked" : "invalid_auth");
    }

    static void mustBeWithin(int wait) {
        if (wait > 0) {
            throw new Limited(wait);
        }
    }

    private static Map<String, JsonNode> arguments(Request request) throws IOException {
        Map<String, JsonNode> arguments = new HashMap<>();
        request.parameters().forEach((name, value) -> arguments.put(name, TextNode.valueOf(value)));
        String type = String.valueOf(request.header("content-type"));
        if (type.startsWith("application/json")) {
            Json.read(request.body()).properties().forEach(field -> arguments.put(field.getKey(), field.getValue()));
        } else {
            String form = new String(request.body(), StandardCharsets.UTF_8);
            Request asked = new Request("", "", form, Map.of(), new byte[0]);
            asked.parameters().forEach((name, value) -> arguments.put(name, TextNode.valueOf(value)));
        }
        return arguments;
    }

    /** An app can say who it is in the header as well: the SDKs do. */
    private static void addClient(Request request, Map<String, JsonNode> arguments) {
        String authorization = String.valueOf(request.header("authorization"));
        if (authorization.startsWith("Basic ")) {
            byte[] plain = Base64.getDecoder().decode(authorization.substring("Basic ".length()));
            String[] client = new String(plain, StandardCharsets.UTF_8).split(":", 2);
            arguments.put("client_id", TextNode.valueOf(client[0]));
            arguments.put("client_secret", TextNode.valueOf(client[1]));
        }
    }

    private static String token(Request request, Map<String, JsonNode> arguments) {
        String authorization = request.header("authorization");
        JsonNode token = arguments.remove("token");
        if (authorization != null && authorization.startsWith("Bearer ")) {
            return authorization.substring("Bearer ".length());
        }
        return token == null ? "" : token.asText();
    }

    /** A call that came too early. */
    private static final class Limited extends RuntimeException {
        private static final long serialVersionUID = 1;
        final int seconds;

        Limited(int seconds) {
            super("", null, false, false);
            this.seconds = seconds;
        }
    }
}
