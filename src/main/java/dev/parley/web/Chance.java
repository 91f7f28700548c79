package dev.parley.web;

import java.security.SecureRandom;
import java.util.Base64;

/** Chance that nobody can guess. */
final class Chance {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Chance() {}

    /** So many random bytes, written so that they fit into an address. */
    static String words(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
