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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** What the bot says last, once it has said so many things. */
    private MessageRecord said(User user, int count) {
        Awaitility.await().until(() -> told(user).size() == count);
        return user.inbox().stream()
                .filter(message -> message.author().equals(evening.discord.bot()))
                .toList()
                .getLast();
    }

    private MessageId direct(MessageRecord message) {
        return new MessageId(evening.room, "d" + message.id());
    }

    @Test
    void whatHasALabelIsHeardInTheChat() {
        evening.discord.messageContent(false);
        evening.thirdQuestion(evening.starts());

        MessageRecord first = evening.ana.dm("A3: in two");
        MessageRecord second = evening.ana.dm("a 3 parts");
        isKept(first);
        isKept(second);

        assertThat(evening.facilitator.texts()).containsExactly("A3: in two", "a 3 parts");
        Incoming.Said said = evening.facilitator.lastSaid();
        assertThat(said.place()).isEqualTo(Place.ROOM);
        assertThat(said.message()).isEqualTo(direct(second));
        assertThat(said(evening.ana, 1).content())
                .startsWith("It will be in the recap of <#" + evening.room.id() + ">, with your name.");
        evening.ana.edits(second, "A3 and parts");
        Awaitility.await().until(() -> evening.facilitator.lastSaid().text().equals("A3 and parts"));
        evening.ana.deletes(second);
        Awaitility.await().until(() -> evening.facilitator.heard.getLast().equals(new Incoming.Unsaid(said.message())));
        assertThat(told(evening.ana)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofAnythingElseOneIsAskedFirst(boolean content) {
        evening.discord.messageContent(content);
        MessageRecord question = evening.thirdQuestion(evening.starts());

        MessageRecord words = evening.ana.dm("by listening first");
        MessageRecord asked = said(evening.ana, 1);
        assertThat(asked.buttons()).containsExactly("Answer to Q3", "Not for the chat");
        assertThat(evening.facilitator.heard).isEmpty();
        MessageRecord done = Evening.afterPressing(evening.ana, asked, "Answer to Q3");

        assertThat(done.content()).startsWith("Kept. It will be in the recap of <#");
        assertThat(done.buttons()).isEmpty();
        Incoming.Said said = evening.facilitator.lastSaid();
        assertThat(said.text()).isEqualTo("by listening first");
        assertThat(said.message()).isEqualTo(direct(words));
        assertThat(said.place()).isEqualTo(new Place.Under(evening.id(question)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"what is A3?", "AB3: no", "A3b", "A345 no", "thanks"})
    void whatIsNotForTheChatIsKeptNowhere(String text) {
        evening.thirdQuestion(evening.starts());

        MessageRecord words = evening.ana.dm(text);
        MessageRecord done = Evening.afterPressing(evening.ana, said(evening.ana, 1), "Not for the chat");

        assertThat(done.content()).startsWith("Then it stays between us");
        assertThat(done.buttons()).isEmpty();
        evening.ana.edits(words, "A3: something else");
        evening.ana.deletes(words);
        Awaitility.await().until(() -> !evening.facilitator.heard.isEmpty());
        assertThat(evening.facilitator.heard).containsExactly(new Incoming.Unsaid(direct(words)));
    }

    @Test
    void whatIsGoneBeforeItIsChosenIsNotHeard() {
        evening.thirdQuestion(evening.starts());
        MessageRecord words = evening.ana.dm("a secret");
        MessageRecord asked = said(evening.ana, 1);
        evening.ana.deletes(words);

        assertThat(Evening.afterPressing(evening.ana, asked, "Answer to Q3").content())
                .isEqualTo("This is gone already.");
        assertThat(evening.facilitator.heard).noneMatch(Incoming.Said.class::isInstance);
    }

    @Test
    void whereNoQuestionIsOpenItCanBeSaidInTheChat() {
        evening.thirdQuestion(evening.starts());
        evening.facilitator.cards.computeIfPresent(evening.room, (_, card) -> PanelTest.closing(card));

        evening.ana.dm("thanks to all");
        Evening.afterPressing(evening.ana, said(evening.ana, 1), "Say it in the chat");

        assertThat(evening.facilitator.lastSaid().place()).isEqualTo(Place.ROOM);
        assertThat(evening.facilitator.lastSaid().text()).isEqualTo("thanks to all");
    }

    @Test
    void afterARestartWithSeveralRoomsEditsAndDeletionsStillCount() {
        evening.withTwoRooms();
        DiscordPlatform before = evening.starts();
        evening.thirdQuestion(before);
        MessageRecord labelled = evening.ana.dm("A3: in two");
        isKept(labelled);
        MessageRecord chosen = evening.ana.dm("parts");
        Evening.afterPressing(evening.ana, said(evening.ana, 2), "Answer to Q3");
        evening.stops(before);
        evening.starts();

        evening.ana.edits(labelled, "A3: in three");
        Awaitility.await().until(() -> evening.facilitator.lastSaid().text().equals("A3: in three"));
        evening.ana.deletes(labelled);
        Awaitility.await().until(() -> evening.facilitator.heard.contains(new Incoming.Unsaid(direct(labelled))));
        evening.ana.deletes(chosen);
        Awaitility.await().until(() -> evening.facilitator.heard.contains(new Incoming.Unsaid(direct(chosen))));
    }

    @Test
    void oneIsCalledAsInTheServerThoughItIsSaidInPrivate() {
        evening.ana.calledIn(evening.guild, "Ana the Third");
        evening.thirdQuestion(evening.starts());

        isKept(evening.ana.dm("A3: in two"));

        assertThat(evening.facilitator.lastSaid().name()).isEqualTo("Ana the Third");
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
