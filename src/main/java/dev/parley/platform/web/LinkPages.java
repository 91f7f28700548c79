package dev.parley.platform.web;

import dev.parley.platform.Account;
import dev.parley.platform.Facilitator.Member;
import dev.parley.voice.Voice;
import dev.parley.web.OneTimeLinks;
import dev.parley.web.Problem;
import dev.parley.web.Visit;
import dev.parley.web.WebServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages that one-time links lead to. Opening one asks first; only the button uses it up. */
public final class LinkPages {
    /** What a move to another device is called among one-time links. */
    static final String MOVE = "move";

    private static final String HOST = "host";

    private final WebServer server;
    private final WebPlatform platform;
    private final RoomViews views;
    private final Voice voice;
    private final OneTimeLinks links;

    LinkPages(WebServer server, WebPlatform platform, RoomViews views, OneTimeLinks links) {
        this.server = server;
        this.platform = platform;
        this.views = views;
        this.voice = views.voice();
        this.links = links;
        server.get("/move/{link}", this::askMove);
        server.post("/move/{link}", this::move);
        server.get("/host/{link}", this::askHost);
        server.post("/host/{link}", this::host);
    }

    /** Makes a link that makes a host of whoever uses it, and returns its path: {@code "/host/…"}. */
    public static String hostLink(OneTimeLinks links, Duration life) {
        return "/host/" + links.make(HOST, "", life);
    }

    private void askMove(Visit visit) {
        server.guess(visit);
        String token = visit.path("link");
        Optional<Member> member = links.subject(MOVE, token).flatMap(this::named);
        if (member.isEmpty()) {
            closed(visit);
            return;
        }
        String name = RoomViews.isolated(member.get().name());
        String title = voice.say(RoomPhrase.MOVE_TITLE, Map.of("name", name));
        String words = voice.say(RoomPhrase.MOVE_WORDS, Map.of("name", name));
        ask(visit, title, words, "/move/" + token, voice.say(RoomPhrase.MOVE_BUTTON));
    }

    private Optional<Member> named(String account) {
        return platform.started() ? platform.member(new Account(WebPlatform.NAME, account)) : Optional.empty();
    }

    private void ask(Visit visit, String title, String words, String action, String button) {
        visit.html(
                200,
                views.plain(new PlainView(
                        views.frame(title),
                        title,
                        List.of(words),
                        null,
                        null,
                        null,
                        new PlainView.Ask(action, Map.of("token", visit.token()), button, false),
                        "/",
                        voice.say(RoomPhrase.HOME))));
    }

    private void closed(Visit visit) {
        String title = voice.say(RoomPhrase.LINK_USED_TITLE);
        visit.html(
                410,
                views.plain(new PlainView(
                        views.frame(title),
                        title,
                        List.of(voice.say(RoomPhrase.LINK_USED)),
                        null,
                        null,
                        null,
                        null,
                        "/",
                        voice.say(RoomPhrase.HOME))));
    }

    private void move(Visit visit) {
        server.guess(visit);
        Optional<String> account = links.use(MOVE, visit.path("link"));
        if (account.isEmpty()) {
            closed(visit);
            return;
        }
        visit.become(account.get());
        visit.redirect("/");
    }

    private void askHost(Visit visit) {
        server.guess(visit);
        String token = visit.path("link");
        if (links.subject(HOST, token).isEmpty()) {
            closed(visit);
            return;
        }
        ask(
                visit,
                voice.say(RoomPhrase.HOST_TITLE),
                voice.say(RoomPhrase.HOST_WORDS),
                "/host/" + token,
                voice.say(RoomPhrase.HOST_BUTTON));
    }

    private void host(Visit visit) {
        server.guess(visit);
        if (!platform.started()) {
            throw Problem.unavailable();
        }
        if (links.use(HOST, visit.path("link")).isEmpty()) {
            closed(visit);
            return;
        }
        Account account = RoomPages.account(visit.session());
        platform.facilitator().welcomeHost(account);
        visit.redirect("/desk");
    }
}
