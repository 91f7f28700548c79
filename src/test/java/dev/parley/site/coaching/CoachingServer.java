package dev.parley.site.coaching;

import dev.parley.platform.Account;
import dev.parley.voice.Prompts;
import dev.parley.web.OneTimeLinks;
import dev.parley.web.ServerSettings;
import dev.parley.web.WebServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** The real server and pages around fakes, on a free port of this machine, by a clock that is moved by hand. */
final class CoachingServer implements AutoCloseable {
    final FakeCoaching coaching = new FakeCoaching();
    final FakeJournals journals = new FakeJournals(coaching);
    final PrivateLinks links;
    final WebServer server;
    private volatile Instant now = FakeJournals.NOW;

    CoachingServer() {
        this(ServerSettings.loopback(new byte[32]));
    }

    CoachingServer(ServerSettings settings) {
        server = new WebServer(settings, () -> now);
        links = new PrivateLinks(new OneTimeLinks(() -> now));
        new CoachingPages(
                server, journals, coaching, links, Prompts.of("coaching-pages", "coaching"), "web", () -> now);
        server.get("/", visit -> visit.text(200, visit.session().account()));
        server.start();
    }

    URI address() {
        return server.address();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** A way in for an account. */
    String link(Account account) {
        return links.make(account);
    }

    @Override
    public void close() {
        server.close();
    }
}
