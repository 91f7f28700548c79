package dev.parley.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.discord.local.Interaction;
import dev.parley.platform.discord.local.MessageRecord;
import dev.parley.platform.discord.local.Permission;
import dev.parley.platform.discord.local.User;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    private final Evening evening = new Evening();

    @AfterEach
    void nothingWasWrong() {
        evening.close();
        assertThat(evening.discord.violations()).isEmpty();
    }

    private MessageRecord answer(Interaction interaction) {
        MessageRecord reply = interaction.reply();
        assertThat(reply.isEphemeral()).isTrue();
        assertThat(reply.pings()).isEmpty();
        return reply;
    }

    private String answered(User user, String command) {
        return answer(user.runs(evening.channel, command)).content();
    }

    @Test
    void anybodyIsToldAloneWhereTheChatStands() {
        MessageRecord question = evening.thirdQuestion(evening.starts());

        MessageRecord where = answer(evening.ana.runs(evening.channel, "/chat where"));
        assertThat(where.content()).isEqualTo("We are at **question 3**, which closes in 6 minutes.");
        assertThat(where.buttons()).containsExactly("Answer");
        assertThat(answered(evening.ana, "/chat recap")).isEqualTo("The recap of **Tuesday talk**");
        assertThat(answered(evening.ana, "/chat schedule")).isEqualTo("**Tuesday talk** on Tuesday");
        assertThat(answered(evening.ana, "/chat questions"))
                .startsWith("**1** What helped you listen this week?")
                .contains(
                        "**3** What makes a meeting feel like a talk between equals? [↗](<https://discord.com/channels/"
                                + evening.guild.id() + "/" + evening.channel.id() + "/" + question.id() + ">)")
                .doesNotContain("try");
        assertThat(evening.channel.saidByBot()).containsExactly(question);
    }

    @Test
    void whereThereIsNoChatItSaysSo() {
        evening.starts();

        assertThat(answered(evening.ana, "/chat where")).isEqualTo("There is no chat here just now.");
        assertThat(answered(evening.ana, "/chat questions")).isEqualTo("There is no chat here just now.");
        assertThat(answered(evening.ana, "/chat recap")).startsWith("There is no recap here");
        assertThat(answered(evening.ana, "/chat schedule")).isEqualTo("Nothing is planned here yet.");
    }

    @Test
    void hostsAreNamedPeopleAndMembersOfRoles() {
        evening.thirdQuestion(evening.starts());

        assertThat(answered(evening.hanna, "/chat next")).startsWith("Done.\n\nWe are at **question 3**");
        assertThat(answered(evening.ines, "/chat pause")).startsWith("Done.");
        assertThat(answered(evening.ana, "/chat end")).isEqualTo("This is for hosts.");
        evening.hanna.hasNoMore(evening.hosting);
        assertThat(answered(evening.hanna, "/chat end")).isEqualTo("This is for hosts.");
        assertThat(evening.facilitator.steered).containsExactly("next", "pause");
    }

    @Test
    void everyVerbOfTheHostIsThere() {
        evening.thirdQuestion(evening.starts());

        Stream.of("start", "pause", "resume", "hold", "next", "skip", "repeat", "end", "undo")
                .forEach(verb -> answered(evening.ines, "/chat " + verb));
        answer(evening.ines.runs(evening.channel, "/chat jump", Map.of("question", 2)));
        answer(evening.ines.runs(evening.channel, "/chat cohost", Map.of("person", evening.bo)));
        answer(evening.ines.runs(evening.channel, "/chat add", Map.of("text", "And *you*, @everyone?")));
        Interaction adding = evening.ines.runs(evening.channel, "/chat add");
        answer(evening.ines.submits(adding.modal(), Evening.text("Who\nis missing?")));

        assertThat(evening.facilitator.steered)
                .containsExactly(
                        "start",
                        "pause",
                        "resume",
                        "hold",
                        "next",
                        "skip",
                        "repeat",
                        "end",
                        "undo",
                        "jump 2",
                        "cohost " + evening.bo.id(),
                        "add And *you*, @everyone?",
                        "add Who\nis missing?");
    }

    @Test
    void aQuestionThatMayNotBeAddedIsGivenBack() {
        evening.thirdQuestion(evening.starts());

        Interaction adding = evening.ana.runs(evening.channel, "/chat add");
        Interaction sent = evening.ana.submits(adding.modal(), Evening.text("What about ```code``` and @everyone?"));

        assertThat(sent.replies(2))
                .extracting(MessageRecord::content)
                .containsExactly(
                        "This is for hosts.", "```\nWhat about `\u200b`\u200b`code`\u200b`\u200b` and @everyone?\n```");
        assertThat(sent.replies(2)).allSatisfy(reply -> {
            assertThat(reply.isEphemeral()).isTrue();
            assertThat(reply.pings()).isEmpty();
        });
    }

    @Test
    void questionsAreProposed() {
        evening.thirdQuestion(evening.starts());

        assertThat(evening.ines
                        .completes(evening.channel, "/chat jump", "question", "")
                        .choices())
                .hasSize(4)
                .last()
                .isEqualTo("4 · What will you try?");
        assertThat(evening.ana
                        .completes(evening.channel, "/chat jump", "question", "")
                        .choices())
                .hasSize(3);
        assertThat(evening.ana
                        .completes(evening.channel, "/answer", "question", "SURPRISE")
                        .choices())
                .containsExactly("2 · Where did a colleague surprise you?");
        assertThat(evening.ana
                        .completes(evening.channel, "/answer", "question", "")
                        .choices())
                .first()
                .asString()
                .startsWith("3 · ");
    }

    @Test
    void nothingIsProposedWhileTheDatabaseHangs() {
        evening.thirdQuestion(evening.starts());
        evening.databaseHangs();

        assertThat(evening.ana
                        .completes(evening.channel, "/answer", "question", "")
                        .choices())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/chat where", "/chat next", "/mine"})
    void whateverTheDatabaseDoesDiscordHearsAtOnce(String command) {
        evening.thirdQuestion(evening.starts());
        evening.databaseHangs();

        Interaction interaction = evening.ines.runs(evening.channel, command);
        Interaction another = evening.ana.runs(evening.channel, command);

        assertThat(interaction.acknowledged()).isLessThan(Duration.ofSeconds(3));
        assertThat(another.acknowledged()).isLessThan(Duration.ofSeconds(3));
        evening.databaseMoves();
        answer(interaction);
        answer(another);
    }

    @Test
    void inPrivateTheOnlyRoomIsMeant() {
        evening.thirdQuestion(evening.starts());
        evening.ana.dm("hello");

        Interaction where = evening.ana.runs(evening.ana.inbox().getFirst().channel(), "/chat where");

        assertThat(where.reply().content()).startsWith("We are at **question 3**");
    }

    @Test
    void whoCannotSeeTheRoomIsToldNothingOfIt() {
        evening.thirdQuestion(evening.starts());
        evening.channel.denies(evening.bo, Permission.VIEW_CHANNEL);

        assertThat(answer(evening.bo.runs(evening.other, "/chat where")).content())
                .isEqualTo("That channel is not one that you can see.");
        assertThat(answer(evening.ana.runs(evening.other, "/chat where")).content())
                .startsWith("We are at");
        assertThat(evening.bo
                        .completes(evening.other, "/answer", "question", "")
                        .choices())
                .isEmpty();
    }

    @Test
    void amongSeveralRoomsOneIsToBeNamed() {
        evening.withTwoRooms();
        evening.thirdQuestion(evening.starts());

        assertThat(answer(evening.ana.runs(evening.hosts, "/chat where")).content())
                .isEqualTo("There are several chats here. Say which with the option room.");
        assertThat(answer(evening.ana.runs(evening.hosts, "/answer")).content()).startsWith("There are several");
        assertThat(evening.ana
                        .completes(evening.hosts, "/chat where", "room", "tues")
                        .choices())
                .containsExactly("tuesday-talk");
        assertThat(answer(evening.ana.runs(evening.hosts, "/chat where", Map.of("room", evening.room.id())))
                        .content())
                .startsWith("We are at");
        assertThat(answered(evening.ana, "/chat where")).startsWith("We are at");
    }

    @Test
    void aStepCanBeTakenBackForAShortWhile() {
        evening.thirdQuestion(evening.starts());
        evening.facilitator.cards.computeIfPresent(evening.room, (_, card) -> PanelTest.with(card, "undo", "next"));

        MessageRecord first = answer(evening.ines.runs(evening.channel, "/chat next"));
        Evening.afterPressing(evening.ines, first, "Undo");
        MessageRecord second = answer(evening.ines.runs(evening.channel, "/chat next"));
        assertThat(second.buttons()).containsExactly("Undo");

        assertThat(evening.facilitator.steered).containsExactly("next", "undo", "next");
        Awaitility.await().until(() -> second.buttons().isEmpty());
        assertThat(second.content()).startsWith("Done.");
    }
}
