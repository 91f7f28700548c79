package dev.parley.evening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole fast chat of five people, as they live it on Discord. */
class WholeChatTest {
    @TempDir
    Path folder;

    @Test
    void aChatEndsInTheRightRecap() {
        try (Lounge lounge = new Lounge(folder)) {
            lounge.discord.limited(true);
            new Evening(lounge).held(Duration.ofSeconds(32));
            assertThat(lounge.discord.requests().limited()).isZero();
        }
    }
}
