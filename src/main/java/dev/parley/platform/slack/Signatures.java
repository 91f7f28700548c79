package dev.parley.platform.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a request comes from Slack, was made just now, and is new. Bolt's own verifier compares in a time that tells how much was right,
 * believes requests of any future, and knows no replay.
 */
final class Signatures {
    /** In both directions, as Slack recommends: somebody who can set the time of a request could otherwise keep it for later. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v0";

    /** More than Slack would bring in that time. */
    private static final int REMEMBERED = 500_000;

    private final SecretKeySpec key;
    private final InstantSource clock;

    /** What was acknowledged; a request is good for twice the window at most, from its future to its past. */
    private final Cache<String, Boolean> used = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(WINDOW.multipliedBy(2))
            .executor(Runnable::run)
            .build();

    Signatures(String secret, InstantSource clock) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.clock = clock;
    }

    /**
     * Whether Slack has signed this within five minutes.
     *
     * @param seconds the header {@code X-Slack-Request-Timestamp}
     * @param body as it came
     * @param signature the header {@code X-Slack-Signature}
     */
    boolean areGood(String seconds, byte[] body, String signature) {
        return isOfNow(seconds) && MessageDigest.isEqual(bytes(expected(seconds, body)), bytes(signature));
    }

    /** Takes a signature as used; false where it was. Until it is given back nobody can use it again. */
    boolean use(String signature) {
        return used.asMap().putIfAbsent(signature, true) == null;
    }

    /** Gives back one whose request was refused: Slack may bring the same one again within the second. */
    void giveBack(String signature) {
        used.invalidate(signature);
    }

    private boolean isOfNow(String seconds) {
        try {
            Instant made = Instant.ofEpochSecond(Long.parseLong(seconds));
            return Duration.between(made, clock.instant()).abs().compareTo(WINDOW) <= 0;
        } catch (NumberFormatException | ArithmeticException | DateTimeException garbled) {
            return false;
        }
    }

    private String expected(String seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(bytes(VERSION + ":" + seconds + ":"));
            return VERSION + "=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
