package dev.parley.platform.discord.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NonceTest {

    @Test
    void aKeyHasOneNonceThatDiscordAccepts() {
        assertThat(Nonce.of("aledchat/2026-11-23/Q3@discord:12"))
                .isEqualTo(Nonce.of("aledchat/2026-11-23/Q3@discord:12"))
                .hasSizeLessThanOrEqualTo(25)
                .matches("[A-Za-z0-9_-]+");
    }

    @Test
    void keysAndPartsDoNotMeet() {
        Set<String> nonces = new HashSet<>();
        for (int key = 0; key < 2_000; key++) {
            for (int part = 0; part < 3; part++) {
                nonces.add(Nonce.ofPart("chat/Q" + key, part));
            }
        }
        assertThat(nonces).hasSize(6_000).contains(Nonce.of("chat/Q7"));
    }
}
