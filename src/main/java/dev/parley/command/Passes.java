package dev.parley.command;

import dev.parley.conversation.ConversationId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What lets people read the recap of their chat who have no name on our pages, since they talk on another platform: it goes with the
 * link that their room is given, and fits that chat alone.
 */
record Passes(SecretKeySpec key) {

    private static final String MAC = "HmacSHA256";

    static Passes of(byte[] secret) {
        return new Passes(new SecretKeySpec(secret, MAC));
    }

    /** The pass of a chat: letters, digits, dashes and underscores. */
    String of(ConversationId chat) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(
                            ("recap " + chat.community() + "/" + chat.name()).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + MAC, impossible);
        }
    }

    /** Whether a pass is that of the chat; compared in a time that does not tell how much was right. */
    boolean fits(String pass, ConversationId chat) {
        return MessageDigest.isEqual(of(chat).getBytes(StandardCharsets.UTF_8), pass.getBytes(StandardCharsets.UTF_8));
    }
}
