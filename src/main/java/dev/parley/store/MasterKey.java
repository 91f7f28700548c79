package dev.parley.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.conversation.PersonId;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key that seals the keys of people and the tokens of bots, and hashes accounts. */
final class MasterKey {
    private final byte[] master;
    private final SecretKey sealing;
    private final SecretKey tokens;
    private final byte[] hashing;

    MasterKey(byte[] master) {
        this.master = master.clone();
        this.sealing = Sealing.key(hash(master, "keys of people"));
        this.tokens = Sealing.key(hash(master, "tokens"));
        this.hashing = hash(master, "accounts");
    }

    /** Says nothing of the key, and is the same for the same key only. */
    String proof() {
        return HexFormat.of().formatHex(hash(master, "proof"));
    }

    /** Under which an account is found: nobody without the key can tell whose it is. */
    String account(String community, String platform, String account) {
        return HexFormat.of().formatHex(hash(hashing, context(community, platform, account)));
    }

    byte[] seal(String community, PersonId person, byte[] key) {
        return Sealing.seal(sealing, context(community, person.value()), key);
    }

    Optional<SecretKey> unseal(String community, PersonId person, byte[] sealed) {
        return Sealing.unseal(sealing, context(community, person.value()), sealed)
                .map(Sealing::key);
    }

    /** Seals the token of a bot in one workspace of a platform. */
    byte[] sealToken(String community, String platform, String team, byte[] token) {
        return Sealing.seal(tokens, context(community, platform, team), token);
    }

    Optional<byte[]> unsealToken(String community, String platform, String team, byte[] sealed) {
        return Sealing.unseal(tokens, context(community, platform, team), sealed);
    }

    /** Joins words to one that no other words give: names have no NUL. */
    static String context(String... words) {
        return String.join("\0", words);
    }

    private static byte[] hash(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException trouble) {
            throw new IllegalStateException("This Java has no HMAC-SHA-256", trouble);
        }
    }
}
