package dev.parley.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Caller;
import dev.parley.platform.FakeCoaching;
import dev.parley.platform.Incoming;
import dev.parley.platform.Occasion;
import dev.parley.platform.Order;
import dev.parley.platform.Outgoing;
import dev.parley.platform.discord.local.GuildEvent;
import dev.parley.platform.discord.local.Interaction;
import dev.parley.platform.discord.local.MessageRecord;
import dev.parley.platform.discord.local.Modal;
import dev.parley.platform.discord.local.User;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The ways into coaching, over a local Discord. */
class CoachingTest {
    private final Evening evening = new Evening();
    private final FakeCoaching coaching = new FakeCoaching();

    {
        evening.facilitator.coaching = Optional.of(coaching);
    }

    @AfterEach
    void nothingWasWrong() {
        coaching.busy.countDown();
        evening.close();
        assertThat(evening.discord.violations()).isEmpty();
    }

    private static MessageRecord alone(Interaction interaction) {
        MessageRecord reply = interaction.reply();
        assertThat(reply.isEphemeral()).isTrue();
        assertThat(reply.pings()).isEmpty();
        return reply;
    }

    private MessageRecord overview() {
        return alone(evening.ana.runs(evening.channel, "/coaching overview"));
    }

    private void isOpenTo(User user) {
        coaching.asked.add(Evening.account(user));
    }

    /** What the bot said last in private, once it has said so many things there. */
    private MessageRecord told(User user, int count) {
        Awaitility.await().until(() -> byBot(user).size() == count);
        MessageRecord last = byBot(user).getLast();
        assertThat(last.pings()).isEmpty();
        return last;
    }

    private List<MessageRecord> byBot(User user) {
        return user.inbox().stream()
                .filter(message -> message.author().equals(evening.discord.bot()))
                .toList();
    }

    private void isReceived(MessageRecord message) {
        Awaitility.await().until(() -> message.reactions().keySet().equals(Set.of("✅")));
    }

    private static MessageId id(MessageRecord message) {
        return new MessageId(
                new RoomId("discord", Long.toString(message.channel().id())), Long.toString(message.id()));
    }

    @Test
    void whatIsOrderedIsAnsweredToOneAlone() {
        evening.starts();

        MessageRecord overview = overview();

        assertThat(overview.content()).startsWith("How things stand for **Ana**");
        assertThat(overview.buttons()).containsExactly("Answer", "Later", "Not this time");
        assertThat(Evening.afterPressing(evening.ana, overview, "Later").content())
                .isEqualTo("Later, then");
        assertThat(coaching.pressed).containsExactly("later:1");
        assertThat(evening.channel.saidByBot()).isEmpty();
        assertThat(evening.ana.inbox()).isEmpty();
    }

    @Test
    void everyOrderIsThere() {
        evening.starts();

        alone(evening.ana.runs(evening.channel, "/coaching partner", Map.of("with", evening.bo, "cycle", "impact")));
        alone(evening.ana.runs(evening.channel, "/coaching meet", Map.of("when", "tomorrow 3pm, 45 minutes")));
        alone(evening.ana.runs(evening.channel, "/coaching try", Map.of("what", "silence @everyone")));
        alone(evening.ana.runs(evening.channel, "/coaching need", Map.of("what", "time")));
        alone(evening.ana.runs(evening.channel, "/coaching clock", Map.of("text", "Europe/Lisbon")));
        List.of("overview", "reflect", "goal", "journal", "leave")
                .forEach(name -> alone(evening.ana.runs(evening.channel, "/coaching " + name)));

        assertThat(coaching.ordered)
                .contains(
                        new Order(
                                Order.Kind.PARTNER,
                                Optional.of(new Order.Named(Evening.account(evening.bo), "Bo")),
                                "impact"),
                        new Order(Order.Kind.MEET, Optional.empty(), "tomorrow 3pm, 45 minutes"),
                        new Order(Order.Kind.TRY, Optional.empty(), "silence @everyone"),
                        new Order(Order.Kind.NEED, Optional.empty(), "time"),
                        new Order(Order.Kind.CLOCK, Optional.empty(), "Europe/Lisbon"));
        assertThat(coaching.ordered).extracting(Order::kind).containsAll(List.of(Order.Kind.values()));
        assertThat(evening.bo.inbox()).isEmpty();
    }

