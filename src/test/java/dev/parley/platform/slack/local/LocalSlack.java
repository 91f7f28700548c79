package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.parley.platform.local.Answer;
import dev.parley.platform.local.Json;
import dev.parley.platform.local.Request;
import dev.parley.platform.local.Requests;
import dev.parley.platform.local.WebSocketLink;
import dev.parley.platform.local.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Slack on loopback for one app. A test puts its address and its tokens into the app's settings, lets people speak, and asks what they see.
 * Everything can be used from any thread.
 */
public final class LocalSlack implements AutoCloseable {

    /**
     * How events were brought to the app.
     *
     * @param attempts how often something was brought, whatever came of it
     * @param retries how often an event had to be brought again
     * @param acknowledged how many events were acknowledged, copies counted
     * @param lost how many events were given up
     * @param underWay how many events are neither acknowledged nor given up
     */
    public record Deliveries(int attempts, int retries, int acknowledged, int lost, int underWay) {}

    private final World world = new World();
    private final Api api = new Api(world);
    private final Wire wire;

    private LocalSlack(int port) {
        wire = new Wire(
                new Wire.Service() {
                    @Override
                    public Answer answer(Request request) {
                        return answered(request);
                    }

                    @Override
                    public void live(WebSocketLink link) throws IOException {
                        world.courier.sockets.live(link);
                    }
                },
                port);
        wire.on();
        world.address = "http://127.0.0.1:" + wire.port();
    }

    /** The clock by which messages are named and edits are dated; the system's unless it is said otherwise. */
    public LocalSlack clock(InstantSource clock) {
        world.ids.clock = clock;
        return this;
    }

    /** Starts one without limits on calls, whose events are judged where node is there. */
    public static LocalSlack start() {
        LocalSlack slack = unjudged(0);
        Judges judges = Judges.found();
        if (judges != null) {
            slack.world.events.judgedBy(event -> {
                List<String> wrong = judges.ofEvent(event);
                if (!wrong.isEmpty()) {
                    slack.world.violations.add("our own event: " + wrong + " in " + event);
                }
            });
        }
        return slack;
    }

    /** Starts one on a port, 0 for any, that believes what it tells: for what has to be quick. */
    public static LocalSlack unjudged(int port) {
        return new LocalSlack(port);
    }

    private Answer answered(Request request) {
        if (Api.isCall(request)) {
            return api.answer(request);
        }
        if (request.path().startsWith(FileMethods.UPLOADS)) {
            return FileMethods.take(world, request);
        }
        if (request.path().startsWith(FileMethods.DOWNLOADS)) {
            return FileMethods.give(world, request);
        }
        if (request.path().startsWith("/response/")) {
            return responded(request);
        }
        if (request.path().equals("/oauth/v2/authorize")) {
            return authorized(request.parameters());
        }
        return Answer.text(404, "not found");
    }

    private Answer responded(Request request) {
        synchronized (world) {
            Interaction interaction = world.responses.get(request.path().substring("/response/".length()));
            try {
                JsonNode said = Json.read(request.body());
                if (interaction == null) {
                    return Answer.text(404, "invalid_url");
                }
                if (++interaction.responses > Interaction.MOST_RESPONSES) {
                    world.violations.add("more than five answers to one interaction");
                    return Answer.of(404, new Refusal("used_url").body);
                }
                if (said.path("blocks").isArray()) {
                    Blocks.mustBeMessage((ArrayNode) said.path("blocks"), interaction.person.workspace);
                }
                world.interactions.respond(interaction, said);
                return Answer.bytes("text/plain", "ok".getBytes(StandardCharsets.UTF_8));
            } catch (IOException garbled) {
                world.violations.add("an answer to an interaction that is no JSON");
                return Answer.text(400, "invalid_payload");
            } catch (Refusal refusal) {
                world.violations.add("an answer to an interaction: " + refusal.body);
                return Answer.of(400, refusal.body);
            }
        }
    }

    /** The page on which the first person of the workspace that is meant agrees to an installation, or does not. */
    private Answer authorized(Map<String, String> asked) {
        synchronized (world) {
            Workspace workspace = asked.containsKey("team")
                    ? world.workspaces.get(asked.get("team"))
                    : world.workspaces.values().stream().findFirst().orElse(null);
            if (workspace == null || !world.clientId.equals(asked.get("client_id"))) {
                return Answer.text(400, "invalid_client_id");
            }
            String redirect = asked.getOrDefault("redirect_uri", "");
            String answer = world.agreement == Agreement.DENIED
                    ? "error=access_denied"
                    : "code=" + consents(workspace, redirect, asked.getOrDefault("scope", ""));
            String state = asked.getOrDefault("state", "");
            String to = redirect + (redirect.contains("?") ? "&" : "?") + answer + "&state="
                    + URLEncoder.encode(state, StandardCharsets.UTF_8);
            return Answer.text(302, "").with("Location", to);
        }
    }

    private String consents(Workspace workspace, String redirect, String scopes) {
        String code = world.ids.next("code");
        Person by = workspace.people.values().stream()
                .filter(person -> !person.bot)
                .findFirst()
                .orElse(workspace.bot);
        world.consents.put(code, new World.Consent(workspace, redirect, scopes, by));
        return code;
    }

