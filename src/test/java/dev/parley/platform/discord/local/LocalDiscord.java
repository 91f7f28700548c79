package dev.parley.platform.discord.local;

import dev.parley.platform.local.Answer;
import dev.parley.platform.local.Request;
import dev.parley.platform.local.Requests;
import dev.parley.platform.local.WebSocketLink;
import dev.parley.platform.local.Wire;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Discord on loopback for one bot. A test puts its two addresses and its token into the bot's settings, lets people speak, and asks what they see.
 * Everything can be used from any thread.
 */
public final class LocalDiscord implements AutoCloseable {
    private final World world = new World();
    private final Rest rest = new Rest(world);
    private final Wire wire;
    private final String token = "MTA.local.discord-" + Long.toHexString(System.nanoTime());

    private LocalDiscord(int port) {
        world.tokens.add(token);
        wire = new Wire(
                new Wire.Service() {
                    @Override
                    public Answer answer(Request request) {
                        return rest.answer(request);
                    }

                    @Override
                    public void live(WebSocketLink link) throws java.io.IOException {
                        world.gateway.live(link);
                    }
                },
                port);
        wire.on();
        world.servedAt("http://127.0.0.1:" + wire.port());
        world.gateway.address = "ws://127.0.0.1:" + wire.port();
    }

    /** Starts one without limits on requests, whose requests and events are judged where node is there. */
    public static LocalDiscord start() {
        return unjudged(0).judged();
    }

    /** Starts one on a port, 0 for any, that believes what it is told: for what has to be quick. */
    public static LocalDiscord unjudged(int port) {
        return new LocalDiscord(port);
    }

    private LocalDiscord judged() {
        Judges judges = Judges.found();
        if (judges != null) {
            rest.judgedBy((method, template, body) -> {
                List<String> wrong = judges.ofRequest(method, template, body);
                if (!wrong.isEmpty()) {
                    world.violations.add(method + " " + template + ": " + wrong + " in " + body);
                }
            });
            world.gateway.judgedBy((type, data) -> {
                List<String> wrong = judges.ofEvent(type, data);
                if (!wrong.isEmpty()) {
                    world.violations.add("our own " + type + ": " + wrong + " in " + data);
                }
            });
        }
        return this;
    }

    /** The address of the API, with its version and a slash at the end. */
    public URI api() {
        return URI.create("http://127.0.0.1:" + wire.port() + "/api/v10/");
    }

    /** The address of the gateway. */
    public URI gateway() {
        return URI.create(world.gateway.address);
    }

    /** The bot's token. */
    public String token() {
        return token;
    }

    /** The id of the application, which is that of the bot's user. */
    public long applicationId() {
        return world.bot.id;
    }

    /** The bot as a user. */
    public User bot() {
        return world.bot;
    }

    /** A new guild that the bot is in. */
    public Guild guild(String name) {
        return world.guild(name);
    }

    /** Discord's limits: 50 requests in any second over all, and what each route allows. */
    public LocalDiscord limited(boolean on) {
        rest.limits.on(on);
        return this;
    }

    /** The clock by which ids are made and edits are dated; the system's unless it is said otherwise. */
    public LocalDiscord clock(InstantSource clock) {
        world.ids.clock = clock;
        return this;
    }

    /** Whether a session can be begun only every five seconds, as it is on Discord; tests seldom want to wait for that. */
    public LocalDiscord identifyingSlowly(boolean on) {
        world.gateway.identifiesSlowly(on);
        return this;
    }

    /** What the owner of the bot has switched on for it: whether people's words come with their messages. */
    public LocalDiscord messageContent(boolean granted) {
        return granting(Intent.MESSAGE_CONTENT, granted);
    }

    /** Whether it may hear who joins and leaves. */
    public LocalDiscord memberEvents(boolean granted) {
        return granting(Intent.GUILD_MEMBERS, granted);
    }

    private LocalDiscord granting(int intent, boolean granted) {
        world.grantedIntents = granted ? world.grantedIntents | intent : world.grantedIntents & ~intent;
        return this;
    }

    /** Requests and their frequency. */
    public Requests requests() {
        return rest.requests;
    }

    /** What was wrong with what the bot did; empty when nothing was. */
    public List<String> violations() {
        return world.violations.all();
    }

    /** Forgets what was wrong so far. */
    public void forgiveViolations() {
        world.violations.clear();
    }

    /** Troubles from now on. */
    public LocalDiscord faults(Faults faults) {
        rest.troubledBy(faults);
        world.gateway.troubledBy(faults);
        return this;
    }

    /** No troubles from now on. */
    public LocalDiscord faultless() {
        return faults(Faults.none());
    }

    /** Cannot be reached any more, as in an outage; what is the case stays. */
    public void off() {
        wire.off();
    }

    /** Can be reached again at the same addresses. */
    public void on() {
        wire.on();
    }

    /** The token is worth nothing any more: whoever uses it is refused, and sessions are closed. */
    public void revokesToken() {
        world.tokens.clear();
        world.gateway.sessions().forEach(session -> session.close(4004, "Authentication failed."));
    }

    /** Breaks every gateway connection without a farewell; sessions can be resumed. */
    public void dropsConnections() {
        world.gateway.sessions().forEach(GatewaySession::breakOff);
    }

    /** Asks every client to come back, as Discord does when it moves sessions. */
    public void asksToReconnect() {
        world.gateway
                .sessions()
                .forEach(session -> session.say("{\"op\":7,\"d\":null,\"s\":null,\"t\":null}".getBytes()));
    }

    /** Ends every session: what happened meanwhile is not told again. Where resumable, clients only have to come back. */
    public void invalidatesSessions(boolean resumable) {
        world.gateway.sessions().forEach(session -> world.gateway.invalidate(session, resumable));
    }

    /** How many times a client has identified itself anew. */
    public int identifies() {
        return world.gateway.identifies();
    }

    /** How many times a client has resumed. */
    public int resumes() {
        return world.gateway.resumes();
    }

    /** How many clients are connected and have been told all that they may hear. */
    public int listeners() {
        return (int) world.gateway.sessions().stream()
                .filter(GatewaySession::isCaughtUp)
                .count();
    }

    /** How hard gateway messages are squeezed for clients that want them so, from now on: 0 (costs nothing) to 9. */
    public LocalDiscord squeezing(int level) {
        world.gateway.squeezing = level;
        return this;
    }

    /** Many messages to be said in a channel, prepared. */
    public Flood flood(Channel channel) {
        return new Flood(channel);
    }

    /** Forgets the nonces of all messages, as Discord does after some minutes. */
    public void forgetsNonces() {
        synchronized (world) {
            world.byNonce.clear();
        }
    }

    /** A moderator deletes many messages at once. */
    public void bulkDeletes(Channel channel, Collection<MessageRecord> messages) {
        world.conversation.deleteMany(channel, messages);
    }

    /** Discord adds the preview of a link: the message comes again though nobody has edited it. */
    public void previewsLink(MessageRecord message) {
        synchronized (world) {
            message.embeds
                    .addObject()
                    .put("type", "link")
                    .put("url", "https://example.org/")
                    .put("title", "Example");
            world.conversation.updated(message);
        }
    }

    /** A message that is there, by its id; null where there is none. */
    public @Nullable MessageRecord message(long id) {
        synchronized (world) {
            return world.messages.get(id);
        }
    }

    /** The guilds, in the order in which they were made. */
    public List<Guild> guilds() {
        synchronized (world) {
            return new ArrayList<>(world.guilds.values());
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
