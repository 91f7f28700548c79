package dev.parley.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.platform.Incoming;
import dev.parley.platform.Refused;
import dev.parley.platform.discord.local.Channel;
import dev.parley.platform.discord.local.Faults;
import dev.parley.platform.discord.local.Interaction;
import dev.parley.platform.discord.local.MessageRecord;
import dev.parley.platform.discord.local.Modal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
    private final Evening evening = new Evening();

    @AfterEach
    void nothingWasWrong() {
        evening.close();
        assertThat(evening.discord.violations()).isEmpty();
    }

    private static List<String> contents(Interaction interaction, int count) {
        List<MessageRecord> replies = interaction.replies(count);
        assertThat(replies)
                .allMatch(MessageRecord::isEphemeral)
                .allMatch(reply -> reply.pings().isEmpty());
        return replies.stream().map(MessageRecord::content).toList();
    }

    @Test
    void theButtonUnderAQuestionOpensADialogForIt() {
        MessageRecord question = evening.thirdQuestion(evening.starts());

        Modal modal = evening.ana.pressesLabel(question, "Answer").modal();
        assertThat(modal.title()).isEqualTo("Your answer");
        Interaction sent = evening.ana.submits(modal, Evening.text("By listening first"));

        assertThat(contents(sent, 1)).singleElement().asString().startsWith("Kept, as side talk. `/mine` shows it");
        Incoming.Said said = evening.facilitator.lastSaid();
        assertThat(said.text()).isEqualTo("By listening first");
        assertThat(said.author()).isEqualTo(Evening.account(evening.ana));
        assertThat(said.name()).isEqualTo("Ana");
        assertThat(said.message().room()).isEqualTo(evening.room);
        assertThat(said.message().id()).startsWith("i");
        assertThat(said.place()).isEqualTo(new Place.Under(evening.id(question)));
        assertThat(said.at())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(5));
        assertThat(evening.channel.history()).containsExactly(question);
    }

    @Test
    void theDialogOpensWithoutAskingTheDatabase() {
        MessageRecord question = evening.thirdQuestion(evening.starts());
        evening.databaseHangs();

        assertThat(evening.ana.pressesLabel(question, "Answer").modal()).isNotNull();
        assertThat(evening.ana.runs(evening.channel, "/answer").modal()).isNotNull();
        Modal modal = evening.ana
                .runs(evening.channel, "/answer", Map.of("question", 3))
                .modal();
        assertThat(modal.title()).isEqualTo("Answer to question 3");
        Interaction sent = evening.ana.submits(modal, Evening.text("Slowly"));
        assertThat(sent.acknowledged()).isLessThan(Duration.ofSeconds(3));
        evening.databaseMoves();
        assertThat(contents(sent, 1)).singleElement().asString().startsWith("Kept");
    }

    @Test
    void aNumberLeadsToItsQuestionAndOneThatIsYetToComeIsALabel() {
        MessageRecord question = evening.thirdQuestion(evening.starts());

        answer(Map.of("question", 3), "Now");
        assertThat(evening.facilitator.lastSaid().place()).isEqualTo(new Place.Under(evening.id(question)));
        assertThat(evening.facilitator.lastSaid().text()).isEqualTo("Now");
        answer(Map.of("question", 4), "Early");
        assertThat(evening.facilitator.lastSaid().place()).isEqualTo(Place.ROOM);
        assertThat(evening.facilitator.lastSaid().text()).isEqualTo("A4: Early");
    }

    private void answer(Map<String, ?> options, String words) {
        Modal modal = evening.ana.runs(evening.channel, "/answer", options).modal();
        evening.ana.submits(modal, Evening.text(words)).reply();
    }

    @Test
    void withoutANumberTheQuestionIsMeantThatWasOpenWhenTheDialogOpened() {
        MessageRecord question = evening.thirdQuestion(evening.starts());
        Modal modal = evening.ana.runs(evening.channel, "/answer").modal();
        Awaitility.await().until(() -> evening.answered("where") == 1);
        evening.facilitator.cards.computeIfPresent(evening.room, (_, card) -> PanelTest.closing(card));

        evening.ana.submits(modal, Evening.text("Thought for long")).reply();

        assertThat(evening.facilitator.lastSaid().place()).isEqualTo(new Place.Under(evening.id(question)));
    }

    @Test
    void whereNoQuestionIsOpenItIsSaidInTheRoom() {
        evening.thirdQuestion(evening.starts());
        evening.facilitator.cards.computeIfPresent(evening.room, (_, card) -> PanelTest.closing(card));

        answer(Map.of(), "Thanks to all");

        assertThat(evening.facilitator.lastSaid().place()).isEqualTo(Place.ROOM);
        assertThat(evening.facilitator.lastSaid().text()).isEqualTo("Thanks to all");
    }

    @Test
    void aThreadIsPartOfItsRoom() {
        MessageRecord question = evening.thirdQuestion(evening.starts());
        Channel thread = question.thread();

        evening.ana
                .submits(
                        evening.ana
                                .runs(thread, "/answer", Map.of("question", 3))
                                .modal(),
                        Evening.text("Here"))
                .reply();

        assertThat(evening.facilitator.lastSaid().message().room()).isEqualTo(evening.room);
        assertThat(evening.facilitator.lastSaid().place()).isEqualTo(new Place.Under(evening.id(question)));
    }

    @Test
    void whereAreWeIsAnsweredToOneAlone() {
        MessageRecord question = evening.thirdQuestion(evening.starts());

        MessageRecord where =
                evening.ana.pressesLabel(question, "Where are we?").reply();

        assertThat(where.isEphemeral()).isTrue();
        assertThat(where.content()).startsWith("We are at **question 3**");
        evening.ana
                .submits(evening.ana.pressesLabel(where, "Answer").modal(), Evening.text("Late but here"))
                .reply();
        assertThat(evening.facilitator.lastSaid().place()).isEqualTo(new Place.Under(evening.id(question)));
    }

    @Test
    void whatCannotBeKeptIsTriedAgain() {
        MessageRecord question = evening.thirdQuestion(evening.starts());
        evening.facilitator.trouble = new IllegalStateException("no database");

        Interaction sent =
                evening.ana.submits(evening.ana.pressesLabel(question, "Answer").modal(), Evening.text("Precious"));
        assertThat(contents(sent, 2))
                .containsExactly(
                        "This is not kept yet; Parley goes on trying. Here is what you wrote, to be safe:",
                        "```\nPrecious\n```");
        evening.facilitator.trouble = null;

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> sent.reply().content().startsWith("Kept"));
        assertThat(evening.facilitator.heard).hasSize(1);
    }

    @Test
    void whatIsNotKeptInTheEndIsGivenBack() {
        evening.keepingFor(Duration.ofSeconds(2));
        MessageRecord question = evening.thirdQuestion(evening.starts());
        evening.facilitator.trouble = new IllegalStateException("no database");
        String words = "Long thoughts, one by one. ".repeat(140).strip();

        Interaction sent =
                evening.ana.submits(evening.ana.pressesLabel(question, "Answer").modal(), Evening.text(words));

        Awaitility.await().until(() -> sent.reply().content().startsWith("This could not be kept"));
        List<String> back = contents(sent, 5);
        assertThat(back.subList(3, 5).stream()
                        .map(part -> part.substring(4, part.length() - 4))
                        .collect(Collectors.joining()))
                .isEqualTo(words);
        assertThat(back).allMatch(part -> part.length() <= 2_000);
    }

    @Test
    void whoeverStopsParleyLosesNobodysWords() {
        DiscordPlatform platform = evening.starts();
        MessageRecord question = evening.thirdQuestion(platform);
        evening.databaseHangs();

        Interaction sent =
                evening.ana.submits(evening.ana.pressesLabel(question, "Answer").modal(), Evening.text("Precious"));
        sent.acknowledged();
        evening.stops(platform);

        assertThat(contents(sent, 2))
                .containsExactly("This could not be kept. Here is what you wrote, to copy:", "```\nPrecious\n```");
    }

    @Test
    void whatIsRefusedIsGivenBackWithTheReason() {
        MessageRecord question = evening.thirdQuestion(evening.starts());
        evening.facilitator.trouble = new Refused("Too late for *that*.");

        Interaction sent =
                evening.ana.submits(evening.ana.pressesLabel(question, "Answer").modal(), Evening.text("Precious"));

        assertThat(contents(sent, 2)).containsExactly("Too late for *that*.", "```\nPrecious\n```");
    }

    @Test
    void theSameSubmissionTwiceIsOneAnswer() {
        MessageRecord question = evening.thirdQuestion(evening.starts());
        evening.discord.faults(Faults.from(5).doubling(1));

        Interaction sent =
                evening.ana.submits(evening.ana.pressesLabel(question, "Answer").modal(), Evening.text("Once"));

        assertThat(sent.reply().content()).startsWith("Kept");
        assertThat(evening.facilitator.heard.stream()
                        .map(Incoming.Said.class::cast)
                        .map(Incoming.Said::message)
                        .map(MessageId::id)
                        .distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@everyone @here <@&1> <@2>",
                "**bold** _it_ ~~no~~ `code` ```block``` ||hidden|| [a](https://example.org)",
                "\u202Egnihtemos sdaer \u2066this",
                "Z\u0300\u0301\u0302\u0303\u200B\u200D\uFEFF",
                "> quote\n# title\n- item\n1. one\n<t:0:R> </chat:1> :smile:",
                "{filed} {mine} %s $1 \\1"
            })
    void hostileWordsAreWordsAndNothingElse(String words) {
        MessageRecord question = evening.thirdQuestion(evening.starts());

        Interaction sent =
                evening.ana.submits(evening.ana.pressesLabel(question, "Answer").modal(), Evening.text(words));
        sent.reply();
        assertThat(evening.facilitator.lastSaid().text()).isEqualTo(words);
        MessageRecord mine = evening.ana.runs(evening.channel, "/mine").reply();

        assertThat(mine.pings()).isEmpty();
        assertThat(mine.isEphemeral()).isTrue();
        assertThat(mine.content()).contains("\u2068").contains("\u2069");
    }

    @Test
    void twoThousandEmojiFit() {
        MessageRecord question = evening.thirdQuestion(evening.starts());
        String words = "👩‍👩‍👧‍👦".repeat(360);

        evening.ana
                .submits(evening.ana.pressesLabel(question, "Answer").modal(), Evening.text(words))
                .reply();
        MessageRecord mine = evening.ana.runs(evening.channel, "/mine").reply();

        assertThat(evening.facilitator.lastSaid().text()).isEqualTo(words);
        assertThat(mine.content().length()).isLessThanOrEqualTo(2_000);
    }

    @Test
    void inPrivateOneIsCalledAsInTheServer() {
        evening.ana.calledIn(evening.guild, "Ana the Third");
        evening.thirdQuestion(evening.starts());

        Modal modal = evening.ana.runs(evening.ana.privately(), "/answer").modal();
        evening.ana.submits(modal, Evening.text("From afar")).reply();

        assertThat(evening.facilitator.lastSaid().name()).isEqualTo("Ana the Third");
    }
}