    @Test
    void whatTakesLongIsAcknowledgedInTime() {
        evening.starts();
        coaching.busy = new CountDownLatch(1);

        Interaction asked = evening.ana.runs(evening.channel, "/coaching overview");
        asked.acknowledged();
        coaching.busy.countDown();

        assertThat(alone(asked).content()).startsWith("How things stand");
    }

    @Test
    void aFormIsFilledInAndKept() {
        isOpenTo(evening.ana);
        coaching.held = "We began late";
        evening.starts();

        Modal form = evening.ana.pressesLabel(overview(), "Answer").modal();
        assertThat(form.title()).startsWith("Looking back");
        assertThat(form.fields()).extracting(Modal.Field::customId).containsExactly("back", "ahead");
        assertThat(form.fields().getFirst().value()).isEqualTo("We began late");
        assertThat(form.fields().getLast().required()).isFalse();
        MessageRecord kept = alone(evening.ana.submits(form, Map.of("back", "We listened", "ahead", "More of it")));

        assertThat(kept.content()).startsWith("Kept for you alone");
        assertThat(coaching.filled).containsExactly(Map.of("back", "We listened", "ahead", "More of it"));
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
        MessageRecord thanks = evening.channel.saidByBot().getLast();

        Modal form = evening.ana.pressesLabel(thanks, "Answer").modal();
        MessageRecord kept = alone(evening.ana.submits(form, Map.of("back", "Ask less", "ahead", "")));

        assertThat(kept.content()).startsWith("Kept for you alone");
        assertThat(coaching.callers).last().extracting(Caller::name).isEqualTo("Ana");
        assertThat(evening.channel.saidByBot()).containsExactly(thanks);
    }

    @Test
    void whatIsTypedIsGivenBackWhereItCannotBeKept() {
        isOpenTo(evening.ana);
        evening.starts();
        Modal form = evening.ana.pressesLabel(overview(), "Answer").modal();
        coaching.trouble = new IllegalStateException("no database");

        List<MessageRecord> back = evening.ana
                .submits(form, Map.of("back", "We @everyone listened", "ahead", "More"))
                .replies(2);

        assertThat(back)
                .allMatch(MessageRecord::isEphemeral)
                .allMatch(one -> one.pings().isEmpty());
        assertThat(back.getLast().content()).contains("We @everyone listened\n\nMore");
    }

    @Test
    void aButtonThatMakesNoSenseAnyMoreSaysSo() {
        evening.starts();

        assertThat(alone(evening.ana.pressesLabel(overview(), "Answer")).content())
                .startsWith("This button is from another time");
        assertThat(Evening.afterPressing(evening.ana, overview(), "Not this time")
                        .content())
                .startsWith("That is from another time");
    }

