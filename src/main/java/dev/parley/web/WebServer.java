package dev.parley.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one HTTP server. Pages are given to it before it starts. Whatever changes something comes by POST, from our own pages, with the
 * session's token; nothing else is let through.
 */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    private final ServerSettings settings;
    private final Sessions sessions;
    private final PrivateSessions privately;
    private final Signer signer;
    private final RateLimits limits;
    private final Gate gate;
    private final Streams streams;
    private final Assets assets = new Assets();
    private final List<Route> routes = new ArrayList<>();
    private final Map<String, Control> controls = new ConcurrentHashMap<>();
    private @Nullable Problems problems;
    private @Nullable Javalin javalin;

    /** A server that does not listen yet. */
    public WebServer(ServerSettings settings, InstantSource clock) {
        this.settings = settings;
        this.sessions = new Sessions(settings.secret());
        this.privately = new PrivateSessions(settings.secret(), clock);
        this.signer = new Signer(settings.secret());
        this.limits = new RateLimits(clock);
        this.gate = new Gate(settings, limits);
        this.streams = new Streams(settings.limits());
        get("/assets/{name}", this::asset);
    }

    /** Style sheets and scripts. */
    public Assets assets() {
        return assets;
    }

    /** Limits for what a page itself wants to count. */
    public RateLimits limits() {
        return limits;
    }

    /** Counts a try at a secret address. Throws {@link Problem} where there were too many. */
    public void guess(Visit visit) {
        limits.take("guessing", visit.address(), settings.limits().guessing());
    }

    /** Serves a page. Path parts are written {@code {name}}, or {@code <name>} where they may hold slashes. */
    public void get(String path, Page page) {
        routes.add(new Route(false, path, context -> page.answer(visit(context))));
    }

    /** Takes what a form of ours sends. */
    public void post(String path, Page page) {
        routes.add(new Route(true, path, context -> {
            Visit visit = visit(context);
            gate.checkForgery(context, visit);
            page.answer(visit);
        }));
    }

    /** Takes what a form of a private page sends, with the token of the private session where there is one. */
    public void postPrivately(String path, Page page) {
        routes.add(new Route(true, path, context -> {
            Visit visit = visit(context);
            gate.checkPrivateForgery(context, visit);
            page.answer(visit);
        }));
    }

    /** Signs a short text, for addresses that nobody can make up. */
    public String sign(String purpose, String text) {
        return signer.sign("address:" + purpose + ":" + text);
    }

    /** Whether that is the signature of a text. Takes as long for any that is not. */
    public boolean signed(String purpose, String text, String signature) {
        return signer.signed("address:" + purpose + ":" + text, signature);
    }

    /**
     * Takes what another service delivers and signs. Those that are refused count as writes of their address, the others do not.
     *
     * @param mostBytes the largest body
     */
    public void delivered(String path, int mostBytes, Delivery delivery) {
        gate.leaveTo(path);
        routes.add(new Route(true, path, context -> {
            Visit visit = new Visit(context, sessions, privately, settings, gate.address(context), Map.of());
            try {
                delivery.take(visit, gate.body(context, mostBytes));
            } catch (Problem refused) {
                gate.count(context);
                throw refused;
            }
        }));
    }

    /** Serves an event stream to visitors that have a session. */
    public void events(String path, Function<Visit, EventFeed> feeds) {
        routes.add(new Route(false, path, context -> {
            Visit visit = visit(context);
            String who = visit.known().orElseThrow(Problem::forbidden).account();
            streams.carry(who, feeds.apply(visit), context.res());
        }));
    }

    /** Offers a command to a second process on this machine. May be called at any time. */
    public void control(String name, Control control) {
        controls.put(name, control);
    }

    /** Says what visitors read when something did not work. */
    public void problems(Problems words) {
        problems = words;
    }

    /**
     * Listens.
     *
     * @return the port
     */
    public int start() {
        javalin = Javalin.create(this::configure).start(settings.address(), settings.port());
        return javalin.port();
    }

    /** Where it listens, without a slash at the end. Throws {@link IllegalStateException} before the start. */
    public URI address() {
        if (javalin == null) {
            throw new IllegalStateException("The server has not started");
        }
        String host = settings.address().contains(":") ? "[" + settings.address() + "]" : settings.address();
        return URI.create("http://" + host + ":" + javalin.port());
    }

    private void configure(JavalinConfig config) {
        config.startup.startupWatcherEnabled = false;
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendXPoweredBy(false);
        });
        config.routes.before(gate::check);
        config.routes.post("/control/{name}", this::control);
        routes.forEach(route -> {
            if (route.writes()) {
                config.routes.post(route.path(), route.handler());
            } else {
                config.routes.get(route.path(), route.handler());
            }
        });
        config.routes.exception(Problem.class, (problem, context) -> {
            problem.after().ifPresent(after -> context.header("Retry-After", Long.toString(after.toSeconds())));
            show(context, problem.status());
        });
        config.routes.exception(HttpResponseException.class, (answer, context) -> show(context, answer.getStatus()));
        config.routes.exception(Exception.class, this::unforeseen);
    }

    private void unforeseen(Exception trouble, Context context) {
        if (context.res().isCommitted()) {
            LOG.debug("A visitor went while we were talking to them", trouble);
            return;
        }
        LOG.error("A page failed: {}", context.endpoint().path, trouble);
        show(context, 500);
    }

    private void show(Context context, int status) {
        if (context.res().isCommitted()) {
            return;
        }
        context.status(status);
        Problems words = problems;
        if (words == null || context.header("X-Parley") != null) {
            context.contentType("text/plain; charset=utf-8").result(words == null ? "" : words.sentence(status));
        } else {
            context.html(words.page(status));
        }
    }

    private Visit visit(Context context) throws IOException {
        return new Visit(context, sessions, privately, settings, gate.address(context), gate.form(context));
    }

    private void asset(Visit visit) {
        Assets.Asset asset = assets.find(visit.path("name")).orElseThrow(Problem::notFound);
        visit.answerHeader("Cache-Control", "public, max-age=31536000, immutable");
        visit.bytes(asset.type(), asset.bytes());
    }

    private void control(Context context) throws Exception {
        gate.checkControl(context);
        Control control = controls.get(context.pathParam("name"));
        if (control == null) {
            throw Problem.notFound();
        }
        context.contentType("text/plain; charset=utf-8");
        try {
            context.result(control.carryOut(visit(context).form()));
        } catch (IllegalArgumentException cannot) {
            context.status(422).result(String.valueOf(cannot.getMessage()));
        }
    }

    /** Stops listening; open streams end. */
    @Override
    public void close() {
        streams.close();
        if (javalin != null) {
            javalin.stop();
        }
    }

    private record Route(boolean writes, String path, Handler handler) {}
}
