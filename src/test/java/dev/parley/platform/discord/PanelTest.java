package dev.parley.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.parley.platform.Card;
import dev.parley.platform.discord.local.Interaction;
import dev.parley.platform.discord.local.MessageRecord;
import dev.parley.platform.discord.local.Permission;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PanelTest {
    private final Evening evening = new Evening();

    @AfterEach
    void nothingWasWrong() {
        evening.close();
        assertThat(evening.discord.violations()).isEmpty();
    }

    static Card with(Card card, String... verbs) {
        return changed(card, card.stage(), List.of(verbs), List.of());
    }

    /** No question is open any more. */
    static Card closing(Card card) {
        return new Card(
                card.room(),
                card.title(),
                Card.Stage.CLOSING,
                Optional.empty(),
                card.until(),
                card.asked(),
                card.text(),
                card.agenda(),
                card.verbs(),
                card.troubles());
    }

    private static Card changed(Card card, Card.Stage stage, List<String> verbs, List<String> troubles) {
        return new Card(
                card.room(),
                card.title(),
                stage,
                stage == Card.Stage.OVER ? Optional.empty() : card.question(),
                stage == Card.Stage.OVER ? Optional.empty() : card.until(),
                card.asked(),
                card.text(),
                card.agenda(),
                verbs,
                troubles);
    }

    private MessageRecord panel() {
        return evening.hosts.saidByBot().getLast();
    }

    @Test
    void hostsSeeInTheirChannelHowTheChatStands() {
        DiscordPlatform platform = evening.starts();
        evening.thirdQuestion(platform);
        Card card = changed(
                evening.card(),
                Card.Stage.QUESTION,
                List.of("pause", "next", "end"),
                List.of("The bot may not *pin*."));

        platform.keepInSight(card);

        assertThat(panel().content())
                .isEqualTo("**Tuesday talk** · running\n"
                        + "Question 3: What makes a meeting feel like a talk between equals?\n"
                        + "Next step <t:" + card.until().orElseThrow().getEpochSecond() + ":R>\n"
                        + "⚠ The bot may not *pin*.");
        assertThat(panel().buttons()).containsExactly("Next question", "Pause", "End", "Refresh");
        platform.keepInSight(changed(card, Card.Stage.PAUSED, List.of("resume"), List.of()));
        assertThat(evening.hosts.saidByBot()).hasSize(1);
        assertThat(panel().content()).startsWith("**Tuesday talk** · paused\n");
        assertThat(panel().buttons()).containsExactly("Resume", "Refresh");
        assertThat(evening.channel.saidByBot())
                .noneMatch(message -> message.buttons().contains("Resume"));
    }

    @Test
    void aPanelFromBeforeARestartIsFoundAndTheNextChatGetsItsOwn() {
        DiscordPlatform before = evening.starts();
        evening.thirdQuestion(before);
        before.keepInSight(evening.card());
        evening.stops(before);
        DiscordPlatform after = evening.starts();

        after.keepInSight(evening.card());
        assertThat(evening.hosts.saidByBot()).hasSize(1);
        after.keepInSight(changed(evening.card(), Card.Stage.OVER, List.of(), List.of()));
        after.keepInSight(changed(evening.card(), Card.Stage.OVER, List.of(), List.of()));
        assertThat(panel().content()).isEqualTo("**Tuesday talk** · over");
        assertThat(panel().buttons()).isEmpty();
        assertThat(evening.hosts.saidByBot()).hasSize(1);
        after.keepInSight(changed(evening.card(), Card.Stage.BEFORE, List.of("start"), List.of()));
        assertThat(evening.hosts.saidByBot()).hasSize(2);
    }

    @Test
    void everyPressIsAuthorisedAnew() {
        DiscordPlatform platform = evening.starts();
        evening.thirdQuestion(platform);
        platform.keepInSight(evening.card());

        Interaction stranger = evening.ana.pressesLabel(panel(), "Next question");
        assertThat(stranger.replies(1)).extracting(MessageRecord::content).containsExactly("This is for hosts.");
        assertThat(stranger.replies(1)).allMatch(MessageRecord::isEphemeral);
        assertThat(panel().content()).startsWith("**Tuesday talk** · running");
        evening.hanna.pressesLabel(panel(), "Next question").acknowledged();
        Awaitility.await().until(() -> evening.facilitator.steered.equals(List.of("next")));
        evening.ana.pressesLabel(panel(), "Jump to…").reply();
        assertThat(evening.facilitator.steered).containsExactly("next");
    }

    @Test
    void itIsRefreshedForHostsAndShowsOthersWhatEverybodyMaySee() {
        DiscordPlatform platform = evening.starts();
        evening.thirdQuestion(platform);
        platform.keepInSight(evening.card());
        evening.facilitator.cards.put(
                evening.room, changed(evening.card(), Card.Stage.PAUSED, List.of("resume"), List.of("Secret.")));

        Interaction stranger = evening.ana.pressesLabel(panel(), "Refresh");
        assertThat(stranger.replies(1))
                .singleElement()
                .satisfies(reply -> assertThat(reply.isEphemeral()).isTrue())
                .satisfies(reply ->
                        assertThat(reply.content()).startsWith("We are at").doesNotContain("Secret"));
        assertThat(panel().content()).startsWith("**Tuesday talk** · running");
        assertThat(Evening.afterPressing(evening.ines, panel(), "Refresh").content())
                .startsWith("**Tuesday talk** · paused")
                .contains("Secret");
    }

    @Test
    void aPressShowsWhatCameOfIt() {
        DiscordPlatform platform = evening.starts();
        evening.thirdQuestion(platform);
        platform.keepInSight(evening.card());
        evening.facilitator.cards.put(
                evening.room, changed(evening.card(), Card.Stage.PAUSED, List.of("resume"), List.of()));

        evening.ines.pressesLabel(panel(), "Pause");

        Awaitility.await().until(() -> panel().buttons().equals(List.of("Resume", "Refresh")));
        assertThat(evening.facilitator.steered).containsExactly("pause");
    }

    @Test
    void whatNeedsMoreIsAskedFor() {
        DiscordPlatform platform = evening.starts();
        evening.thirdQuestion(platform);
        platform.keepInSight(evening.card());

        MessageRecord jump = evening.ines.pressesLabel(panel(), "Jump to…").reply();
        Evening.after(jump, () -> evening.ines.picks(jump, "jump." + evening.room.id() + ".", "4"));
        MessageRecord person = evening.ines.pressesLabel(panel(), "Co-host…").reply();
        Evening.after(
                person,
                () -> evening.ines.picks(person, "cohost." + evening.room.id() + ".", Long.toString(evening.bo.id())));
        Interaction adding = evening.ines.pressesLabel(panel(), "Add a question");
        evening.ines.submits(adding.modal(), Evening.text("Who is missing?")).reply();
        MessageRecord end = evening.ines.pressesLabel(panel(), "End").reply();
        MessageRecord goesOn = Evening.afterPressing(evening.ines, end, "Go on");
        assertThat(goesOn.content()).isEqualTo("The chat goes on.");
        MessageRecord again = evening.ines.pressesLabel(panel(), "End").reply();
        Evening.afterPressing(evening.ines, again, "End it");

        assertThat(Stream.of(jump, person, end, again)).allMatch(MessageRecord::isEphemeral);
        assertThat(evening.facilitator.steered)
                .containsExactly("jump 4", "cohost " + evening.bo.id(), "add Who is missing?", "end");
    }

    @Test
    void theWayBackIsOfferedForAShortWhile() {
        DiscordPlatform platform = evening.starts();
        evening.thirdQuestion(platform);

        platform.keepInSight(with(evening.card(), "next", "undo"));
        assertThat(panel().versions()).isNotEmpty();
        assertThat(panel().buttons()).containsExactly("Next question", "Undo", "Refresh");

        Awaitility.await().until(() -> panel().buttons().equals(List.of("Next question", "Refresh")));
    }

    @Test
    void withoutAChannelEachNamedHostHasAPanelOfTheirOwn() {
        evening.withoutHostsChannel();
        DiscordPlatform platform = evening.starts();
        evening.thirdQuestion(platform);

        platform.keepInSight(evening.card());
        platform.keepInSight(with(evening.card(), "next"));

        assertThat(evening.ines.inbox()).hasSize(1);
        assertThat(evening.hanna.inbox()).isEmpty();
        evening.ines
                .pressesLabel(evening.ines.inbox().getFirst(), "Next question")
                .acknowledged();
        Awaitility.await().until(() -> evening.facilitator.steered.equals(List.of("next")));
    }

    @Test
    void aHostWhoTakesNoMessagesIsNamedAsATroubleAndNothingElseIs() {
        evening.withoutHostsChannel();
        evening.ines.closesDms();
        DiscordPlatform platform = evening.starts();
        evening.thirdQuestion(platform);

        assertThatCode(() -> platform.keepInSight(evening.card())).doesNotThrowAnyException();

        assertThat(platform.check(evening.room))
                .singleElement()
                .asString()
                .isEqualTo("The hosts' panel cannot be shown: This person takes no private messages from the bot.");
        evening.ines.opensDms();
        platform.keepInSight(evening.card());
        assertThat(platform.check(evening.room)).isEmpty();
        assertThat(evening.ines.inbox()).hasSize(1);
    }

    @Test
    void aHostsChannelThatIsShutIsATroubleUntilItIsOpen() {
        DiscordPlatform platform = evening.starts();
        evening.thirdQuestion(platform);
        evening.hosts.deniesBot(Permission.VIEW_CHANNEL);

        platform.keepInSight(evening.card());
        assertThat(platform.check(evening.room)).singleElement().asString().startsWith("The hosts' panel cannot");
        evening.hosts.leavesBotAlone();
        platform.keepInSight(evening.card());
        assertThat(platform.check(evening.room)).isEmpty();
        assertThat(evening.hosts.saidByBot()).hasSize(1);
    }

    @Test
    void aPanelIsNeverShownWhereTheChatIs() {
        evening.panelIn(evening.channel);
        DiscordPlatform platform = evening.starts();
        evening.thirdQuestion(platform);

        platform.keepInSight(evening.card());

        assertThat(evening.channel.saidByBot())
                .noneMatch(message -> message.buttons().contains("Refresh"));
        assertThat(platform.check(evening.room)).singleElement().asString().startsWith("The hosts' panel cannot be in");
    }
}
