package dev.parley.platform.slack;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.socket_mode.queue.SocketModeMessageQueue;
import dev.parley.platform.slack.wire.Reader;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One socket from its opening to its end. It never opens itself again: Bolt's client would close the old socket before the new one is
 * there, and answer on the new one what the old one had brought; and where Slack's refusal comes as an answer it would give up for ever.
 */
final class Socket {
    private static final Logger LOG = LoggerFactory.getLogger(Socket.class);
    private static final Duration TO_BE_GREETED = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private static final Gson GSON = new Gson();

    private final App app;
    private final Dispatch dispatch;
    private final SocketModeRequestParser parser;
    private final SocketModeClientJavaWSImpl client;
    private final CompletableFuture<Void> greeted = new CompletableFuture<>();
    private final CompletableFuture<Ending> ending = new CompletableFuture<>();
    private volatile boolean closed;

    /** Why a socket ends. */
    enum Ending {
        /** Slack renews it: it can still be used for a little. */
        RENEWED,
        /** Somebody has switched Socket Mode off. */
        SWITCHED_OFF,
        /** It is broken, or closed. */
        LOST
    }

    private Socket(App app, Dispatch dispatch, String appToken, URI address, Executor threads)
            throws URISyntaxException {
        this.app = app;
        this.dispatch = dispatch;
        this.parser = new SocketModeRequestParser(app.config());
        SocketModeMessageQueue handOn = new SocketModeMessageQueue() {
            @Override
            public void add(String message) {
                threads.execute(() -> brought(message));
            }

            @Override
            public @Nullable String poll() {
                return null;
            }
        };
        this.client = new SocketModeClientJavaWSImpl(
                app.slack(), appToken, address.toString(), 0, handOn, false, false, BETWEEN_LOOKS.toMillis());
        client.addWebSocketCloseListener((_, _) -> ended());
        client.addWebSocketErrorListener(trouble -> LOG.debug("Trouble on a socket of Slack's", trouble));
    }

    /** Opens one, and waits until Slack has greeted it. Throws {@link IOException} where it does not. */
    static Socket open(App app, Dispatch dispatch, String appToken, URI address, Executor threads)
            throws IOException, InterruptedException {
        try {
            Socket socket = new Socket(app, dispatch, appToken, address, threads);
            socket.client.connect();
            socket.awaitGreeting();
            return socket;
        } catch (URISyntaxException garbled) {
            throw new IOException(garbled);
        }
    }

    private void awaitGreeting() throws IOException, InterruptedException {
        try {
            CompletableFuture.anyOf(greeted, ending).get(TO_BE_GREETED.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException silence) {
            throw refused(silence);
        }
        if (ending.isDone()) {
            throw refused(null);
        }
    }

    private IOException refused(@Nullable Exception why) {
        close();
        return new IOException("Slack opened no socket", why);
    }

    /** Waits until it ends. */
    Ending awaitEnd() throws InterruptedException {
        while (true) {
            try {
                return ending.get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException open) {
                if (!client.verifyConnection()) {
                    ended();
                }
            } catch (ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private void ended() {
        closed = true;
        ending.complete(Ending.LOST);
    }

    private void brought(String message) {
        try {
            JsonObject said = GSON.fromJson(message, JsonObject.class);
            switch (Reader.text(said, "type")) {
                case "hello" -> greeted.complete(null);
                case "disconnect" ->
                    ending.complete(
                            Reader.text(said, "reason").equals("link_disabled") ? Ending.SWITCHED_OFF : Ending.RENEWED);
                case "events_api" ->
                    acknowledge(
                            Reader.text(said, "envelope_id"),
                            dispatch.told(Reader.object(said, "payload").orElseGet(JsonObject::new)));
                default -> answer(message);
            }
        } catch (WebsocketNotConnectedException gone) {
            LOG.debug("A socket broke before its acknowledgement; it comes again");
        } catch (Exception trouble) {
            LOG.error("Something that Slack brought could not be taken", trouble);
        }
    }

    private void answer(String message) throws Exception {
        SocketModeRequest request = parser.parse(message);
        if (request != null && request.getBoltRequest() != null) {
            acknowledge(request.getEnvelope().getEnvelopeId(), app.run(request.getBoltRequest()));
        }
    }

    /** What is not acknowledged comes again. */
    private void acknowledge(String envelope, Response response) {
        if (response.getStatusCode() == 200) {
            client.sendSocketModeResponse(acknowledgement(envelope, response.getBody()));
        }
    }

    private static String acknowledgement(String envelope, @Nullable String said) {
        JsonObject acknowledgement = new JsonObject();
        acknowledgement.addProperty("envelope_id", envelope);
        if (said != null) {
            acknowledgement.add("payload", GSON.fromJson(said, JsonElement.class));
        }
        return GSON.toJson(acknowledgement);
    }

    /** Whether it can still bring something. */
    boolean isThere() {
        return !closed;
    }

    /** Closes it. */
    void close() {
        ended();
        try {
            client.close();
        } catch (IOException gone) {
            LOG.debug("A socket was closed already", gone);
        }
    }
}
