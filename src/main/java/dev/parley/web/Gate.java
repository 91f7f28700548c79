package dev.parley.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who is let in: the right host name, not too often, not from another site's page, not with too much. */
final class Gate {
    private final ServerSettings settings;
    private final ServedNames names;
    private final RateLimits limits;
    private final Set<String> delivered = ConcurrentHashMap.newKeySet();

    Gate(ServerSettings settings, RateLimits limits) {
        this.settings = settings;
        this.names = new ServedNames(settings);
        this.limits = limits;
    }

    /** Before anything is done. */
    void check(Context context) {
        headers(context);
        String host = context.header("Host");
        if (host == null || !names.serve(host)) {
            throw Problem.misdirected();
        }
        if (!writes(context) || !delivered.contains(context.path())) {
            count(context);
        }
    }

    /** Counts a request of an address. Throws {@link Problem} where there were too many. */
    void count(Context context) {
        if (writes(context)) {
            limits.take("writing", address(context), settings.limits().writing());
        } else {
            limits.take("reading", address(context), settings.limits().reading());
        }
    }

    /** Leaves it to whoever takes deliveries at a path to say which of them count. */
    void leaveTo(String path) {
        delivered.add(path);
    }

    static boolean writes(Context context) {
        return switch (context.method().name()) {
            case "GET", "HEAD", "OPTIONS" -> false;
            default -> true;
        };
    }

    private void headers(Context context) {
        context.header(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        context.header("X-Content-Type-Options", "nosniff");
        context.header("X-Frame-Options", "DENY");
        context.header("Referrer-Policy", "same-origin");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        context.header("Cache-Control", "no-store");
        if (settings.secure()) {
            context.header("Strict-Transport-Security", "max-age=31536000");
        }
    }

    String address(Context context) {
        String forwarded = settings.behindProxy() ? context.header("X-Forwarded-For") : null;
        return forwarded == null
                ? context.req().getRemoteAddr()
                : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }

    /** The form that came with a request, read within the limit. */
    Map<String, String> form(Context context) throws IOException {
        if (!writes(context)) {
            return Map.of();
        }
        byte[] body = body(context, settings.limits().bodyBytes());
        String type = context.contentType();
        boolean form = type != null && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
        if (!form && body.length > 0) {
            throw Problem.unreadable();
        }
        return Form.read(body);
    }

    /** The body of a request, read within a limit. */
    byte[] body(Context context, int most) throws IOException {
        if (context.contentLength() > most) {
            throw Problem.tooLarge();
        }
        byte[] body = context.req().getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw Problem.tooLarge();
        }
        return body;
    }

    /** Refuses what another site's page sent. */
    void checkForgery(Context context, Visit visit) {
        String token = context.header("X-Parley-Token");
        boolean ours = sameOrigin(context) && visit.owns(token == null ? visit.form("token") : token);
        if (!ours) {
            throw Problem.forbidden();
        }
        limits.take("writing", visit.session().account(), settings.limits().writingEach());
    }

    /**
     * Refuses what another site's page sent to a private page. Private pages send no referrer, and then browsers do not name the origin of
     * a form either; what is left is what they say of the site, the token, and cookies that no other site's form carries along.
     */
    void checkPrivateForgery(Context context, Visit visit) {
        boolean unnamed = "null".equals(context.header("Origin"));
        boolean ours = unnamed ? notElsewhere(context) : sameOrigin(context);
        if (!ours || !visit.ownsPrivately(visit.form("token"))) {
            throw Problem.forbidden();
        }
        limits.take("writing", visit.writer(), settings.limits().writingEach());
    }

    private static boolean notElsewhere(Context context) {
        String site = context.header("Sec-Fetch-Site");
        return site == null || site.equals("same-origin");
    }

    private static boolean sameOrigin(Context context) {
        String site = context.header("Sec-Fetch-Site");
        String origin = context.header("Origin");
        if (site != null && !site.equals("same-origin")) {
            return false;
        }
        if (origin == null) {
            return site != null;
        }
        int scheme = origin.indexOf("://");
        return scheme > 0 && origin.substring(scheme + 3).equalsIgnoreCase(context.header("Host"));
    }

    /** Refuses whoever does not hold the token of this machine's operator. */
    void checkControl(Context context) {
        String given = context.header("X-Parley-Control");
        boolean allowed = given != null
                && context.header("Origin") == null
                && settings.controlToken()
                        .map(token -> Signer.same(token, given))
                        .orElse(false);
        if (!allowed) {
            throw Problem.forbidden();
        }
    }
}
