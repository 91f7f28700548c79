package dev.parley.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.platform.Card;
import dev.parley.platform.Samples;
import dev.parley.platform.discord.local.MessageRecord;
import dev.parley.platform.discord.local.Permission;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SightTest {
    private final Community community = new Community();

    @BeforeEach
    void start() {
        community.start();
    }

    @AfterEach
    void stop() {
        community.close();
        assertThat(community.discord.violations()).isEmpty();
    }

    private Card asking(int question) {
        return Samples.at(community.room, question, Card.Stage.QUESTION);
    }

    private List<String> pinned() {
        return community.channel.pins().stream().map(MessageRecord::content).toList();
    }

    @Test
    void theCardIsPinnedAndChangesInItsPlace() {
        community.platform.keepInSight(asking(1));
        assertThat(pinned()).containsExactly("We are at **Q1**");
        community.platform.keepInSight(asking(2));
        community.platform.keepInSight(asking(3));

        assertThat(pinned()).containsExactly("We are at **Q3**");
        assertThat(community.seen()).containsExactly("We are at **Q3**");
        assertThat(community.channel.pins().getFirst().buttons()).containsExactly("Where are we?");
    }

    @Test
    void theLineThatSomethingWasPinnedIsTakenAway() {
        community.platform.keepInSight(asking(1));

        await().until(() -> community.channel.history().stream().noneMatch(MessageRecord::isSystem));
    }

    @Test
    void whenTheChatIsOverItIsTakenDown() {
        community.platform.keepInSight(asking(1));
        community.platform.keepInSight(Samples.at(community.room, 0, Card.Stage.OVER));
        community.platform.keepInSight(Samples.at(community.room, 0, Card.Stage.OVER));

        assertThat(pinned()).isEmpty();
        assertThat(community.seen()).isEmpty();
    }

    @Test
    void theCardOfTheProcessBeforeIsFound() {
        community.platform.keepInSight(asking(1));
        try (DiscordPlatform after = Community.platform(community.settings(DiscordSettings.Shards.ONE))) {
            after.start(community.facilitator);
            after.keepInSight(asking(2));
        }
        assertThat(pinned()).containsExactly("We are at **Q2**");
        assertThat(community.seen()).containsExactly("We are at **Q2**");
    }

    @Test
    void aCardThatSomebodyDeletedComesAgain() {
        community.platform.keepInSight(asking(1));
        community.platform.remove(community.id(community.channel.pins().getFirst()));
        community.platform.keepInSight(asking(2));

        assertThat(pinned()).containsExactly("We are at **Q2**");
    }

    @Test
    void whereNothingMayBePinnedItComesAnewBelowEachQuestion() {
        community.channel.deniesBot(Permission.PIN_MESSAGES);
        community.platform.keepInSight(asking(1));
        community.ana.says(community.channel, "Talk");
        community.platform.keepInSight(asking(1));
        assertThat(community.seen()).containsExactly("We are at **Q1**", "Talk");
        community.platform.keepInSight(asking(2));

        assertThat(community.seen()).containsExactly("Talk", "We are at **Q2**");
        assertThat(pinned()).isEmpty();
    }
}
