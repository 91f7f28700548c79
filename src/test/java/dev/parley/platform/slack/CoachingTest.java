package dev.parley.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.conversation.RoomId;
import dev.parley.platform.FakeCoaching;
import dev.parley.platform.Incoming;
import dev.parley.platform.Order;
import dev.parley.platform.Outgoing;
import dev.parley.platform.slack.local.Interaction;
import dev.parley.platform.slack.local.Message;
import dev.parley.platform.slack.local.Person;
import dev.parley.platform.slack.local.View;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The ways into coaching, over a local Slack. */
class CoachingTest {
    private final TalkEvening evening = new TalkEvening();
    private final FakeCoaching coaching = new FakeCoaching();

    {
        evening.facilitator.coaching = Optional.of(coaching);
    }

    @AfterEach
    void nothingWasWrong() {
        coaching.busy.countDown();
        assertThat(List.of(evening.bo, evening.ana, evening.hanna))
                .as("hostile words ping nobody")
                .allMatch(person -> person.pings().isEmpty());
        evening.close();
        assertThat(evening.slack.violations()).isEmpty();
    }

    private Message runs(String command) {
        return evening.ana.runs(evening.channel, command).reply();
    }

    private void isOpenTo(Person person) {
        coaching.asked.add(evening.account(person));
    }

    private static Message told(Person to, String words) {
        Awaitility.await()
                .until(() -> to.inbox().stream().anyMatch(one -> one.shown().contains(words)));
        return to.inbox().stream()
                .filter(one -> one.shown().contains(words))
                .findFirst()
                .orElseThrow();
    }

    private static void isReceived(Message word) {
        Awaitility.await().until(() -> word.reactions().containsKey("white_check_mark"));
    }

    private MessageId id(Message message) {
        String room = evening.workspace.id() + "/" + message.channel().id();
        return new MessageId(new RoomId("slack", room), message.ts());
    }

    @Test
    void whatIsOrderedIsAnsweredToOneAlone() {
        evening.starts();

        Message overview = runs("/parley coaching");
        assertThat(overview.shown()).startsWith("How things stand for Ana");
        assertThat(evening.ana.seesEphemerals()).contains(overview);
        evening.ana.pressesLabel(overview, "Later");

        Awaitility.await()
                .until(() -> evening.ana.seesEphemerals().stream()
                        .anyMatch(one -> one.shown().equals("Later, then")));
        assertThat(coaching.pressed).containsExactly("later:1");
        assertThat(evening.channel.history()).isEmpty();
        assertThat(evening.ana.inbox()).isEmpty();
    }

    @Test
    void everyOrderIsThere() {
        evening.starts();

        runs("/parley coaching partner @Bo impact");
        runs("/parley coaching meet tomorrow 3pm, 45 minutes");
        runs("/parley coaching try silence & <patience> with @Bo");
        runs("/parley coaching need time");
        runs("/parley coaching clock Europe/Lisbon, quiet 7pm to 7am");
        List.of("overview", "Reflect", "goal", "journal", "leave").forEach(word -> runs("/parley coaching " + word));

        assertThat(coaching.ordered)
                .contains(
                        new Order(
                                Order.Kind.PARTNER,
                                Optional.of(new Order.Named(evening.account(evening.bo), "Bo")),
                                "impact"),
                        new Order(Order.Kind.MEET, Optional.empty(), "tomorrow 3pm, 45 minutes"),
                        new Order(Order.Kind.TRY, Optional.empty(), "silence & <patience> with @bo"),
                        new Order(Order.Kind.NEED, Optional.empty(), "time"),
                        new Order(Order.Kind.CLOCK, Optional.empty(), "Europe/Lisbon, quiet 7pm to 7am"));
        assertThat(coaching.ordered).extracting(Order::kind).containsAll(List.of(Order.Kind.values()));
        assertThat(evening.bo.inbox()).isEmpty();
    }

    @Test
    void aMachineIsNoPartner() {
        evening.starts();

        runs("/parley coaching partner @" + evening.workspace.bot().name() + " impact");

        assertThat(coaching.ordered).containsExactly(new Order(Order.Kind.PARTNER, Optional.empty(), "impact"));
    }

    @Test
    void helpSaysWhatThereIs() {
        evening.starts();

        assertThat(runs("/parley help").shown()).contains("/parley coaching");
        Interaction unknown = evening.ana.runs(evening.channel, "/parley coaching tomorrow 3pm");
        assertThat(unknown.replies(2).getFirst().shown())
                .contains("/parley coaching meet", "/parley coaching journal")
                .doesNotContain("/parley answer");
        assertThat(unknown.replies(2).getLast().shown()).isEqualTo("tomorrow 3pm");
        assertThat(coaching.ordered).isEmpty();
    }

