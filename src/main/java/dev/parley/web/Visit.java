package dev.parley.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request and the answer to it. */
public final class Visit {
    private static final int A_YEAR = 365 * 24 * 3600;

    private final Context context;
    private final Sessions sessions;
    private final PrivateSessions privately;
    private final ServerSettings settings;
    private final String address;
    private final Map<String, String> form;
    private @Nullable Session session;
    private PrivateSessions.@Nullable Inside inside;

    Visit(
            Context context,
            Sessions sessions,
            PrivateSessions privately,
            ServerSettings settings,
            String address,
            Map<String, String> form) {
        this.context = context;
        this.sessions = sessions;
        this.privately = privately;
        this.settings = settings;
        this.address = address;
        this.form = form;
        this.session = Optional.ofNullable(context.cookie(cookieName()))
                .flatMap(sessions::read)
                .orElse(null);
        this.inside = Optional.ofNullable(context.cookie(privateCookieName()))
                .flatMap(privately::read)
                .orElse(null);
    }

    /** The visitor's session, where their browser has one. */
    public Optional<Session> known() {
        return Optional.ofNullable(session);
    }

    /** The visitor's session; a new one where there was none. */
    public Session session() {
        return session != null ? session : become(sessions.fresh());
    }

    /** Makes this browser one of an account's. */
    public void become(String account) {
        become(sessions.of(account));
    }

    private Session become(Session fresh) {
        session = fresh;
        setCookie(sessions.cookie(fresh), A_YEAR);
        return fresh;
    }

    /** Forgets who this browser is. */
    public void leave() {
        session = null;
        setCookie("", 0);
    }

    /** What each form of this session carries in its field {@code token}. */
    public String token() {
        return sessions.token(session());
    }

    boolean owns(String token) {
        return session != null && sessions.owns(session, token);
    }

    /** Whose private session this browser has; empty where it has none, or none any more. Being here keeps it from going idle. */
    public Optional<String> inside() {
        if (inside == null) {
            return Optional.empty();
        }
        privately.seenNow(inside).ifPresent(this::keep);
        return Optional.of(inside.subject());
    }

    /** Opens a private session, which ends by itself. */
    public void enter(String subject) {
        keep(privately.open(subject));
    }

    private void keep(PrivateSessions.Inside fresh) {
        inside = fresh;
        setPrivateCookie(privately.cookie(fresh), (int) PrivateSessions.LIFE.toSeconds());
    }

    /** Ends the private session, if there is one. */
    public void goOut() {
        if (inside != null) {
            privately.end(inside);
            inside = null;
            setPrivateCookie("", 0);
        }
    }

    /** What each form of a private page carries in its field {@code token}: of the private session, where there is one. */
    public String privateToken() {
        return inside == null ? token() : privately.token(inside);
    }

    boolean ownsPrivately(String token) {
        return inside == null ? owns(token) : privately.owns(inside, token);
    }

    /** Who writes, as far as limits are concerned. */
    String writer() {
        return inside == null ? session().account() : inside.subject();
    }

    private void setCookie(String value, int seconds) {
        context.cookie(new Cookie(cookieName(), value, "/", seconds, settings.secure(), true, null, SameSite.LAX));
    }

    private void setPrivateCookie(String value, int seconds) {
        context.cookie(
                new Cookie(privateCookieName(), value, "/", seconds, settings.secure(), true, null, SameSite.STRICT));
    }

    private String privateCookieName() {
        return cookieName() + "-inside";
    }

    private String cookieName() {
        return settings.secure() ? "__Host-parley" : "parley";
    }

    /** A part of the path. */
    public String path(String name) {
        return context.pathParam(name);
    }

    /** A value behind the question mark. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(context.queryParam(name)).filter(value -> !value.isEmpty());
    }

    /** A field of the form; empty text where it is missing. */
    public String form(String name) {
        return form.getOrDefault(name, "");
    }

    Map<String, String> form() {
        return form;
    }

    /** The fields of the form whose names begin like this, by what follows. */
    public Map<String, String> fields(String prefix) {
        Map<String, String> fields = new LinkedHashMap<>();
        form.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                fields.put(name.substring(prefix.length()), value);
            }
        });
        return fields;
    }

    /** The address that was asked for, without the site's: its path, and what is behind the question mark. */
    public String here() {
        String query = context.queryString();
        return context.path() + (query == null ? "" : "?" + query);
    }

    /** A header of the request. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(context.header(name));
    }

    /** Whether the page's own script asks, which wants a sentence or a part of a page instead of a whole one. */
    public boolean byScript() {
        return context.header("X-Parley") != null;
    }

    /** Where the visitor comes from, as far as limits are concerned. */
    public String address() {
        return address;
    }

    /** The site's address as this visitor sees it, without a slash at its end. */
    public String site() {
        String site = settings.site().map(URI::toString).orElseGet(() -> "http://" + context.host());
        return site.endsWith("/") ? site.substring(0, site.length() - 1) : site;
    }

    /** Answers with a page. */
    public void html(int status, String page) {
        context.status(status).html(page);
    }

    /** Answers with plain text. */
    public void text(int status, String text) {
        context.status(status).contentType("text/plain; charset=utf-8").result(text);
    }

    /** Answers another service. */
    public void answer(int status, String type, String body) {
        context.status(status).contentType(type).result(body);
    }

    /** Answers with bytes of some media type. */
    public void bytes(String type, byte[] bytes) {
        context.contentType(type).result(bytes);
    }

    /** Sets a header of the answer. */
    public void answerHeader(String name, String value) {
        context.header(name, value);
    }

    /** Sends the visitor on by GET; the page's script is only told that it is done. */
    public void redirect(String to) {
        if (byScript()) {
            text(200, "");
            return;
        }
        context.status(303).header("Location", to);
    }
}
