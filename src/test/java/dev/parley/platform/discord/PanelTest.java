package dev.parley.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.Card;
import dev.parley.platform.Outgoing;
import dev.parley.platform.discord.local.Faults;
import dev.parley.platform.discord.local.Interaction;
import dev.parley.platform.discord.local.MessageRecord;
import dev.parley.platform.discord.local.Permission;
import dev.parley.voice.Prompts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    /** Shows a card, and waits until it stands in a panel. */
    private void shows(DiscordPlatform platform, Card card) {
        long before = written();
        platform.keepInSight(card);
        Awaitility.await().until(() -> written() > before);
    }

    /** How often something was written elsewhere than in the room. */
    private long written() {
        return evening.discord.requests().all().stream()
                .filter(request -> request.method().matches("POST|PATCH") && request.status() == 200)
                .filter(request -> request.path().matches(".*/channels/\\d+/messages.*")
                        && !request.path().contains(evening.room.id()))
                .count();
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

        shows(platform, card);

        assertThat(panel().content())
                .isEqualTo("**Tuesday talk** · running\n"
                        + "Question 3: What makes a meeting feel like a talk between equals?\n"
                        + "Next step <t:" + card.until().orElseThrow().getEpochSecond() + ":R>\n"
                        + "⚠ The bot may not *pin*.");
        assertThat(panel().buttons()).containsExactly("Next question", "Pause", "End", "Refresh");
        shows(platform, changed(card, Card.Stage.PAUSED, List.of("resume"), List.of()));
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
        shows(before, evening.card());
        evening.stops(before);
        DiscordPlatform after = evening.starts();

        shows(after, evening.card());
        assertThat(evening.hosts.saidByBot()).hasSize(1);
        shows(after, changed(evening.card(), Card.Stage.OVER, List.of(), List.of()));
        after.keepInSight(changed(evening.card(), Card.Stage.OVER, List.of(), List.of()));
        assertThat(panel().content()).isEqualTo("**Tuesday talk** · over");
        assertThat(panel().buttons()).isEmpty();
        assertThat(evening.hosts.saidByBot()).hasSize(1);
        shows(after, changed(evening.card(), Card.Stage.BEFORE, List.of("start"), List.of()));
        assertThat(evening.hosts.saidByBot()).hasSize(2);
    }

    @Test
    void everyPressIsAuthorisedAnew() {
        DiscordPlatform platform = evening.starts();
        evening.thirdQuestion(platform);
        shows(platform, evening.card());

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
        shows(platform, evening.card());
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
        shows(platform, evening.card());
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
        shows(platform, evening.card());

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

        shows(platform, with(evening.card(), "next", "undo"));
        assertThat(panel().versions()).isNotEmpty();
        assertThat(panel().buttons()).containsExactly("Next question", "Undo", "Refresh");

        Awaitility.await().until(() -> panel().buttons().equals(List.of("Next question", "Refresh")));
    }

    @Test
    void withoutAChannelEachNamedHostHasAPanelOfTheirOwn() {
        evening.withoutHostsChannel();
        DiscordPlatform platform = evening.starts();
        evening.thirdQuestion(platform);

        shows(platform, evening.card());
        shows(platform, with(evening.card(), "next"));

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

        platform.keepInSight(evening.card());

        Awaitility.await()
                .until(
                        () -> platform.check(evening.room)
                                .equals(
                                        List.of(
                                                "The hosts' panel cannot be shown: This person takes no private messages from the bot.")));
        evening.ines.opensDms();
        shows(platform, evening.card());
        Awaitility.await().until(() -> platform.check(evening.room).isEmpty());
        assertThat(evening.ines.inbox()).hasSize(1);
    }

    @Test
    void aHostsChannelThatIsShutIsATroubleUntilItIsOpen() {
        DiscordPlatform platform = evening.starts();
        evening.thirdQuestion(platform);
        evening.hosts.deniesBot(Permission.VIEW_CHANNEL);

        platform.keepInSight(evening.card());
        Awaitility.await()
                .untilAsserted(() -> assertThat(platform.check(evening.room))
                        .singleElement()
                        .asString()
                        .startsWith("The hosts' panel cannot"));
        evening.hosts.leavesBotAlone();
        shows(platform, evening.card());
        Awaitility.await().until(() -> platform.check(evening.room).isEmpty());
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

    @ParameterizedTest
    @MethodSource
    void whatHoldsUpThePanelHoldsUpNoQuestion(UnaryOperator<Faults> trouble) {
        DiscordPlatform platform = evening.starts();
        evening.thirdQuestion(platform);
        evening.discord.faults(trouble.apply(Faults.from(7).within(evening.hosts)));

        platform.keepInSight(evening.card());
        platform.keepInSight(changed(evening.card(), Card.Stage.PAUSED, List.of("resume"), List.of()));
        assertThat(platform.post(new Outgoing(
                        "talk/Q4", evening.room, "**Q4** And then?", Optional.empty(), Outgoing.Tone.PLAIN)))
                .isNotNull();
        assertThat(evening.hosts.saidByBot()).isEmpty();
        evening.discord.faultless();

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !evening.hosts.saidByBot().isEmpty()
                        && panel().content().startsWith("**Tuesday talk** · paused"));
        assertThat(evening.hosts.saidByBot()).hasSize(1);
        Awaitility.await().until(() -> platform.check(evening.room).isEmpty());
    }

    static Stream<UnaryOperator<Faults>> whatHoldsUpThePanelHoldsUpNoQuestion() {
        return Stream.of(faults -> faults.failing(1), faults -> faults.limiting(1), faults -> faults.badGateways(1));
    }

    @Test
    void aPanelThatCannotBeShownYetIsATroubleUntilItIs() {
        DiscordPlatform platform = evening.starts();
        evening.thirdQuestion(platform);
        evening.discord.faults(Faults.from(7).within(evening.hosts).failing(1));

        platform.keepInSight(evening.card());

        Awaitility.await()
                .untilAsserted(() -> assertThat(platform.check(evening.room))
                        .singleElement()
                        .asString()
                        .startsWith("The hosts' panel cannot be shown: Discord did not answer"));
        evening.discord.faultless();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> platform.check(evening.room).isEmpty());
        assertThat(evening.hosts.saidByBot()).hasSize(1);
    }

    @Test
    void aPanelIsNeverShownWhereEverybodySeesIt() {
        evening.panelIn(evening.other);
        DiscordPlatform platform = evening.starts();
        evening.thirdQuestion(platform);

        platform.keepInSight(evening.card());

        assertThat(platform.check(evening.room))
                .singleElement()
                .asString()
                .startsWith("The hosts' panel is not shown: everybody in the server can see its channel.");
        assertThat(DiscordCheck.of(evening.settings(), Prompts.of("discord", "commands"))
                        .rooms()
                        .get(Long.toString(evening.other.id())))
                .singleElement()
                .asString()
                .startsWith("The hosts' panel is not shown: everybody");
        evening.other.denies(evening.guild.everyone(), Permission.VIEW_CHANNEL);
        evening.other.allows(evening.guild.botRole(), Permission.VIEW_CHANNEL);
        shows(platform, with(evening.card(), "next"));
        assertThat(platform.check(evening.room)).isEmpty();
        assertThat(evening.other.saidByBot()).hasSize(1);
    }

    @Test
    void theCheckNamesAPanelWhereTheChatIs() {
        evening.panelIn(evening.channel);

        assertThat(DiscordCheck.of(evening.settings(), Prompts.of("discord", "commands"))
                        .rooms()
                        .get(evening.room.id()))
                .singleElement()
                .asString()
                .startsWith("The hosts' panel cannot be in a channel where a chat is held");
    }
}
