package dev.parley.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.Card;
import dev.parley.platform.slack.local.Interaction;
import dev.parley.platform.slack.local.Message;
import dev.parley.platform.slack.local.View;
import dev.parley.voice.Prompts;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PanelTest {
    private final TalkEvening evening = new TalkEvening();

    @AfterEach
    void nothingWasWrong() {
        evening.close();
        assertThat(evening.slack.violations()).isEmpty();
    }

    private Message panel() {
        Awaitility.await().until(() -> !evening.hosts.fromBot().isEmpty());
        return evening.hosts.fromBot().getLast();
    }

    private static Card with(Card card, Card.Stage stage, List<String> verbs) {
        return new Card(
                card.room(),
                card.title(),
                stage,
                card.question(),
                card.until(),
                card.asked(),
                card.text(),
                card.agenda(),
                verbs,
                card.troubles());
    }

    private static List<String> buttons(Message message) {
        return labels(message.blocks().toString());
    }

    private static List<String> labels(String blocks) {
        return Stream.of("Pause", "Hold", "Next question", "End", "Undo", "Refresh")
                .filter(label -> blocks.contains("\"text\":\"" + label + "\""))
                .toList();
    }

    @Test
    void thePanelStandsInTheHostsChannelAndChangesInPlace() {
        SlackPlatform platform = evening.starts();
        evening.thirdQuestion(platform);

        platform.keepInSight(evening.card());
        Message panel = panel();
        assertThat(panel.shown()).contains("Tuesday talk · running", "Question 3: What makes a meeting", "Next step");
        assertThat(buttons(panel)).containsExactly("Pause", "Hold", "Next question", "End", "Refresh");

        platform.keepInSight(with(evening.card(), Card.Stage.PAUSED, List.of("resume")));
        TalkEvening.showing(panel, one -> one.shown().contains("Tuesday talk · paused"));
        assertThat(evening.hosts.fromBot()).containsExactly(panel);
        assertThat(evening.channel.texts()).noneMatch(text -> text.contains("paused"));
    }

    @Test
    void hostsSteerByIt() {
        SlackPlatform platform = evening.starts();
        evening.thirdQuestion(platform);
        platform.keepInSight(evening.card());
        Message panel = panel();

        evening.facilitator.cards.put(evening.room, with(evening.card(), Card.Stage.PAUSED, List.of("hold")));
        evening.hanna.pressesLabel(panel, "Next question");
        TalkEvening.showing(panel, one -> one.shown().contains("paused"));
        evening.ines.pressesLabel(panel, "Hold");
        Awaitility.await().until(() -> evening.facilitator.steered.equals(List.of("next", "hold")));

        assertThat(evening.hosts.fromBot()).containsExactly(panel);
        assertThat(evening.hanna.seesEphemerals()).isEmpty();
    }

    @Test
    void whoIsNoHostIsRefusedAlone() {
        SlackPlatform platform = evening.starts();
        evening.thirdQuestion(platform);
        platform.keepInSight(evening.card());
        Message panel = panel();
        String before = panel.blocks().toString();

        Interaction pressed = evening.ana.pressesLabel(panel, "Next question");

        assertThat(pressed.reply().shown()).isEqualTo("This is for hosts.");
        assertThat(evening.ana.seesEphemerals()).hasSize(1);
        assertThat(evening.facilitator.steered).isEmpty();
        assertThat(panel.blocks().toString()).isEqualTo(before);
        assertThat(evening.hanna.seesEphemerals()).isEmpty();
    }

    @Test
    void whatNeedsMoreIsAskedForAlone() {
        SlackPlatform platform = evening.starts();
        evening.thirdQuestion(platform);
        platform.keepInSight(evening.card());
        Message panel = panel();

        Message end = evening.hanna.pressesLabel(panel, "End").reply();
        assertThat(end.shown()).startsWith("End the chat now?");
        evening.hanna.pressesLabel(end, "End it");
        Awaitility.await().until(() -> evening.facilitator.steered.contains("end"));

        View add = evening.hanna.pressesLabel(panel, "Add a question").modal();
        evening.hanna.submits(add, TalkEvening.text("What would you drop?"));
        Awaitility.await().until(() -> evening.facilitator.steered.contains("add What would you drop?"));
    }

    @Test
    void aQuestionThatIsRefusedIsGivenBackToCopy() {
        SlackPlatform platform = evening.starts();
        evening.thirdQuestion(platform);
        platform.keepInSight(evening.card());

        View add = evening.ana.pressesLabel(panel(), "Add a question").modal();
        evening.ana.submits(add, TalkEvening.text("What would I drop?"));

        TalkEvening.showing(add, "This is for hosts.");
        assertThat(add.shown()).contains("What would I drop?");
        assertThat(evening.facilitator.steered).isEmpty();
    }

    @Test
    void itIsKnownAgainAfterARestartAndIsNewForTheNextChat() {
        SlackPlatform first = evening.starts();
        evening.thirdQuestion(first);
        first.keepInSight(evening.card());
        Message panel = panel();
        evening.stops(first);

        SlackPlatform second = evening.starts();
        second.keepInSight(with(evening.card(), Card.Stage.PAUSED, List.of("resume")));
        TalkEvening.showing(panel, one -> one.shown().contains("paused"));
        second.keepInSight(evening.at(Card.Stage.OVER));
        TalkEvening.showing(panel, one -> one.shown().contains("Tuesday talk · over"));
        assertThat(buttons(panel)).isEmpty();
        assertThat(evening.hosts.fromBot()).containsExactly(panel);
        evening.stops(second);

        evening.starts().keepInSight(evening.card());
        Awaitility.await().until(() -> evening.hosts.fromBot().size() == 2);
    }

    @Test
    void whatCanBeTakenBackCanBeForAShortWhile() {
        SlackPlatform platform = evening.starts();
        evening.thirdQuestion(platform);
        platform.keepInSight(with(evening.card(), Card.Stage.QUESTION, List.of("undo", "next")));

        assertThat(buttons(panel())).contains("Undo");
        TalkEvening.showing(panel(), one -> !buttons(one).contains("Undo"));
    }

    @Test
    void withoutAHostsChannelEachHostHasIt() {
        SlackPlatform platform = evening.withoutHostsChannel().starts();
        evening.thirdQuestion(platform);

        platform.keepInSight(evening.card());

        Awaitility.await().until(() -> evening.hanna.inbox().size() == 1);
        Awaitility.await().until(() -> evening.ines.inbox().size() == 1);
        Message hers = evening.hanna.inbox().getFirst();
        evening.hanna.pressesLabel(hers, "Next question");
        Awaitility.await().until(() -> evening.facilitator.steered.equals(List.of("next")));
        assertThat(evening.ana.inbox()).isEmpty();
        assertThat(platform.check(evening.room)).isEmpty();
    }

    @Test
    void itIsNotShownWhereEverybodyWouldSeeIt() {
        SlackPlatform platform = evening.panelIn(evening.other).starts();
        evening.thirdQuestion(platform);

        platform.keepInSight(evening.card());

        assertThat(platform.check(evening.room)).singleElement().asString().contains("everybody can see its channel");
        assertThat(SlackCheck.of(evening.settings(), Prompts.of("slack", "commands"))
                        .rooms()
                        .get(evening.other.id()))
                .singleElement()
                .asString()
                .contains("everybody can see its channel");
        assertThat(evening.other.fromBot()).isEmpty();
    }

    @Test
    void itIsNotShownInARoom() {
        SlackPlatform platform = evening.panelIn(evening.channel).starts();
        evening.thirdQuestion(platform);

        platform.keepInSight(evening.card());

        assertThat(platform.check(evening.room)).singleElement().asString().contains("cannot be in a channel where");
    }

    @Test
    void aChannelWithoutTheBotIsSaid() {
        SlackPlatform platform = evening.starts();
        evening.thirdQuestion(platform);
        evening.hosts.removesBot();

        platform.keepInSight(evening.card());

        Awaitility.await()
                .until(() -> platform.check(evening.room).stream()
                        .anyMatch(trouble -> trouble.startsWith("The hosts' panel cannot be shown:")));
    }
}
