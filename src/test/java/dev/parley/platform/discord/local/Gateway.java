package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import dev.parley.platform.local.WebSocketLink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The gateway: sessions, what they may hear, and the life of each WebSocket. */
final class Gateway {
    private static final int HELLO = 10;
    private final World world;
    private final Map<String, GatewaySession> sessions = new ConcurrentHashMap<>();
    private final AtomicInteger identifies = new AtomicInteger();
    private final AtomicInteger resumes = new AtomicInteger();
    private volatile Faults faults = Faults.none();
    private volatile @Nullable EventJudge judge;
    private volatile boolean identifiesSlowly;
    private long identified;
    volatile int squeezing = 1;
    volatile String address = "";

    Gateway(World world) {
        this.world = world;
    }

    void troubledBy(Faults now) {
        faults = now;
    }

    void judgedBy(@Nullable EventJudge now) {
        judge = now;
    }

    int identifies() {
        return identifies.get();
    }

    int resumes() {
        return resumes.get();
    }

    List<GatewaySession> sessions() {
        return List.copyOf(sessions.values());
    }

    /** Tells every session that may know. The caller holds the world's monitor, so that all hear the same order. */
    void tell(Dispatch dispatch) {
        if (sessions.isEmpty()) {
            return;
        }
        byte[] whole = null;
        byte[] blank = null;
        for (GatewaySession session : sessions.values()) {
            if (!session.hears(dispatch, world.bot)) {
                continue;
            }
            if (session.isForgotten()) {
                sessions.remove(session.id);
                continue;
            }
            if (dispatch.content() && (session.intents & Intent.MESSAGE_CONTENT) == 0) {
                blank = blank == null ? head(dispatch.type(), dispatch.blank()) : blank;
                session.tell(blank);
            } else {
                whole = whole == null ? whole(dispatch) : whole;
                session.tell(whole);
            }
            if (faults.tellsTwice()) {
                session.tellLastAgain();
            }
            if (faults.dropsConnection()) {
                session.breakOff();
            }
            if (faults.invalidatesSession()) {
                invalidate(session, faults.resumable());
            }
        }
    }

    private byte[] whole(Dispatch dispatch) {
        byte[] made = dispatch.serialised();
        return made != null ? made : head(dispatch.type(), dispatch.data());
    }

    /** All of an event but its number, which each session counts for itself. */
    byte[] head(String type, ObjectNode data) {
        EventJudge present = judge;
        if (present != null) {
            present.look(type, data);
        }
        byte[] start = ("{\"t\":\"" + type + "\",\"op\":0,\"d\":").getBytes(StandardCharsets.UTF_8);
        byte[] body = Json.bytes(data);
        byte[] head = new byte[start.length + body.length];
        System.arraycopy(start, 0, head, 0, start.length);
        System.arraycopy(body, 0, head, start.length, body.length);
        return head;
    }

    /** A guild that the bot gets to know. */
    void introduce(Guild guild) {
        for (GatewaySession session : sessions.values()) {
            if (session.isFor(guild)) {
                session.tell(head("GUILD_CREATE", guild.introduction(session.intents)));
            }
        }
    }

    /** Lives with one WebSocket until it closes. */
    void live(WebSocketLink link) throws IOException {
        link.squeezing(squeezing);
        GatewayVisit visit = new GatewayVisit(this, link);
        link.send(List.of(hello()));
        try {
            for (String text = link.read(); text != null; text = link.read()) {
                if (!visit.heard(text)) {
                    return;
                }
            }
            visit.left();
        } finally {
            visit.gone();
        }
    }

    private static byte[] hello() {
        ObjectNode hello = Json.object().put("op", HELLO).putNull("s").putNull("t");
        hello.putObject("d").put("heartbeat_interval", 41_250).putArray("_trace");
        return Json.bytes(hello);
    }

    void identifiesSlowly(boolean now) {
        identifiesSlowly = now;
    }

    /** One session may be begun every five seconds. */
    synchronized boolean mayIdentify() {
        long now = System.nanoTime();
        boolean may = !identifiesSlowly || identified == 0 || now - identified >= 5_000_000_000L;
        identified = may ? now : identified;
        return may;
    }

    boolean knows(String token) {
        return world.tokens.contains(token);
    }

    boolean grants(int intents) {
        return (intents & Intent.PRIVILEGED & ~world.grantedIntents) == 0;
    }

