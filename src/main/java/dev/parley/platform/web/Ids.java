package dev.parley.platform.web;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;

/**
 * Ids of messages. People's are made of time and chance, so that they never collide with those from before a restart; a post of ours
 * has one made of its key, so that it is the same post after a restart.
 */
final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CHANCE_BYTES = 10;

    private Ids() {}

    static String fresh(Instant now) {
        byte[] chance = new byte[CHANCE_BYTES];
        RANDOM.nextBytes(chance);
        return "m" + padded(BigInteger.valueOf(now.toEpochMilli()), 10) + padded(new BigInteger(1, chance), 16);
    }

    static String of(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return "p" + padded(new BigInteger(1, digest), 52).substring(0, 26);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static String padded(BigInteger number, int length) {
        String text = number.toString(32);
        return "0".repeat(Math.max(0, length - text.length())) + text;
    }
}
