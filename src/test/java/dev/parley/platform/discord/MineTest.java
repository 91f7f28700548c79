package dev.parley.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.platform.Incoming;
import dev.parley.platform.discord.local.Interaction;
import dev.parley.platform.discord.local.MessageRecord;
import dev.parley.platform.discord.local.Permission;
import dev.parley.platform.discord.local.User;
import java.time.Instant;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MineTest {
    private final Evening evening = new Evening();

    @AfterEach
    void nothingWasWrong() {
        evening.close();
        assertThat(evening.discord.violations()).isEmpty();
    }

    private MessageRecord says(User user, String text) {
        MessageRecord message = user.says(evening.channel, text);
        Awaitility.await()
                .until(() -> evening.facilitator.heard.stream()
                        .anyMatch(one -> one instanceof Incoming.Said said
                                && said.message().equals(evening.id(message))));
        return message;
    }

    private MessageRecord mine(User user) {
        return alone(user.runs(evening.channel, "/mine"));
    }

    private static MessageRecord alone(Interaction interaction) {
        MessageRecord reply = interaction.reply();
        assertThat(reply.isEphemeral()).isTrue();
        assertThat(reply.pings()).isEmpty();
        return reply;
    }

    private MessageRecord picks(User user, MessageRecord list, MessageRecord message) {
        String mark = "pick." + evening.room.id() + ".0";
        return Evening.after(list, () -> user.picks(list, mark, evening.room.id() + "." + message.id()));
    }

    private MessageRecord files(User user, MessageRecord shown, MessageRecord message, String where) {
        return Evening.after(shown, () -> user.picks(shown, mark("file", message), where));
    }

    private String mark(String name, MessageRecord message) {
        return name + "." + evening.room.id() + "." + message.id();
    }

    @Test
    void myAnswersAreMineAlone() {
        evening.thirdQuestion(evening.starts());
        says(evening.ana, "A1: first");
        says(evening.bo, "A1: of Bo");
        says(evening.ana, "just *talk*");

        assertThat(mine(evening.ana).content())
                .startsWith("**My answers** (1 of 1)\nWhere it says *a guess*")
                .endsWith("1. *side talk, a guess*: \u2068just \\*talk\\*\u2069\n"
                        + "2. *an answer to question 1*: \u2068A1: first\u2069");
        assertThat(mine(evening.hanna).content()).isEqualTo("Nothing of yours is kept from this chat.");
    }

    @Test
    void manyAnswersHavePages() {
        evening.thirdQuestion(evening.starts());
        IntStream.rangeClosed(1, 19)
                .forEach(number -> evening.facilitator.hear(new Incoming.Said(
                        new MessageId(evening.room, "" + number),
                        Evening.account(evening.ana),
                        "Ana",
                        "A1: thought number " + number + " " + "and on ".repeat(300),
                        Place.ROOM,
                        Instant.now())));

        MessageRecord page = mine(evening.ana);
        assertThat(page.content()).startsWith("**My answers** (1 of 3)").contains("thought number 19");
        assertThat(page.buttons()).containsExactly("Earlier", "Erase me…");
        page = Evening.afterPressing(evening.ana, page, "Earlier");
        assertThat(page.content()).startsWith("**My answers** (2 of 3)").contains("thought number 11");
        page = Evening.afterPressing(evening.ana, page, "Earlier");
        assertThat(page.content()).startsWith("**My answers** (3 of 3)").contains("thought number 1 ");
        assertThat(page.buttons()).containsExactly("Later", "Erase me…");
    }

    @Test
    void aGuessIsAskedAboutAndSetRight() {
        evening.thirdQuestion(evening.starts());
        MessageRecord message = says(evening.ana, "> probably\n# three @everyone");

        MessageRecord one = picks(evening.ana, mine(evening.ana), message);
        assertThat(one.content())
                .isEqualTo("Filed as side talk, but that is a guess. Is it right?\n\n"
                        + "> \\> probably\n> \\# three \\@everyone");
        MessageRecord filed = files(evening.ana, one, message, "Q3");

        assertThat(filed.content()).startsWith("Filed under: an answer to question 3.\n\nFiled as an answer to");
        assertThat(evening.facilitator.mine(Evening.account(evening.ana), evening.room))
                .singleElement()
                .satisfies(mine -> assertThat(mine.questions()).containsExactly(3));
        assertThat(Evening.afterPressing(evening.ana, filed, "Back").content()).startsWith("**My answers**");
    }

    @Test
    void whatIsDeletedIsGoneHereAndThere() {
        evening.thirdQuestion(evening.starts());
        evening.channel.allowsBot(Permission.MANAGE_MESSAGES);
        MessageRecord message = says(evening.ana, "A1: first");

        MessageRecord one = picks(evening.ana, mine(evening.ana), message);
        assertThat(Evening.afterPressing(evening.ana, one, "Delete").content()).isEqualTo("Deleted.");

        assertThat(message.isDeleted()).isTrue();
        assertThat(evening.facilitator.mine(Evening.account(evening.ana), evening.room))
                .isEmpty();
    }

    @Test
    void whereTheBotMayNotDeleteItSaysHowTo() {
        evening.thirdQuestion(evening.starts());
        evening.channel.deniesBot(Permission.MANAGE_MESSAGES);
        MessageRecord message = says(evening.ana, "A1: first");

        MessageRecord one = picks(evening.ana, mine(evening.ana), message);
        assertThat(Evening.afterPressing(evening.ana, one, "Delete").content())
                .startsWith("Deleted: Parley keeps it no longer. In the channel it may still stand");

        assertThat(message.isDeleted()).isFalse();
        assertThat(evening.facilitator.mine(Evening.account(evening.ana), evening.room))
                .isEmpty();
    }

    @Test
    void leavingIsAskedTwice() {
        evening.thirdQuestion(evening.starts());
        says(evening.ana, "A1: first");

        MessageRecord ask = Evening.afterPressing(evening.ana, mine(evening.ana), "Erase me…");
        assertThat(ask.content()).startsWith("Erase everything");
        MessageRecord kept = Evening.afterPressing(evening.ana, ask, "Keep everything");
        assertThat(kept.content()).startsWith("**My answers**");
        MessageRecord again = Evening.afterPressing(evening.ana, kept, "Erase me…");
        assertThat(Evening.afterPressing(evening.ana, again, "Erase me").content())
                .isEqualTo("Everything that Parley kept of you is erased.");

        assertThat(evening.facilitator.mine(Evening.account(evening.ana), evening.room))
                .isEmpty();
    }

    @Test
    void theMenuOfAMessageFilesItForItsAuthorAndForHosts() {
        evening.thirdQuestion(evening.starts());
        MessageRecord message = says(evening.ana, "I meant the second");

        MessageRecord byOther = alone(evening.bo.opensMenu("File under…", message));
        assertThat(files(evening.bo, byOther, message, "Q2").content()).isEqualTo("not theirs, or nowhere");
        MessageRecord byHost = alone(evening.hanna.opensMenu("File under…", message));
        assertThat(byHost.content()).isEqualTo("Where does this belong?");
        assertThat(files(evening.hanna, byHost, message, "Q2").content())
                .isEqualTo("Filed under: an answer to question 2.");
        MessageRecord byAuthor = alone(evening.ana.opensMenu("File under…", message));
        assertThat(files(evening.ana, byAuthor, message, "side").content()).startsWith("Filed under: Side talk.");
    }

    @Test
    void outsideOfOurRoomsThereIsNothingToFile() {
        evening.thirdQuestion(evening.starts());
        MessageRecord elsewhere = evening.ana.says(evening.other, "hello");

        assertThat(alone(evening.ana.opensMenu("File under…", elsewhere)).content())
                .isEqualTo("There is no chat here just now.");
    }

    @Test
    void ofAllRoomsAtOnceInPrivate() {
        evening.withTwoRooms();
        evening.thirdQuestion(evening.starts());
        says(evening.ana, "A1: first");

        MessageRecord list = alone(evening.ana.runs(evening.hosts, "/mine"));

        assertThat(list.content()).contains("A1: first");
        String picked = evening.room.id() + "."
                + evening.facilitator.lastSaid().message().id();
        assertThat(Evening.after(list, () -> evening.ana.picks(list, "pick..0", picked))
                        .content())
                .startsWith("Filed as an answer");
    }
}
