package dev.parley.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.platform.Incoming;
import dev.parley.platform.discord.local.MessageRecord;
import dev.parley.platform.discord.local.Permission;
import dev.parley.platform.discord.local.User;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DirectTalkTest {
    private final Evening evening = new Evening();

    @AfterEach
    void nothingWasWrong() {
        evening.close();
        assertThat(evening.discord.violations()).isEmpty();
    }

    private List<String> told(User user) {
        return user.inbox().stream()
                .filter(message -> message.author().equals(evening.discord.bot()))
                .map(MessageRecord::content)
                .toList();
    }

    private void isKept(MessageRecord message) {
        Awaitility.await().until(() -> message.reactions().keySet().equals(Set.of("✅")));
    }

    @Test
    void whatIsSaidInPrivateIsHeardInTheChat() {
        evening.discord.messageContent(false);
        evening.thirdQuestion(evening.starts());

        MessageRecord first = evening.ana.dm("A3: in two");
        MessageRecord second = evening.ana.dm("parts");
        isKept(first);
        isKept(second);

        assertThat(evening.facilitator.heard)
                .extracting(one -> ((Incoming.Said) one).text())
                .containsExactly("A3: in two", "parts");
        Incoming.Said said = evening.facilitator.lastSaid();
        assertThat(said.place()).isEqualTo(Place.ROOM);
        assertThat(said.message()).isEqualTo(new MessageId(evening.room, "d" + second.id()));
        assertThat(told(evening.ana)).isEmpty();
        evening.ana.edits(second, "and parts");
        Awaitility.await().until(() -> evening.facilitator.lastSaid().text().equals("and parts"));
        evening.ana.deletes(second);
        Awaitility.await().until(() -> evening.facilitator.heard.getLast().equals(new Incoming.Unsaid(said.message())));
    }

    @Test
    void whereNoChatRunsOneIsToldSo() {
        evening.starts();

        evening.ana.dm("hello?");

        Awaitility.await().until(() -> told(evening.ana).size() == 1);
        assertThat(told(evening.ana).getFirst())
                .startsWith("No chat is running just now")
                .contains("`/chat schedule`");
        assertThat(evening.facilitator.heard).isEmpty();
    }

    @Test
    void whoCannotSeeTheRoomIsNotHeardInIt() {
        evening.channel.denies(evening.bo, Permission.VIEW_CHANNEL);
        evening.thirdQuestion(evening.starts());

        evening.bo.dm("A3: from outside");

        Awaitility.await().until(() -> told(evening.bo).size() == 1);
        assertThat(evening.facilitator.heard).isEmpty();
    }

    @Test
    void whatCannotBeKeptIsTriedAgainAndThenSaid() {
        evening.keepingFor(Duration.ofSeconds(2));
        evening.thirdQuestion(evening.starts());
        evening.facilitator.trouble = new IllegalStateException("no database");

        MessageRecord lost = evening.ana.dm("A3: precious");
        Awaitility.await().until(() -> told(evening.ana).size() == 1);
        assertThat(told(evening.ana).getFirst()).startsWith("Your message could not be kept.");
        assertThat(lost.reactions()).isEmpty();
        evening.facilitator.trouble = null;
        isKept(evening.ana.dm("A3: again"));
    }
}
