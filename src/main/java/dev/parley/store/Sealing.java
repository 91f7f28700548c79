package dev.parley.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-GCM with keys of 256 bits: a random nonce of 12 bytes, the sealed text, a tag of 16. What is sealed is bound to its context, so
 * that it cannot be moved to another row.
 */
final class Sealing {
    static final int KEY_BYTES = 32;

    /** How much longer sealed bytes are than plain ones. */
    static final int OVERHEAD = 28;

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom CHANCE = new SecureRandom();

    private Sealing() {}

    static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        CHANCE.nextBytes(random);
        return random;
    }

    static SecretKey key(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    static byte[] seal(SecretKey key, String context, byte[] plain) {
        return seal(cipher(), key, context, plain);
    }

    /**
     * Seals with a cipher that was used before, since looking for one takes longer than sealing a message does.
     *
     * @param cipher of one thread; it holds the key until it is used with another
     */
    static byte[] seal(Cipher cipher, SecretKey key, String context, byte[] plain) {
        byte[] nonce = random(NONCE);
        try {
            begin(cipher, Cipher.ENCRYPT_MODE, key, nonce, context);
            byte[] sealed = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
            return sealed;
        } catch (GeneralSecurityException trouble) {
            throw new IllegalStateException("This Java cannot seal with AES-GCM", trouble);
        }
    }

    /** What was sealed; empty where the key or the context is another, or the bytes were changed. */
    static Optional<byte[]> unseal(SecretKey key, String context, byte[] sealed) {
        if (sealed.length < OVERHEAD) {
            return Optional.empty();
        }
        try {
            Cipher cipher = cipher();
            begin(cipher, Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE), context);
            return Optional.of(cipher.doFinal(sealed, NONCE, sealed.length - NONCE));
        } catch (AEADBadTagException other) {
            return Optional.empty();
        } catch (GeneralSecurityException trouble) {
            throw new IllegalStateException("This Java cannot unseal with AES-GCM", trouble);
        }
    }

    static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException trouble) {
            throw new IllegalStateException("This Java has no AES-GCM", trouble);
        }
    }

    private static void begin(Cipher cipher, int mode, SecretKey key, byte[] nonce, String context)
            throws GeneralSecurityException {
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(UTF_8));
    }
}