    @Test
    void withoutCoachingThereIsNoCommand() {
        evening.facilitator.coaching = Optional.empty();
        evening.starts();

        assertThatThrownBy(() -> evening.ana.runs(evening.channel, "/coaching overview"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no command");
    }

    @Test
    void aPlainMessageAnswersAndChangesAndGoes() {
        evening.discord.messageContent(false);
        isOpenTo(evening.ana);
        evening.starts();

        MessageRecord word = evening.ana.dm("We listened, see https://example.org/plan");
        isReceived(word);

        Incoming.Said said = coaching.said.getLast();
        assertThat(said.message()).isEqualTo(id(word));
        assertThat(said.author()).isEqualTo(Evening.account(evening.ana));
        assertThat(said.text()).isEqualTo("We listened, see https://example.org/plan");
        evening.ana.edits(word, "We listened long");
        Awaitility.await().until(() -> coaching.kept.containsValue("We listened long"));
        evening.ana.deletes(word);
        Awaitility.await().until(coaching.kept::isEmpty);
        assertThat(byBot(evening.ana)).isEmpty();
    }

    @Test
    void aFileIsALineWithItsNameAndALink() {
        isOpenTo(evening.ana);
        evening.starts();

        MessageRecord word = evening.ana.attaches(evening.ana.privately(), "board.png", new byte[] {1}, "Our board");
        isReceived(word);

        assertThat(coaching.kept.get(id(word)))
                .isEqualTo("Our board\nboard.png https://discord.com/channels/@me/"
                        + word.channel().id() + "/" + word.id());
    }

    @Test
    void aWordAboutItComesWithButtonsThatWorkThere() {
        isOpenTo(evening.ana);
        evening.starts();

        isReceived(evening.ana.dm("What did I do?"));
        MessageRecord word = told(evening.ana, 1);
        assertThat(word.content()).startsWith("A good question");
        MessageRecord later = alone(evening.ana.pressesLabel(word, "Later"));

        assertThat(later.content()).isEqualTo("Later, then");
        assertThat(word.content()).startsWith("A good question");
        assertThat(coaching.callers.getLast().name()).isEqualTo("Ana");
    }

    @Test
    void aReplyToALetterBelongsToIt() {
        DiscordPlatform platform = evening.starts();
        evening.thirdQuestion(platform);
        MessageId letter = coaching.write(platform, Evening.account(evening.ana));

        isReceived(evening.ana.replies(told(evening.ana, 1), "A3: they asked each other"));

        assertThat(coaching.said.getLast().place()).isEqualTo(new Place.Under(letter));
        assertThat(coaching.said.getLast().message().room()).isEqualTo(letter.room());
        assertThat(evening.facilitator.heard).isEmpty();
    }

    @Test
    void theButtonsUnderALetterWorkAndItStaysAsItIs() {
        isOpenTo(evening.ana);
        coaching.write(evening.starts(), Evening.account(evening.ana));
        MessageRecord letter = told(evening.ana, 1);

        assertThat(alone(evening.ana.pressesLabel(letter, "Later")).content()).isEqualTo("Later, then");
        Modal form = evening.ana.pressesLabel(letter, "Answer").modal();
        alone(evening.ana.submits(form, Map.of("back", "We listened")));

        assertThat(letter.content()).isEqualTo("What happened today?");
        assertThat(letter.buttons()).containsExactly("Answer", "Later", "Not this time");
        assertThat(coaching.filled).hasSize(1);
    }

    @Test
    void whileAChatIsOpenItIsAskedForWhichItIs() {
        isOpenTo(evening.ana);
        evening.thirdQuestion(evening.starts());

        MessageRecord word = evening.ana.dm("We listened");
        MessageRecord asks = told(evening.ana, 1);
        assertThat(asks.buttons()).containsExactly("Answer to Q3", "For my reflection", "Not for the chat");
        assertThat(coaching.said).isEmpty();
        MessageRecord done = Evening.afterPressing(evening.ana, asks, "For my reflection");
        isReceived(word);
        MessageRecord labelled = evening.ana.dm("A3: quietly");
        isReceived(labelled);

        assertThat(done.content()).isEqualTo("Kept.");
        assertThat(done.buttons()).isEmpty();
        assertThat(coaching.kept).containsExactly(Map.entry(id(word), "We listened"));
        assertThat(evening.facilitator.texts()).containsExactly("A3: quietly");
    }

    @Test
    void plansOfPeopleAreTold() {
        Instant start = Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        Instant end = start.plus(45, ChronoUnit.MINUTES);
        GuildEvent before = evening.bo.plans(evening.guild, "Made while we were away", start, end);
        DiscordPlatform platform = evening.starts();
        platform.occasion(
                new Occasion(evening.room, "Tuesday talk", "We talk", start, end, Occasion.State.PLANNED),
                Optional.empty());

        GuildEvent event = evening.ana.plans(evening.guild, "Ana and Bo", start, end);
        evening.ana.moves(event, start.plusSeconds(3600), end.plusSeconds(3600));
        evening.ana.marks(event, GuildEvent.Status.CANCELED);
        GuildEvent over = evening.ana.plans(evening.guild, "Over", start, end);
        evening.ana.marks(over, GuildEvent.Status.COMPLETED);
        evening.ana.removes(over);
        evening.bo.removes(before);

        String ana = Evening.account(evening.ana).id() + " " + event.id() + " ";
        String bo = Evening.account(evening.bo).id() + " " + before.id() + " ";
        Awaitility.await().until(() -> coaching.plans.contains(bo + "off"));
        assertThat(coaching.plans)
                .containsExactly(
                        bo + start + " to " + end,
                        ana + start + " to " + end,
                        ana + start.plusSeconds(3600) + " to " + end.plusSeconds(3600),
                        ana + "off",
                        Evening.account(evening.ana).id() + " " + over.id() + " " + start + " to " + end,
                        bo + "off");
    }
}
