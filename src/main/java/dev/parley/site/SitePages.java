package dev.parley.site;

import dev.parley.web.WebServer;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether all is well, for those who look after the machine. */
public final class SitePages {

    /**
     * Adds {@code /health} to a server that has not started.
     *
     * @param trouble what is wrong just now, in a few words; empty when all is well
     */
    public SitePages(WebServer server, Supplier<Optional<String>> trouble) {
        server.get("/health", visit -> {
            Optional<String> now = trouble.get();
            visit.text(now.isEmpty() ? 200 : 503, now.orElse("ok") + "\n");
        });
    }
}