    @Test
    void withoutCoachingNothingIsSaidOfIt() {
        evening.facilitator.coaching = Optional.empty();
        evening.starts();

        assertThat(runs("/parley coaching meet tomorrow").shown()).doesNotContain("/parley coaching");
        evening.ana.opensHome();
        Awaitility.await().until(() -> evening.ana.home() != null);
        assertThat(Objects.requireNonNull(evening.ana.home()).shown()).doesNotContain("Coaching");
    }

    @Test
    void whatTakesLongIsAcknowledgedInTime() {
        evening.starts();
        coaching.busy = new CountDownLatch(1);

        Interaction asked = evening.ana.runs(evening.channel, "/parley coaching");
        assertThat(asked.isAcknowledged()).isTrue();
        coaching.busy.countDown();

        assertThat(asked.reply().shown()).startsWith("How things stand");
    }

    @Test
    void aFormIsFilledInAndKept() {
        isOpenTo(evening.ana);
        coaching.held = "We began late";
        evening.starts();

        View form = evening.ana.pressesLabel(runs("/parley coaching"), "Answer").modal();
        assertThat(form.title()).startsWith("Looking back");
        assertThat(form.submit()).isEqualTo("Keep it");
        assertThat(form.blocks().toString()).contains("\"initial_value\":\"We began late\"", "\"optional\":true");
        evening.ana.submits(form, Map.of("back", "We listened"));

        TalkEvening.showing(form, "Kept for you alone");
        assertThat(coaching.filled).containsExactly(Map.of("back", "We listened", "ahead", ""));
    }

    @Test
    void aFormThatAllSeeIsFilledInByOneAlone() {
        isOpenTo(evening.ana);
        evening.starts()
                .post(new Outgoing(
                        "talk/thanks",
                        evening.room,
                        "Thank you, all.",
                        Optional.empty(),
                        Outgoing.Tone.PLAIN,
                        false,
                        List.of(),
                        List.of(FakeCoaching.CHOICES.getFirst())));
        Message thanks = evening.channel.history().getLast();

        View form = evening.ana.pressesLabel(thanks, "Answer").modal();
        evening.ana.submits(form, Map.of("back", "Ask less"));

        TalkEvening.showing(form, "Kept for you alone");
        assertThat(coaching.filled).containsExactly(Map.of("back", "Ask less", "ahead", ""));
        assertThat(evening.channel.history()).containsExactly(thanks);
        assertThat(evening.bo.seesEphemerals()).isEmpty();
    }

    @Test
    void whatIsTypedIsGivenBackWhereItCannotBeKept() {
        isOpenTo(evening.ana);
        evening.starts();
        View form = evening.ana.pressesLabel(runs("/parley coaching"), "Answer").modal();
        coaching.trouble = new IllegalStateException("no database");

        evening.ana.submits(form, Map.of("back", "We <!channel> listened", "ahead", "More"));

        TalkEvening.showing(form, "This could not be kept");
        assertThat(form.shown()).contains("We <!channel> listened\n\nMore");
    }

    @Test
    void whoHasClosedTheWindowGetsBackWhatTheyTypedInPrivate() {
        isOpenTo(evening.ana);
        evening.starts();
        View form = evening.ana.pressesLabel(runs("/parley coaching"), "Answer").modal();
        coaching.busy = new CountDownLatch(1);
        coaching.trouble = new IllegalStateException("no database");

        evening.ana.submits(form, Map.of("back", "We listened"));
        TalkEvening.showing(form, "One moment");
        evening.ana.closes(form);
        coaching.busy.countDown();

        told(evening.ana, "We listened");
    }

    @Test
    void aButtonThatMakesNoSenseAnyMoreSaysSo() {
        evening.starts();

        assertThat(evening.ana
                        .pressesLabel(runs("/parley coaching"), "Answer")
                        .reply()
                        .shown())
                .startsWith("This button is from another time");
    }

    @Test
    void aPlainMessageAnswersAndChangesAndGoes() {
        isOpenTo(evening.ana);
        evening.starts();

        Message word = evening.ana.dm("We listened, see https://example.org/plan");
        isReceived(word);

        Incoming.Said said = coaching.said.getLast();
        assertThat(said.message()).isEqualTo(id(word));
        assertThat(said.author()).isEqualTo(evening.account(evening.ana));
        assertThat(said.text()).isEqualTo("We listened, see https://example.org/plan");
        evening.ana.edits(word, "We listened long");
        Awaitility.await().until(() -> coaching.kept.containsValue("We listened long"));
        evening.ana.deletes(word);
        Awaitility.await().until(coaching.kept::isEmpty);
        assertThat(evening.ana.inbox()).isEmpty();
    }

    @Test
    void whatIsGoneWithSomethingUnderItIsGoneToo() {
        isOpenTo(evening.ana);
        evening.starts();
        Message word = evening.ana.dm("We listened");
        isReceived(word);
        Message under = evening.ana.replies(word, "and spoke");
        isReceived(under);

        evening.ana.deletes(word);

        Awaitility.await().until(() -> !coaching.kept.containsKey(id(word)));
        assertThat(coaching.kept).containsOnlyKeys(id(under));
    }