    /** The address of the Web API, with a slash at the end. */
    public URI api() {
        return URI.create(world.address + "/api/");
    }

    /** The page on which an installation is agreed to, for which Slack has {@code https://slack.com/oauth/v2/authorize}. */
    public URI authorizePage() {
        return URI.create(world.address + "/oauth/v2/authorize");
    }

    /** What happens on that page from now on; at first everything is agreed to. */
    public LocalSlack agreement(Agreement agreement) {
        world.agreement = agreement;
        return this;
    }

    /** The token of the app itself, for Socket Mode. */
    public String appToken() {
        return world.appToken;
    }

    public String appId() {
        return world.appId;
    }

    public String clientId() {
        return world.clientId;
    }

    public String clientSecret() {
        return world.clientSecret;
    }

    public String signingSecret() {
        return world.signingSecret;
    }

    /** A new workspace that the app is installed in. */
    public Workspace workspace(String name) {
        return world.workspace(name);
    }

    /** What the app has subscribed to, as its manifest names it; everything that there is here from the start. */
    public LocalSlack subscribed(String... events) {
        synchronized (world) {
            world.subscriptions.clear();
            world.subscriptions.addAll(List.of(events));
        }
        return this;
    }

    /** Brings everything by signed HTTP to this address from now on; by sockets where null. */
    public LocalSlack deliversTo(@Nullable URI address) {
        world.courier.deliversTo(address);
        return this;
    }

    /** Whether the address answers the question whether it is the app's. */
    public boolean verifiesAddress() {
        return Objects.requireNonNull(world.courier.http(), "no address").verifies();
    }

    /** How a body is signed at a time, in seconds since 1970: for requests that a test makes up. */
    public String signature(long seconds, String body) {
        return new HttpDoor(world, api()).signature(seconds, body);
    }

    /** How long an acknowledgement may take; 3 seconds on Slack. */
    public LocalSlack patience(Duration patience) {
        world.courier.patience = patience;
        return this;
    }

    /** The waits before an event is brought again: at once, after a minute and after five on Slack; at once, 1 and 5 seconds here. */
    public LocalSlack retriesAfter(Duration... waits) {
        world.courier.waits = List.of(waits);
        return this;
    }

    /** Slack's limits on calls. */
    public LocalSlack limited(boolean on) {
        api.limits.on(on);
        return this;
    }

    /** Whether the app is one that is sold outside of Slack's directory: history once a minute, fifteen messages. */
    public LocalSlack commercial(boolean sold) {
        world.commercial = sold;
        return this;
    }

    /** Whether people can write to the app, and it to them; a switch of its App Home. */
    public LocalSlack messagesTab(boolean open) {
        world.messagesTab = open;
        return this;
    }

    /** How long Slack takes to look at a file, before which no block can show it. */
    public LocalSlack processingTakes(Duration processing) {
        world.processing = processing;
        return this;
    }

    /** Calls of the Web API, by method, and their frequency. */
    public Requests requests() {
        return api.requests;
    }

    /** How events were brought to the app. */
    public Deliveries deliveries() {
        Courier courier = world.courier;
        return new Deliveries(
                courier.attempts.get(),
                courier.retries.get(),
                courier.acknowledged.get(),
                courier.lost.get(),
                courier.underWay.get());
    }

    /** Whether the app has acknowledged that this was said, or that it was changed since. */
    public boolean isAcknowledged(Message message) {
        return world.courier.safe.contains(Courier.name(message));
    }

    /** What was wrong with what the app did, and with what we told; empty when nothing was. */
    public List<String> violations() {
        return world.violations.all();
    }

    /** Forgets what was wrong so far. */
    public void forgiveViolations() {
        world.violations.clear();
    }

    /** Troubles from now on. */
    public LocalSlack faults(Faults faults) {
        world.courier.faults = faults;
        return this;
    }

    /** No troubles from now on. */
    public LocalSlack faultless() {
        return faults(Faults.none());
    }

    /** Cannot be reached any more, as in an outage; what is the case stays. */
    public void off() {
        wire.off();
    }

    /** Can be reached again at the same address. */
    public void on() {
        wire.on();
    }

    /** How many sockets are open. */
    public int sockets() {
        return world.courier.sockets.count();
    }

    /** How many sockets were ever opened. */
    public int socketsOpened() {
        return world.courier.sockets.opened.get();
    }

    /** Breaks every socket without a farewell. */
    public void dropsSockets() {
        world.courier.sockets.drop();
    }

    /** Says that sockets will go soon. */
    public void warnsSockets() {
        world.courier.sockets.disconnect("warning");
    }

    /** Asks for new sockets and closes the old ones a little later, as Slack does every few hours. */
    public void refreshesSockets() {
        world.courier.sockets.disconnect("refresh_requested");
    }

    /** A message that is there, by its channel and time; null where there is none. */
    public @Nullable Message message(Channel channel, String ts) {
        synchronized (world) {
            return channel.messages.get(ts);
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