    /** A new session, told at once who it is and which guilds there are. */
    GatewaySession identified(JsonNode data) {
        synchronized (world) {
            identifies.incrementAndGet();
            JsonNode shard = data.path("shard");
            GatewaySession session = new GatewaySession(
                    UUID.randomUUID().toString().replace("-", ""),
                    data.path("token").asText(),
                    data.path("intents").asInt(),
                    shard.path(0).asInt(0),
                    shard.path(1).asInt(1));
            List<Guild> guilds = new ArrayList<>();
            world.guilds.values().stream()
                    .filter(guild -> guild.hasBot() && session.isFor(guild))
                    .forEach(guilds::add);
            session.tell(head("READY", ready(session, guilds)));
            if ((session.intents & Intent.GUILDS) != 0) {
                guilds.forEach(guild -> session.tell(head("GUILD_CREATE", guild.introduction(session.intents))));
            }
            sessions.put(session.id, session);
            return session;
        }
    }

    private ObjectNode ready(GatewaySession session, List<Guild> guilds) {
        ObjectNode ready =
                Json.object().put("v", 10).put("session_id", session.id).put("resume_gateway_url", address);
        ready.set(
                "user",
                world.bot
                        .json()
                        .put("flags", 0)
                        .put("verified", true)
                        .put("mfa_enabled", false)
                        .putNull("email"));
        ArrayNode unavailable = ready.putArray("guilds");
        guilds.forEach(guild ->
                unavailable.addObject().put("id", Long.toString(guild.id)).put("unavailable", true));
        ready.putArray("shard").add(session.shard).add(session.shards);
        ready.putObject("application")
                .put("id", Long.toString(world.bot.id))
                .put("flags", applicationFlags())
                .put("flags_new", Integer.toString(applicationFlags()));
        ready.putArray("private_channels");
        return ready;
    }

    /** The flags of the application say which privileged intents it was granted. */
    int applicationFlags() {
        int granted = world.grantedIntents;
        return ((granted & Intent.GUILD_PRESENCES) != 0 ? 1 << 13 : 0)
                | ((granted & Intent.GUILD_MEMBERS) != 0 ? 1 << 15 : 0)
                | ((granted & Intent.MESSAGE_CONTENT) != 0 ? 1 << 19 : 0)
                | 1 << 23;
    }

    /** The session that a client wants to go on with; null where it is over. */
    @Nullable
    GatewaySession resumed(JsonNode data) {
        GatewaySession session = sessions.get(data.path("session_id").asText());
        if (session == null || !session.token.equals(data.path("token").asText())) {
            return null;
        }
        resumes.incrementAndGet();
        return session;
    }

    byte[] resumedEvent() {
        ObjectNode data = Json.object();
        data.putArray("_trace");
        return head("RESUMED", data);
    }

    /** Ends a session, or, where it can be resumed, makes the client come back. */
    void invalidate(GatewaySession session, boolean resumable) {
        if (!resumable) {
            sessions.remove(session.id);
        }
        session.say(Json.object().put("op", 9).put("d", resumable).putNull("s").putNull("t"));
    }

    void forget(GatewaySession session) {
        sessions.remove(session.id);
    }

    /** Guild members that a client asks for. */
    void members(GatewaySession session, JsonNode data) {
        synchronized (world) {
            Guild guild = world.guilds.get(data.path("guild_id").asLong());
            if (guild == null) {
                return;
            }
            ObjectNode chunk = Json.object()
                    .put("guild_id", Long.toString(guild.id))
                    .put("chunk_index", 0)
                    .put("chunk_count", 1);
            if (data.hasNonNull("nonce")) {
                chunk.put("nonce", data.path("nonce").asText());
            }
            ArrayNode members = chunk.putArray("members");
            ArrayNode missing = Json.array();
            JsonNode wanted = data.path("user_ids");
            if (wanted.isMissingNode()) {
                String query = data.path("query").asText();
                guild.members.values().stream()
                        .filter(member -> member.user.name.startsWith(query))
                        .forEach(member -> members.add(member.json()));
            } else {
                (wanted.isArray() ? wanted : Json.array().add(wanted)).forEach(id -> {
                    Membership member = guild.members.get(id.asLong());
                    if (member == null) {
                        missing.add(id.asText());
                    } else {
                        members.add(member.json());
                    }
                });
                chunk.set("not_found", missing);
            }
            session.tell(head("GUILD_MEMBERS_CHUNK", chunk));
        }
    }
}
