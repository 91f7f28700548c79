package dev.parley.platform.slack.local;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.methods.MethodsClient;
import com.slack.api.socket_mode.SocketModeClient;
import dev.parley.platform.local.Answer;
import dev.parley.platform.local.Request;
import dev.parley.platform.local.Wire;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.awaitility.Awaitility;

/** Bolt for Java against a local Slack, in one of its two ways. */
final class BoltClient implements AutoCloseable {

    /** How Bolt hears. */
    enum Mode {
        SOCKETS,
        HTTP
    }

    private final Slack slack;
    private final String token;
    private final AutoCloseable hearing;

    private BoltClient(Slack slack, String token, AutoCloseable hearing) {
        this.slack = slack;
        this.token = token;
        this.hearing = hearing;
    }

    static BoltClient started(LocalSlack local, Workspace workspace, Mode mode, Consumer<App> handlers)
            throws Exception {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(local.api().toString());
        Slack slack = Slack.getInstance(config);
        App app = new App(AppConfig.builder()
                .slack(slack)
                .singleTeamBotToken(workspace.botToken())
                .signingSecret(local.signingSecret())
                .build());
        handlers.accept(app);
        AutoCloseable hearing = mode == Mode.SOCKETS ? bySocket(local, app) : byHttp(local, app);
        return new BoltClient(slack, workspace.botToken(), hearing);
    }

    private static AutoCloseable bySocket(LocalSlack local, App app) throws Exception {
        int before = local.socketsOpened();
        SocketModeApp sockets = new SocketModeApp(local.appToken(), app, SocketModeClient.Backend.JavaWebSocket, 32);
        sockets.startAsync();
        Awaitility.await().until(() -> local.socketsOpened() > before);
        return () -> {
            SocketModeClient client = sockets.getClient();
            sockets.close();
            client.close();
        };
    }

    private static AutoCloseable byHttp(LocalSlack local, App app) {
        SlackRequestParser parser = new SlackRequestParser(app.config());
        Wire wire = new Wire(request -> answered(app, parser, request), 0);
        wire.on();
        app.start();
        local.deliversTo(URI.create("http://127.0.0.1:" + wire.port() + "/slack/events"));
        return wire;
    }

    private static Answer answered(App app, SlackRequestParser parser, Request request) {
        Map<String, List<String>> headers = new HashMap<>();
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        try {
            Response response = app.run(parser.parse(SlackRequestParser.HttpRequest.builder()
                    .requestUri(request.path())
                    .queryString(Map.of())
                    .headers(new RequestHeaders(headers))
                    .requestBody(new String(request.body(), StandardCharsets.UTF_8))
                    .remoteAddress("127.0.0.1")
                    .build()));
            byte[] body = response.getBody() == null
                    ? new byte[0]
                    : response.getBody().getBytes(StandardCharsets.UTF_8);
            Map<String, String> none = new HashMap<>();
            return new Answer(response.getStatusCode(), response.getContentType(), none, body, false);
        } catch (Exception trouble) {
            return Answer.text(500, trouble.toString());
        }
    }

    MethodsClient methods() {
        return slack.methods(token);
    }

    @Override
    public void close() throws Exception {
        hearing.close();
        slack.close();
    }
}
