package dev.parley.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.platform.Card;
import dev.parley.platform.FakeFacilitator;
import dev.parley.platform.discord.local.MessageRecord;
import dev.parley.platform.discord.local.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    private Card card(int question, Card.Stage stage) {
        Card third = FakeFacilitator.thirdQuestion(community.room, Instant.now());
        return new Card(
                community.room,
                third.title(),
                stage,
                question == 0 ? Optional.empty() : Optional.of(third.asked().get(question - 1)),
                third.until(),
                third.asked(),
                "We are at **Q" + question + "**",
                third.agenda(),
                third.verbs(),
                List.of());
    }

    private Card asking(int question) {
        return card(question, Card.Stage.QUESTION);
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
        community.platform.keepInSight(card(0, Card.Stage.OVER));
        community.platform.keepInSight(card(0, Card.Stage.OVER));

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
