package dev.parley.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/**
 * Sessions of people who came by a private link: in a cookie of their own, signed, with an end. Which ones were ended by hand is known to
 * this process alone and forgotten at a restart; such a cookie is gone from its browser in any case, and goes idle within an hour.
 */
final class PrivateSessions {
    /** How long one lasts, however much it is used. */
    static final Duration LIFE = Duration.ofHours(12);

    /** How long one lasts without being used. */
    static final Duration IDLE = Duration.ofHours(1);

    /** How old the last sight of somebody may be before the cookie is written anew. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private static final int LONGEST_COOKIE = 600;
    private static final int MOST_ENDED = 100_000;

    private final Signer signer;
    private final InstantSource clock;
    private final Cache<String, Instant> ended =
            Caffeine.newBuilder().maximumSize(MOST_ENDED).build();

    PrivateSessions(byte[] secret, InstantSource clock) {
        this.signer = new Signer(secret);
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param subject whose it is
     * @param browser random; another one at each login
     */
    record Inside(String subject, String browser, Instant began, Instant seen) {

        private String name() {
            String whose =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(subject.getBytes(StandardCharsets.UTF_8));
            return whose + "." + browser + "." + began.getEpochSecond();
        }

        private String text() {
            return name() + "." + seen.getEpochSecond();
        }
    }

    Inside open(String subject) {
        Instant now = clock.instant();
        return new Inside(subject, Chance.words(16), now, now);
    }

    String cookie(Inside inside) {
        return inside.text() + "." + signer.sign("inside:" + inside.text());
    }

    /** The session of a cookie, while it lasts. */
    Optional<Inside> read(String cookie) {
        String[] parts = cookie.length() > LONGEST_COOKIE ? new String[0] : cookie.split("\\.", -1);
        if (parts.length != 5) {
            return Optional.empty();
        }
        String text = cookie.substring(0, cookie.lastIndexOf('.'));
        if (!signer.signed("inside:" + text, parts[4])) {
            return Optional.empty();
        }
        String subject = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
        Inside inside = new Inside(subject, parts[1], second(parts[2]), second(parts[3]));
        return lasts(inside) ? Optional.of(inside) : Optional.empty();
    }

    private static Instant second(String text) {
        return Instant.ofEpochSecond(Long.parseLong(text));
    }

    private boolean lasts(Inside inside) {
        Instant now = clock.instant();
        return now.isBefore(inside.began().plus(LIFE))
                && now.isBefore(inside.seen().plus(IDLE))
                && ended.getIfPresent(inside.name()) == null;
    }

    /** The session as it is now that somebody was seen; empty where the cookie says so well enough. */
    Optional<Inside> seenNow(Inside inside) {
        Instant now = clock.instant();
        return now.isBefore(inside.seen().plus(FRESH))
                ? Optional.empty()
                : Optional.of(new Inside(inside.subject(), inside.browser(), inside.began(), now));
    }

    /** Ends one, also where its cookie was copied. */
    void end(Inside inside) {
        ended.put(inside.name(), inside.began());
    }

    String token(Inside inside) {
        return signer.sign("inside form:" + inside.name());
    }

    boolean owns(Inside inside, String token) {
        return signer.signed("inside form:" + inside.name(), token);
    }
}
