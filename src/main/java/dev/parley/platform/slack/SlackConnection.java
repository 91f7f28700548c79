package dev.parley.platform.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import dev.parley.platform.Pauses;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.platform.slack.wire.SlackPhrase;
import dev.parley.platform.slack.wire.Tokens;
import dev.parley.platform.slack.wire.WebApi;
import dev.parley.voice.Voice;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way by which Slack reaches us. Several sockets bridge each other's renewal; a socket that ends is opened again, as soon as Slack can
 * be reached. It does not begin where only a person can help: with an unknown token. Whatever Slack refuses later is said, and tried again.
 */
final class SlackConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlackConnection.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** A socket that does not live for so long is opened again after a pause only: each gap has all rooms read back. */
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

    /** How long a socket that is renewed still answers what it has brought: an acknowledgement takes less. */
    private static final Duration TO_ANSWER = Duration.ofSeconds(4);

    private final SlackSettings settings;
    private final Tokens tokens;
    private final WebApi api;
    private final Voice voice;
    private final Dispatch dispatch;
    private final App app;
    private final News news;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closed;
    private volatile @Nullable String trouble;

    /** Slack does not know a token, which stands in the settings until somebody puts another one there. */
    private static final class UnknownToken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownToken(String why) {
            super(why);
        }
    }

    /** What the connection tells. */
    interface News {
        /** Slack reaches us, and what happened before was perhaps not told. */
        void began();
    }

    SlackConnection(SlackSettings settings, Tokens tokens, WebApi api, Voice voice, Dispatch dispatch, News news) {
        this.settings = settings;
        this.tokens = tokens;
        this.api = api;
        this.voice = voice;
        this.trouble = voice.say(SlackPhrase.NOT_CONNECTED);
        this.news = news;
        this.dispatch = dispatch;
        this.app = new App(AppConfig.builder().slack(api.slack()).build(), List.of(dispatch));
    }

    /** Bolt, for those who take requests to our own server. */
    App app() {
        return app;
    }

    /**
     * Begins to listen. Where Slack cannot be reached, or refuses for now, it goes on trying. Throws {@link Refused} where it does not know
     * a token.
     */
    void open() {
        try {
            begin();
        } catch (UnknownToken unknown) {
            refused(unknown);
            throw new Refused(String.valueOf(unknown.getMessage()));
        } catch (RuntimeException | IOException failed) {
            failed(failed);
            threads.execute(this::tryAgain);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryAgain() {
        Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
        while (!closed) {
            try {
                Thread.sleep(pauses.next());
                begin();
                return;
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException | IOException failed) {
                failed(failed);
            }
        }
    }

    private void failed(Exception why) {
        if (why instanceof Refused || why instanceof UnknownToken) {
            refused(why);
        } else {
            LOG.warn("Slack cannot be reached: {}", why.getMessage());
        }
    }

    /** What Slack says of an app whose Socket Mode is switched off says less than what it said when that was done. */
    private synchronized void refused(Exception why) {
        LOG.error("{}", why.getMessage());
        if (isDeaf() && !voice.say(SlackPhrase.SOCKET_MODE_OFF).equals(trouble)) {
            trouble = why.getMessage();
        }
    }

    private boolean isDeaf() {
        return sockets.stream().noneMatch(Socket::isThere);
    }

    private void begin() throws IOException, InterruptedException {
        introduce();
        switch (settings.mode()) {
            case HTTP -> began();
            case SOCKET -> {
                Socket first = socket();
                threads.execute(() -> keep(first));
                for (int more = 1; more < settings.connections(); more++) {
                    threads.execute(() -> keep(null));
                }
            }
        }
    }

    /** Where there is one workspace nothing can be done without its token; one of several does not stop the others. */
    private void introduce() {
        for (String team : tokens.teams()) {
            if (!team.equals(Tokens.ONLY)) {
                introduceOneOfSeveral(team);
            } else if (api.introduced(team).isEmpty()) {
                throw unknown(SlackPhrase.TOKEN_UNKNOWN);
            }
        }
    }

    private void introduceOneOfSeveral(String team) {
        try {
            api.introduced(team);
        } catch (Refused | Unreachable untold) {
            LOG.warn("The workspace {} does not say yet who the bot is there: {}", team, untold.getMessage());
        }
    }

    private UnknownToken unknown(SlackPhrase which) {
        return new UnknownToken(voice.say(which));
    }

    /** Keeps one socket open, for as long as that has any sense. */
    private void keep(@Nullable Socket open) {
        Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
        Socket now = open;
        while (!closed) {
            try {
                if (now == null) {
                    now = socket();
                }
                long greeted = System.nanoTime();
                Socket.Ending why = now.awaitEnd();
                ended(now, why);
                now = null;
                if (System.nanoTime() - greeted >= LONG_ENOUGH.toNanos()) {
                    pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
                } else if (why == Socket.Ending.LOST) {
                    rest(pauses.next());
                }
                if (why == Socket.Ending.SWITCHED_OFF) {
                    trouble = voice.say(SlackPhrase.SOCKET_MODE_OFF);
                    LOG.error("{}", trouble);
                    Thread.sleep(LONGEST_PAUSE);
                }
            } catch (RuntimeException | IOException failed) {
                failed(failed);
                rest(pauses.next());
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket socket() throws IOException, InterruptedException {
        String appToken = settings.appToken().orElseThrow(() -> unknown(SlackPhrase.APP_TOKEN_UNKNOWN));
        URI address = api.socket(appToken).orElseThrow(() -> unknown(SlackPhrase.APP_TOKEN_UNKNOWN));
        Socket socket = Socket.open(app, dispatch, appToken, address, threads);
        opened(socket);
        return socket;
    }

    /** While none was open nothing was told. */
    private synchronized void opened(Socket socket) {
        boolean gap = isDeaf();
        sockets.add(socket);
        if (closed) {
            socket.close();
        } else if (gap) {
            began();
        }
    }

    /** One that is renewed goes on hearing until the new one is there. */
    private synchronized void ended(Socket socket, Socket.Ending why) {
        if (why == Socket.Ending.RENEWED) {
            CompletableFuture.delayedExecutor(TO_ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> over(socket));
        } else {
            over(socket);
        }
    }

    private synchronized void over(Socket socket) {
        sockets.remove(socket);
        socket.close();
        if (isDeaf() && trouble == null) {
            trouble = voice.say(SlackPhrase.NOT_CONNECTED);
        }
    }

    private void began() {
        trouble = null;
        news.began();
    }

    /** Why nothing is heard, in one sentence; empty when all is well. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Hears nothing more. What was not acknowledged comes again. */
    @Override
    public void close() {
        closed = true;
        sockets.forEach(Socket::close);
        app.stop();
        threads.shutdownNow();
    }
}
