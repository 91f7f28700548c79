package dev.parley.site.coaching;

import dev.parley.engine.coaching.Journals;
import dev.parley.platform.Account;
import dev.parley.web.Visit;
import dev.parley.web.WebServer;
import java.util.Optional;

/** Who is in, and how one comes in and goes out. */
final class Door {
    private final WebServer server;
    private final Journals journals;
    private final PrivateLinks links;
    private final String web;
    private final Drawing drawing;

    /** @param web the platform whose accounts are browsers */
    Door(WebServer server, Journals journals, PrivateLinks links, String web, Drawing drawing) {
        this.server = server;
        this.journals = journals;
        this.links = links;
        this.web = web;
        this.drawing = drawing;
        server.get("/coaching/in/{link}", this::ask);
        server.postPrivately("/coaching/in/{link}", this::enter);
        server.postPrivately("/coaching/out", this::goOut);
    }

    /** What no private page goes without. */
    static void close(Visit visit) {
        visit.answerHeader("Cache-Control", "no-store");
        visit.answerHeader("Referrer-Policy", "no-referrer");
        visit.answerHeader("X-Robots-Tag", "noindex");
    }

    /** Who comes: whoever's private session this is, else this browser's person of the room. A session of somebody erased ends. */
    Optional<Visitor> visitor(Visit visit) {
        Optional<Visitor> byLink = visit.inside().flatMap(subject -> visitor(PrivateLinks.account(subject), true));
        if (byLink.isPresent()) {
            return byLink;
        }
        visit.goOut();
        return visit.known().flatMap(session -> visitor(new Account(web, session.account()), false));
    }

    private Optional<Visitor> visitor(Account account, boolean byLink) {
        return journals.who(account).map(self -> new Visitor(account, self, byLink));
    }

    private void ask(Visit visit) {
        close(visit);
        server.guess(visit);
        String token = visit.path("link");
        if (links.works(token)) {
            visit.html(200, drawing.door(visit.privateToken(), "/coaching/in/" + token));
        } else {
            visit.html(410, drawing.closed(PagePhrase.LINK_USED_TITLE, PagePhrase.LINK_USED));
        }
    }

    private void enter(Visit visit) {
        close(visit);
        server.guess(visit);
        Optional<Account> account = links.use(visit.path("link"));
        if (account.flatMap(journals::who).isEmpty()) {
            visit.html(410, drawing.closed(PagePhrase.LINK_USED_TITLE, PagePhrase.LINK_USED));
            return;
        }
        visit.goOut();
        visit.enter(PrivateLinks.subject(account.get()));
        visit.redirect("/coaching");
    }

    private void goOut(Visit visit) {
        close(visit);
        visit.goOut();
        visit.html(200, drawing.closed(PagePhrase.OUT_TITLE, PagePhrase.OUT));
    }
}
