package dev.parley.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.Card;
import dev.parley.platform.Samples;
import dev.parley.platform.slack.local.Channel;
import dev.parley.platform.slack.local.Message;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SightTest {
    private final Team team = new Team(SlackSettings.Mode.SOCKET, 1);
    private final SlackPlatform platform = team.platform;

    @AfterEach
    void stop() {
        team.close();
        assertThat(team.slack.violations()).isEmpty();
    }

    private Card asking(int question) {
        return Samples.at(team.room, question, Card.Stage.QUESTION);
    }

    private List<String> pinned() {
        return team.channel.pins().stream().map(Message::shown).toList();
    }

    private void isOver(SlackPlatform now) {
        now.keepInSight(Samples.at(team.room, 0, Card.Stage.OVER));
        assertThat(team.channel.all()).isEmpty();
        assertThat(team.channel.pins()).isEmpty();
        assertThat(team.channel.bookmarks()).isEmpty();
    }

    @Test
    void theCardIsPinnedWithoutALineAndChangesInItsPlace() {
        platform.keepInSight(asking(1));
        assertThat(pinned()).containsExactly("We are at Q1");
        platform.keepInSight(asking(2));

        assertThat(pinned()).containsExactly("We are at Q2");
        assertThat(team.channel.all()).hasSize(1);
        assertThat(team.channel.pins().getFirst().button("Where are we?")).isEqualTo("where");
        isOver(platform);
    }

    @Test
    void theCardThatAnEarlierProcessLeftIsTakenOver() {
        platform.keepInSight(asking(1));
        try (SlackPlatform after = team.restarted()) {
            after.keepInSight(asking(2));
            assertThat(pinned()).containsExactly("We are at Q2");
            assertThat(team.channel.all()).hasSize(1);
        }
        try (SlackPlatform after = team.restarted()) {
            isOver(after);
        }
    }

    @Test
    void whereNothingMayBePinnedABookmarkLeadsToTheCard() {
        team.workspace.withoutScope("pins:write");
        platform.keepInSight(asking(1));

        Message card = team.channel.fromBot().getFirst();
        assertThat(team.channel.bookmarks()).singleElement().satisfies(bookmark -> {
            assertThat(bookmark.title()).isEqualTo("Tuesday talk");
            assertThat(bookmark.link()).endsWith("/p" + card.ts().replace(".", ""));
        });
        try (SlackPlatform after = team.restarted()) {
            after.keepInSight(asking(2));
            assertThat(team.channel.bookmarks()).hasSize(1);
            assertThat(team.seen()).containsExactly("We are at Q2");
            isOver(after);
        }
    }

    @Test
    void whereNeitherIsPermittedTheCardIsPostedAnewBelowEachQuestion() {
        team.workspace.withoutScope("pins:write").withoutScope("pins:read").withoutScope("bookmarks:write");
        platform.keepInSight(asking(1));
        team.ana.says(team.channel, "Much talk");
        platform.keepInSight(asking(1));
        assertThat(team.seen()).containsExactly("We are at Q1", "Much talk");

        platform.keepInSight(asking(2));
        assertThat(team.seen()).containsExactly("Much talk", "We are at Q2");
        assertThat(team.channel.bookmarks()).extracting(Channel.Bookmark::title).isEmpty();
    }

    @Test
    void thePinnedCardOfAnotherAppIsLeftAlone() {
        platform.keepInSight(asking(1));
        team.bo.pins(team.workspace.appRepeats("Another", team.channel.fromBot().getFirst()));
        platform.keepInSight(Samples.at(team.room, 0, Card.Stage.OVER));

        try (SlackPlatform after = team.restarted()) {
            after.keepInSight(asking(2));

            assertThat(pinned()).containsExactly("We are at Q2", "We are at Q1");
        }
    }

    @Test
    void aCardThatSomebodyDeletedIsPostedAnew() {
        platform.keepInSight(asking(1));
        team.bo.becomesAdmin().deletes(team.channel.fromBot().getFirst());

        platform.keepInSight(asking(2));

        assertThat(pinned()).containsExactly("We are at Q2");
        isOver(platform);
    }
}
