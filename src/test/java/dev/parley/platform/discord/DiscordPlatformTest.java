package dev.parley.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Allowance;
import dev.parley.platform.Attachment;
import dev.parley.platform.Incoming;
import dev.parley.platform.Mark;
import dev.parley.platform.Moments;
import dev.parley.platform.Narrow;
import dev.parley.platform.NotYet;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Platform;
import dev.parley.platform.PrivateRoomContract;
import dev.parley.platform.Refused;
import dev.parley.platform.SlidingBudget;
import dev.parley.platform.Unlimited;
import dev.parley.platform.discord.local.Channel;
import dev.parley.platform.discord.local.MessageRecord;
import dev.parley.platform.discord.local.User;
import dev.parley.platform.discord.wire.Places;
import dev.parley.voice.Prompts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscordPlatformTest extends PrivateRoomContract {
    private final Community community = new Community(facilitator);

    @Override
    protected Platform platform() {
        return community.platform;
    }

    @BeforeEach
    void connected() {
        community.connected();
    }

    @AfterEach
    void nothingWasWrong() {
        community.close();
        assertThat(community.discord.violations()).isEmpty();
    }

    @Override
    protected RoomId room() {
        return community.room;
    }

    @Override
    protected Account somebody() {
        return Community.account(community.ana);
    }

    @Override
    protected Account somebodyElse() {
        return Community.account(community.bo);
    }

    private User user(Account account) {
        return account.equals(somebody()) ? community.ana : community.bo;
    }

    @Override
    protected MessageId said(Account by, String text) {
        return heard(user(by).says(community.channel, text));
    }

    private MessageId heard(MessageRecord message) {
        return heard(community.id(message));
    }

    @Override
    protected List<String> seenByAll() {
        return community.seen();
    }

    @Override
    protected List<String> toldTo(Account account) {
        return user(account).inbox().stream()
                .filter(message -> message.author().equals(community.discord.bot()))
                .map(MessageRecord::content)
                .toList();
    }

    @Override
    protected Written writes(Account by, String text) {
        User user = user(by);
        MessageRecord message = user.dm(text);
        RoomId room = new RoomId("discord", Long.toString(message.channel().id()));
        return new Written(
                new MessageId(room, Long.toString(message.id())),
                words -> user.edits(message, words),
                () -> user.deletes(message),
                () -> message.reactions().keySet().equals(Set.of("✅")));
    }

    @Override
    protected void closePrivateMessages() {
        community.ana.closesDms();
    }

    @Override
    protected String markOnButton(Account account, String label) {
        return user(account).inbox().getFirst().button(label);
    }

    @Override
    protected Platform another() {
        return Community.platform(community.settings(DiscordSettings.Shards.ONE));
    }

    @Override
    protected Mark markOn(MessageId message) {
        var reactions = community.record(message).reactions().keySet();
        assertThat(reactions).hasSizeLessThanOrEqualTo(1).isSubsetOf("✅", "❔");
        return reactions.contains("✅") ? Mark.FILED : reactions.contains("❔") ? Mark.GUESSED : Mark.NONE;
    }

    @Test
    void aQuestionHasAThreadAndButtons() {
        MessageId post = platform.post(community.question("c/Q1", "**Q1** What *helped* you?"));

        MessageRecord question = community.record(post);
        assertThat(question.buttons()).containsExactly("Answer", "Where are we?");
        Channel thread = question.thread();
        assertThat(thread).isNotNull();
        assertThat(thread.name()).isEqualTo("Q1 What helped you?");
        assertThat(platform.post(community.question("c/Q1", "**Q1** What *helped* you?")))
                .isEqualTo(post);
        assertThat(community.channel.threads()).hasSize(1);
    }

    @Test
    void whatIsSaidInAThreadStandsUnderItsQuestion() {
        MessageId post = platform.post(community.question("c/Q1", "**Q1** What helped you?"));
        Channel thread = community.record(post).thread();
        MessageId answer = heard(community.ana.says(thread, "By listening"));

        Incoming.Said said = facilitator.lastSaid();
        assertThat(said.message()).isEqualTo(answer);
        assertThat(said.place()).isEqualTo(new dev.parley.conversation.Place.Under(post));
        platform.receipt(answer, Mark.FILED);
        assertThat(markOn(answer)).isEqualTo(Mark.FILED);
        assertThat(platform.link(answer))
                .hasValueSatisfying(link -> assertThat(link.toString())
                        .isEqualTo("https://discord.com/channels/" + community.guild.id() + "/" + thread.id() + "/"
                                + Places.target(answer).message()));
    }

    @Test
    void aQuestionFromBeforeTheCrashIsFoundByItsButtonsAndGetsItsThread() {
        MessageId post = platform.post(community.question("c/Q1", "**Q1** What helped you?"));
        community.record(post).thread().delete();
        try (DiscordPlatform after = Community.platform(community.settings(DiscordSettings.Shards.ONE))) {
            after.start(facilitator);

            assertThat(after.find(community.question("c/Q1", "**Q1** Put otherwise")))
                    .contains(post);
            assertThat(after.find(community.question("c/Q2", "**Q1** What helped you?")))
                    .isEmpty();
            assertThat(after.find(community.saying("c/welcome", "Welcome"))).isEmpty();
        }
    }

    @Test
    void aRecapThatIsSaidAnewHasItsPictureAnewToo() {
        MessageId message = platform.post(recap("Before", new byte[] {1, 2, 3}));

        platform.edit(message, recap("After", new byte[] {4, 5}));

        assertThat(community.record(message).content()).isEqualTo("After");
        assertThat(community.record(message).attachments())
                .singleElement()
                .satisfies(file -> assertThat(file.bytes()).containsExactly(4, 5));
    }

    private Outgoing recap(String text, byte[] picture) {
        Attachment answers = new Attachment("answers.png", "image/png", "Answers by question", picture);
        return new Outgoing("c/recap", room(), text, Optional.empty(), Outgoing.Tone.RECAP, false, List.of(answers));
    }

    @Test
    void aLongRecapGoesOnInTheThreadOfItsBeginning() {
        Outgoing first = new Outgoing(
                "c/recap",
                room(),
                "# Recap\n\nThe beginning",
                Optional.empty(),
                Outgoing.Tone.RECAP,
                false,
                List.of(new Attachment("answers.png", "image/png", "Answers by question", new byte[] {1, 2, 3})));
        MessageId begin = platform.post(first);
        MessageId rest =
                platform.post(new Outgoing("c/recap/2", room(), "The rest", Optional.of(begin), Outgoing.Tone.RECAP));

        assertThat(community.record(begin).attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("answers.png");
            assertThat(file.description()).isEqualTo("Answers by question");
            assertThat(file.bytes()).containsExactly(1, 2, 3);
        });
        assertThat(community.record(rest).channel())
                .isEqualTo(community.record(begin).thread());
        assertThat(community.record(rest).channel().name()).isEqualTo("The whole recap");
        assertThat(platform.find(
                        new Outgoing("c/recap/2", room(), "The rest", Optional.of(begin), Outgoing.Tone.RECAP)))
                .contains(rest);
    }

    @Test
    void aPostThatIsTooLongForOneMessageIsSeveralAndOneThing() {
        String text = "A sentence that goes on. ".repeat(150).strip();
        MessageId post = platform.post(community.saying("long", text));
        platform.post(community.saying("after", "After it"));

        assertThat(seenByAll()).hasSize(3);
        assertThat(String.join(" ", seenByAll().subList(0, 2))).isEqualTo(text);

        platform.edit(post, community.saying("long#2", "Short now"));
        assertThat(seenByAll()).containsExactly("Short now", "After it");
        platform.edit(post, community.saying("long#3", text));
        platform.remove(post);
        assertThat(seenByAll()).containsExactly("After it");
    }

    @Test
    void aTimeIsEverybodysOwn() {
        platform.post(
                community.saying("when", "We meet on " + Moments.of(Instant.ofEpochSecond(1_800_000_000), "Friday")));

        assertThat(seenByAll()).containsExactly("We meet on <t:1800000000:F>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@everyone", "@here", "<@ANA>", "<@&1>", "**<@ANA>**", "`@everyone`"})
    void nobodyIsEverPinged(String text) {
        String words = text.replace("ANA", Long.toString(community.ana.id()));
        MessageId post = platform.post(community.saying("p", words));
        assertThat(community.record(post).pings()).isEmpty();
        platform.edit(post, community.saying("p#2", "Again " + words));
        assertThat(community.record(post).pings()).isEmpty();
        platform.whisper(somebody(), community.saying("w", words));
        assertThat(community.ana.inbox().getLast().pings()).isEmpty();
    }

    @Test
    void closedMessagesAreRefusedInPlainWords() {
        community.ana.closesDms();

        assertThatThrownBy(() -> platform.whisper(somebody(), community.saying("w", "Psst")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("private messages");
    }

    @Test
    void manyPrivateRoomsAreNotOpenedAtOnce() {
        SlidingBudget ten = new SlidingBudget(new Allowance(10, Duration.ofHours(1), Duration.ofHours(1)), () -> 0);
        ten.allow(10, 1);
        try (DiscordPlatform hasty = new DiscordPlatform(
                community.settings(DiscordSettings.Shards.ONE),
                Prompts.of("discord", "commands"),
                Unlimited.LEAVE,
                ten,
                InstantSource.system())) {
            hasty.start(facilitator);
            for (int at = 0; at < 10; at++) {
                hasty.privately(Community.account(community.guild.member("Member " + at)));
            }

            assertThatThrownBy(() -> hasty.privately(somebody())).isInstanceOfSatisfying(NotYet.class, late -> {
                assertThat(late.what()).isEqualTo(Narrow.OPENINGS);
                assertThat(late.patience()).isPositive();
            });
        }
    }

    @Test
    void whoIsTypingIsSeenUntilTheySpeak() {
        community.ana.types(community.channel);
        Awaitility.await().until(() -> platform.presence(room()).typing());
        said(somebody(), "There");
        assertThat(platform.presence(room()).typing()).isFalse();
        assertThat(platform.presence(room()).people()).isEqualTo(-1);
    }

    @Test
    void aFileIsHeardAsALine() {
        byte[] bytes = "notes".getBytes(StandardCharsets.UTF_8);
        MessageId message = heard(community.ana.attaches(community.channel, "board.txt", bytes, "A1: see"));

        assertThat(facilitator.lastSaid().text())
                .isEqualTo("A1: see\nboard.txt " + platform.link(message).orElseThrow());
    }

    @Test
    void anEditWakesTheThreadThatItIsIn() {
        MessageId begin =
                platform.post(new Outgoing("c/recap", room(), "The beginning", Optional.empty(), Outgoing.Tone.RECAP));
        MessageId rest =
                platform.post(new Outgoing("c/recap/2", room(), "The rest", Optional.of(begin), Outgoing.Tone.RECAP));
        community.record(begin).thread().archives();

        platform.edit(rest, community.saying("c/recap/2#2", "The rest, with late answers"));

        assertThat(community.record(rest).content()).isEqualTo("The rest, with late answers");
        platform.remove(rest);
        platform.edit(rest, community.saying("c/recap/2#3", "Gone"));
    }

    @Test
    void aPlainPostFromBeforeTheCrashIsFoundByItsWords() {
        MessageId post = platform.post(community.saying("c/thanks", "Thank *you* all."));
        try (DiscordPlatform after = Community.platform(community.settings(DiscordSettings.Shards.ONE))) {
            after.start(facilitator);
            assertThat(after.find(community.saying("c/thanks", "Thank *you* all.")))
                    .contains(post);
        }
        InstantSource nextWeek = () -> Instant.now().plus(Duration.ofDays(7));
        try (DiscordPlatform later = new DiscordPlatform(
                community.settings(DiscordSettings.Shards.ONE),
                Prompts.of("discord", "commands"),
                Unlimited.LEAVE,
                Unlimited.LEAVE,
                nextWeek)) {
            later.start(facilitator);
            assertThat(later.find(community.saying("c/thanks", "Thank *you* all.")))
                    .isEmpty();
        }
    }

    private DiscordPlatform restarted() {
        community.discord.forgetsNonces();
        DiscordPlatform after = Community.platform(community.settings(DiscordSettings.Shards.ONE));
        after.start(facilitator);
        return after;
    }

    @Test
    void whatALongPostGoesOnInIsKnownAfterARestart() {
        String text = "A sentence that goes on. ".repeat(150).strip();
        MessageId post = platform.post(community.saying("long", text));
        platform.post(community.saying("after", "After it"));
        try (DiscordPlatform after = restarted()) {
            after.edit(post, community.saying("long#2", "Short now"));
            assertThat(seenByAll()).containsExactly("Short now", "After it");
        }
        MessageId other = platform.post(community.saying("other", text));
        try (DiscordPlatform after = restarted()) {
            after.remove(other);
            assertThat(seenByAll()).containsExactly("Short now", "After it");
        }
    }

    @Test
    void aShortenedPostCanGrowAgain() {
        String text = "A sentence that goes on. ".repeat(150).strip();
        MessageId post = platform.post(community.saying("long", text));
        platform.edit(post, community.saying("long#2", "Short now"));
        platform.edit(post, community.saying("long#3", text));

        assertThat(seenByAll())
                .singleElement()
                .satisfies(shown -> assertThat(shown).startsWith("A sentence").endsWith("…"));
    }

    @Test
    void whatIsMissingOfALongPostComesWhenItIsFound() {
        Outgoing recap = recap("@".repeat(1_900), new byte[] {1, 2, 3});
        MessageId post = platform.post(recap);
        List<MessageRecord> all = community.channel.saidByBot();
        assertThat(all).hasSize(2);
        community.discord.bulkDeletes(community.channel, all.subList(1, 2));
        try (DiscordPlatform after = restarted()) {
            assertThat(after.find(recap)).contains(post);
            assertThat(after.find(recap)).contains(post);
        }
        assertThat(community.channel.saidByBot()).hasSize(2);
        assertThat(String.join("", seenByAll())).isEqualTo("\\@".repeat(1_900));
        assertThat(community.channel.saidByBot().getLast().attachments()).hasSize(1);
    }

    @Test
    void aLongQuestionFromBeforeTheCrashIsFoundByItsFirstMessage() {
        Outgoing question = community.question("c/Q1", "**Q1** " + "A sentence that goes on. ".repeat(150));
        MessageId post = platform.post(question);
        try (DiscordPlatform after = restarted()) {
            assertThat(after.find(question)).contains(post);
        }
        assertThat(community.channel.saidByBot()).hasSize(2);
        assertThat(community.channel.threads()).hasSize(1);
    }

    @Test
    void aQuestionIsFoundBehindMuchTalk() {
        MessageId post = platform.post(community.question("c/Q1", "**Q1** What helped you?"));
        for (int at = 0; at < 250; at++) {
            community.ana.says(community.channel, "Message " + at);
        }
        try (DiscordPlatform after = restarted()) {
            assertThat(after.find(community.question("c/Q1", "**Q1** What helped you?")))
                    .contains(post);
        }
    }

    @Test
    void aRecapIsFoundByItsTitleWhenMoreHasBeenSaidMeanwhile() {
        MessageId post = platform.post(recap("# Listening\n\nTwo answers", new byte[] {1}));
        platform.post(
                new Outgoing("d/recap", room(), "# Asking\n\nTwo answers", Optional.empty(), Outgoing.Tone.RECAP));
        try (DiscordPlatform after = restarted()) {
            assertThat(after.find(recap("# Listening\n\nThree answers", new byte[] {1})))
                    .contains(post);
        }
    }

    @Test
    void aPlainPostIsFoundThoughItSaysAnotherFigureNow() {
        MessageId post = platform.post(community.saying("c/late", "We close 2 minutes late."));
        try (DiscordPlatform after = restarted()) {
            assertThat(after.find(community.saying("c/late", "We close 12 minutes late.")))
                    .contains(post);
            assertThat(after.find(community.saying("c/late", "We closed."))).isEmpty();
        }
        MessageId warning = platform.post(community.saying("c/Q2/warning", "Q2 closes in 5 minutes."));
        try (DiscordPlatform after = restarted()) {
            assertThat(after.find(community.saying("c/Q3/warning", "Q3 closes in 5 minutes.")))
                    .isEmpty();
            assertThat(after.find(community.saying("c/Q2/warning", "Q2 closes in 3 minutes.")))
                    .contains(warning);
        }
    }

    @Test
    void aWhisperOfWhichNobodyKnowsWhetherItWasSaidIsLookedForFirst() {
        platform.whisper(somebody(), community.saying("w/1", "It is *kept*."));
        platform.whisper(somebody(), community.saying("w/2", "It is *kept*."));
        assertThat(toldTo(somebody())).hasSize(2);
        community.discord.forgetsNonces();
        platform.whisper(somebody(), community.saying("w/2", "It is *kept*."));
        assertThat(toldTo(somebody())).hasSize(2);
        try (DiscordPlatform after = restarted()) {
            after.whisper(somebody(), community.saying("w/2", "It is *kept*."));
            after.whisper(somebody(), community.saying("w/3", "It is gone."));
        }
        assertThat(toldTo(somebody())).containsExactly("It is *kept*.", "It is *kept*.", "It is gone.");
    }

    @Test
    void theThreadOfAQuestionThatIsTakenBackDoesNotKeepItsWords() {
        MessageId post = platform.post(community.question("c/Q1", "**Q1** What helped you?"));
        Channel thread = community.record(post).thread();
        community.ana.says(thread, "By listening");
        thread.archives();

        platform.remove(post);
        platform.remove(post);

        assertThat(thread.name()).isEqualTo("Taken back");
        assertThat(thread.isArchived()).isTrue();
    }
}
