package dev.parley.platform.discord.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** The short name under which Discord knows a doing of ours: as a message's nonce, and in the custom ids of its buttons. */
public final class Nonce {
    /** A nonce may have 25 characters; 18 bytes make 24, and 144 bits do not meet by chance. */
    private static final int BYTES = 18;

    private Nonce() {}

    /** The nonce of a key; always the same. */
    public static String of(String key) {
        byte[] digest = sha256().digest(key.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
    }

    /** The nonce of a later part of a post that does not fit into one message; the first part, number 0, has the post's own. */
    public static String ofPart(String key, int number) {
        return number == 0 ? of(key) : of(key + "/part " + number);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
