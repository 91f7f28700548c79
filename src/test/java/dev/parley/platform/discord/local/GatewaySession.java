package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import dev.parley.platform.local.WebSocketLink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one client hears: numbered events, kept for a while so that a client that was away can hear them again. A thread of its own writes them to
 * the WebSocket that is attached, many at a time where many wait.
 */
final class GatewaySession {
    private static final int KEPT = 20_000;
    private static final int KEPT_FOR_NOBODY = 200_000;
    private static final int AT_ONCE = 128;
    private static final byte[] NUMBER = ",\"s\":".getBytes(StandardCharsets.UTF_8);

    final String id;
    final String token;
    final int intents;
    final int shard;
    final int shards;
    /** Events without their numbers; the first has the number {@code first}. */
    private final ArrayList<byte @Nullable []> events = new ArrayList<>();

    private final Deque<byte[]> asides = new ArrayDeque<>();
    private int first = 1;
    private int written;
    private @Nullable WebSocketLink attached;

    GatewaySession(String id, String token, int intents, int shard, int shards) {
        this.id = id;
        this.token = token;
        this.intents = intents;
        this.shard = shard;
        this.shards = shards;
    }

    boolean isFor(Guild guild) {
        return (guild.id >>> 22) % shards == shard;
    }

    boolean hears(Dispatch dispatch, User bot) {
        Guild guild = dispatch.guild();
        Channel channel = dispatch.channel();
        boolean mine = guild == null ? shard == 0 : isFor(guild);
        return mine
                && (dispatch.intent() == Intent.NONE || (intents & dispatch.intent()) != 0)
                && (guild == null || guild.hasBot() || dispatch.type().equals("GUILD_DELETE"))
                && (channel == null || channel.sees(bot));
    }

    /** Whether nobody has come for it for so long that Discord forgets it. */
    synchronized boolean isForgotten() {
        return attached == null && last() - written > KEPT_FOR_NOBODY;
    }

    synchronized void tell(byte[] head) {
        events.add(head);
        notifyAll();
    }

    synchronized void tellLastAgain() {
        events.add(events.getLast());
        notifyAll();
    }

    /** Says something that is no event and has no number. */
    void say(ObjectNode payload) {
        say(Json.bytes(payload));
    }

    synchronized void say(byte[] payload) {
        asides.add(payload);
        notifyAll();
    }

    synchronized boolean canReplayFrom(int number) {
        return number + 1 >= first && number <= last();
    }

    /** The number of the last event. */
    synchronized int last() {
        return first + events.size() - 1;
    }

    /** Whether all that was told has been written to an attached client. */
    synchronized boolean isCaughtUp() {
        return attached != null && written == last();
    }

    synchronized boolean isAttached() {
        return attached != null;
    }

    synchronized void attach(WebSocketLink link, int heard) {
        WebSocketLink before = attached;
        attached = link;
        written = heard;
        asides.clear();
        notifyAll();
        if (before != null) {
            before.breakOff();
        }
        Thread.ofVirtual().name("gateway-session").start(() -> write(link));
    }

    synchronized void resume(WebSocketLink link, int heard, byte[] resumed) {
        events.add(resumed);
        attach(link, heard);
    }

    synchronized void detach(WebSocketLink link) {
        if (attached == link) {
            attached = null;
            notifyAll();
        }
    }

    /** The connection breaks without a farewell; the session lives. */
    synchronized void breakOff() {
        if (attached != null) {
            attached.breakOff();
        }
    }

    synchronized void close(int code, String reason) {
        if (attached != null) {
            attached.close(code, reason);
        }
    }

    private void write(WebSocketLink link) {
        try {
            while (true) {
                List<byte[]> next = next(link);
                if (next.isEmpty()) {
                    return;
                }
                link.send(next);
            }
        } catch (IOException gone) {
            detach(link);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** What to write next; nothing when the client has gone. */
    private synchronized List<byte[]> next(WebSocketLink link) throws InterruptedException {
        while (attached == link && asides.isEmpty() && written >= last()) {
            wait();
        }
        if (attached != link) {
            return List.of();
        }
        List<byte[]> next = new ArrayList<>(asides);
        asides.clear();
        while (written < last() && next.size() < AT_ONCE) {
            written++;
            byte[] head = events.get(written - first);
            next.add(numbered(head, written));
        }
        forgetOld();
        return next;
    }

    private void forgetOld() {
        int old = written - first + 1 - KEPT;
        if (old > KEPT) {
            events.subList(0, old).clear();
            first += old;
        }
    }

    private static byte[] numbered(byte[] head, int number) {
        byte[] digits = Integer.toString(number).getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[head.length + NUMBER.length + digits.length + 1];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(NUMBER, 0, whole, head.length, NUMBER.length);
        System.arraycopy(digits, 0, whole, head.length + NUMBER.length, digits.length);
        whole[whole.length - 1] = '}';
        return whole;
    }
}
