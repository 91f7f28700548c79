package dev.parley.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Links that work once. They live in memory: a restart closes them, and only a digest of each is kept. Looking at one does not use it
 * up, since chat programs open links to preview them.
 */
public final class OneTimeLinks {
    private static final int MOST = 10_000;

    private final Cache<String, Open> open =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final InstantSource clock;

    /** Links by this clock. */
    public OneTimeLinks(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Makes a link.
     *
     * @param purpose what it opens; a link for one purpose opens nothing else
     * @param subject what whoever uses it gets
     * @return the token for the link's address
     */
    public String make(String purpose, String subject, Duration life) {
        String token = Chance.words(24);
        open.put(digest(purpose, token), new Open(subject, clock.instant().plus(life)));
        return token;
    }

    /** What a link would give, without using it up; empty where it cannot be used. */
    public Optional<String> subject(String purpose, String token) {
        return Optional.ofNullable(open.getIfPresent(digest(purpose, token)))
                .filter(link -> clock.instant().isBefore(link.until()))
                .map(Open::subject);
    }

    /** Uses a link up; empty where it was used before, is too old, or never was. */
    public Optional<String> use(String purpose, String token) {
        Open link = open.asMap().remove(digest(purpose, token));
        return Optional.ofNullable(link)
                .filter(one -> clock.instant().isBefore(one.until()))
                .map(Open::subject);
    }

    private static String digest(String purpose, String token) {
        try {
            byte[] bytes = (purpose + " " + token).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private record Open(String subject, Instant until) {}
}
