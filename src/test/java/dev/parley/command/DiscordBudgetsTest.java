package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.engine.Settings;
import dev.parley.platform.Leave;
import dev.parley.store.Store;
import dev.parley.store.Stores;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscordBudgetsTest {
    @TempDir
    Path folder;

    private static Settings settings(String instance) {
        return new Settings(
                "here",
                ZoneId.of("Europe/London"),
                Locale.UK,
                Optional.empty(),
                Optional.empty(),
                _ -> "",
                Running.LEASE,
                0,
                instance);
    }

    @Test
    void allWhoShareTheBotShareTheOpeningOfPrivateChannels() {
        try (Store store = Stores.open(dev.parley.store.Settings.inFolder(folder));
                DiscordBudgets one = DiscordBudgets.shared(store, settings("one"))) {
            List<Leave> leaves = new ArrayList<>();
            await().until(() -> {
                one.openings().takeNow().ifPresent(leaves::add);
                return leaves.size() == 5;
            });
            try (DiscordBudgets other = DiscordBudgets.shared(store, settings("other"))) {
                await().until(() -> store.write(writing -> writing.shares("discord openings/here"))
                                .size()
                        == 2);
                assertThat(other.openings().takeNow()).isEmpty();
                assertThat(one.openings().takeNow()).isEmpty();
            }
        }
    }
}