    @Test
    void aFileIsALineWithItsNameAndALink() {
        isOpenTo(evening.ana);
        evening.starts();

        Message word = evening.ana.attaches(
                evening.ana.privately(), "board.txt", "a".getBytes(StandardCharsets.UTF_8), "Our board");
        isReceived(word);

        assertThat(coaching.kept.get(id(word))).startsWith("Our board\nboard.txt: https://");
    }

    @Test
    void aWordAboutItComesWithButtonsThatWorkThere() {
        isOpenTo(evening.ana);
        evening.starts();

        isReceived(evening.ana.dm("What did I do?"));
        Message word = told(evening.ana, "A good question");
        evening.ana.pressesLabel(word, "Later");

        Awaitility.await()
                .until(() -> evening.ana.seesEphemerals().stream()
                        .anyMatch(one -> one.shown().equals("Later, then")));
        assertThat(word.shown()).startsWith("A good question");
        assertThat(coaching.callers.getLast().name()).isEqualTo("Ana");
    }

    @Test
    void whatStandsUnderALetterBelongsToIt() {
        SlackPlatform platform = evening.starts();
        evening.thirdQuestion(platform);
        MessageId letter = coaching.write(platform, evening.account(evening.ana));

        isReceived(evening.ana.replies(told(evening.ana, "What happened today?"), "A3: they asked each other"));

        assertThat(coaching.said.getLast().place()).isEqualTo(new Place.Under(letter));
        assertThat(coaching.said.getLast().message().room()).isEqualTo(letter.room());
        assertThat(evening.facilitator.heard).isEmpty();
    }

    @Test
    void aWordAboutWhatStandsUnderALetterStandsThereToo() {
        coaching.write(evening.starts(), evening.account(evening.ana));
        Message letter = told(evening.ana, "What happened today?");

        isReceived(evening.ana.replies(letter, "What did I do?"));

        Awaitility.await()
                .until(() ->
                        letter.replies().stream().anyMatch(one -> one.shown().startsWith("A good question")));
    }

    @Test
    void theButtonsUnderALetterWorkAndItStaysAsItIs() {
        isOpenTo(evening.ana);
        coaching.write(evening.starts(), evening.account(evening.ana));
        Message letter = told(evening.ana, "What happened today?");

        evening.ana.pressesLabel(letter, "Later");
        Awaitility.await()
                .until(() -> evening.ana.seesEphemerals().stream()
                        .anyMatch(one -> one.shown().equals("Later, then")));
        View form = evening.ana.pressesLabel(letter, "Answer").modal();
        evening.ana.submits(form, Map.of("back", "We listened"));
        TalkEvening.showing(form, "Kept for you alone");

        assertThat(letter.shown()).isEqualTo("What happened today?");
        assertThat(coaching.filled).hasSize(1);
    }

    @Test
    void whileAChatIsOpenItIsAskedForWhichItIs() {
        isOpenTo(evening.ana);
        evening.thirdQuestion(evening.starts());

        Message word = evening.ana.dm("We listened");
        Message asks = told(evening.ana, "Is this for the chat in");
        assertThat(coaching.said).isEmpty();
        evening.ana.pressesLabel(asks, "For my reflection");
        isReceived(word);
        TalkEvening.showing(asks, one -> one.shown().equals("Kept."));
        isReceived(evening.ana.dm("A3: quietly"));

        assertThat(coaching.kept).containsExactly(Map.entry(id(word), "We listened"));
        assertThat(evening.facilitator.texts()).containsExactly("A3: quietly");
    }

    @Test
    void whatCouldNotBeTakenBackComesAgain() {
        isOpenTo(evening.ana);
        evening.slack.retriesAfter(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(3));
        evening.starts();
        Message word = evening.ana.dm("We listened");
        isReceived(word);
        coaching.trouble = new IllegalStateException("the database is away");

        evening.ana.deletes(word);
        Awaitility.await().until(() -> evening.slack.deliveries().retries() > 0);
        coaching.trouble = null;

        Awaitility.await().until(coaching.kept::isEmpty);
        Awaitility.await().until(() -> evening.slack.deliveries().underWay() == 0);
    }

    @Test
    void itStandsInTheHome() {
        isOpenTo(evening.ana);
        evening.starts();

        evening.ana.opensHome();
        Awaitility.await().until(() -> evening.ana.home() != null);
        View home = Objects.requireNonNull(evening.ana.home());
        assertThat(home.shown()).contains("Coaching", "How things stand for Ana", "My answers");
        int before = coaching.ordered.size();
        View later = evening.ana.presses(home, home.button("Later")).modal();
        TalkEvening.showing(later, "Later, then");
        evening.ana.presses(later, later.button("Answer"));
        TalkEvening.showing(later, "What happened");
        evening.ana.submits(later, Map.of("back", "We listened"));

        TalkEvening.showing(later, "Kept for you alone");
        Awaitility.await().until(() -> coaching.ordered.size() > before);
    }
}
