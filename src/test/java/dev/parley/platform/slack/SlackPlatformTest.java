package dev.parley.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Incoming;
import dev.parley.platform.Mark;
import dev.parley.platform.Platform;
import dev.parley.platform.PrivateGap;
import dev.parley.platform.PrivateRoomContract;
import dev.parley.platform.Refused;
import dev.parley.platform.Samples;
import dev.parley.platform.slack.local.Message;
import dev.parley.platform.slack.local.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By sockets. */
class SlackPlatformTest extends PrivateRoomContract {
    protected final Team team = new Team(mode(), 1, facilitator);

    protected SlackSettings.Mode mode() {
        return SlackSettings.Mode.SOCKET;
    }

    @Override
    protected Platform platform() {
        return team.platform;
    }

    @BeforeEach
    void connected() {
        team.connected();
    }

    @AfterEach
    void nothingWasWrong() {
        team.close();
        assertThat(team.slack.violations()).isEmpty();
    }

    @Override
    protected RoomId room() {
        return team.room;
    }

    @Override
    protected Account somebody() {
        return team.account(team.ana);
    }

    @Override
    protected Account somebodyElse() {
        return team.account(team.bo);
    }

    private Person person(Account account) {
        return account.equals(somebody()) ? team.ana : team.bo;
    }

    @Override
    protected MessageId said(Account by, String text) {
        return heard(person(by).says(team.channel, text));
    }

    private MessageId heard(Message message) {
        return heard(team.id(message));
    }

    @Override
    protected List<String> seenByAll() {
        return team.seen();
    }

    @Override
    protected List<String> toldTo(Account account) {
        return person(account).inbox().stream()
                .filter(message -> message.author().equals(team.workspace.bot()))
                .map(Message::shown)
                .toList();
    }

    @Override
    protected Written writes(Account by, String text) {
        Person person = person(by);
        return written(person, person.dm(text));
    }

    private Written written(Person person, Message message) {
        RoomId room = new RoomId(
                "slack", team.workspace.id() + "/" + message.channel().id());
        return new Written(
                new MessageId(room, message.ts()),
                words -> person.edits(message, words),
                () -> person.deletes(message),
                () -> message.reactions().containsKey("white_check_mark"));
    }

    @Test
    void whatWasSaidUnderALetterWhileNobodyListenedBelongsToIt() throws Exception {
        RoomId room = platform.privately(somebody());
        MessageId letter = platform.post(Samples.saying(room, "letter", "How did it go?"));
        coaching.letters.put(letter, somebody());
        Message above = team.ana.inbox().getLast();
        Written kept = written(team.ana, team.ana.replies(above, "Well"));
        Awaitility.await().until(kept.received()::getAsBoolean);
        Instant from = Instant.now().minusSeconds(60);
        platform.close();
        kept.deletes().run();
        Written missed = written(team.ana, team.ana.replies(above, "Not so well"));

        try (SlackPlatform after = team.restarted()) {
            after.start(facilitator);
            after.catchUp(new PrivateGap(somebody(), room, from, Instant.now(), Set.of(kept.message())));
        }

        assertThat(coaching.kept).containsOnly(Map.entry(missed.message(), "Not so well"));
        assertThat(coaching.said.getLast().place()).isEqualTo(new Place.Under(letter));
        assertThat(missed.received().getAsBoolean()).isTrue();
    }

    @Override
    protected void closePrivateMessages() {
        team.slack.messagesTab(false);
    }

    @Override
    protected String markOnButton(Account account, String label) {
        return person(account).inbox().getFirst().button(label);
    }

    @Override
    protected Platform another() {
        return team.restarted();
    }

    @Override
    protected Mark markOn(MessageId message) {
        var reactions = team.message(message).reactions().keySet();
        assertThat(reactions).hasSizeLessThanOrEqualTo(1).isSubsetOf("white_check_mark", "grey_question");
        return reactions.contains("white_check_mark")
                ? Mark.FILED
                : reactions.contains("grey_question") ? Mark.GUESSED : Mark.NONE;
    }

    @Test
    void aQuestionHasButtonsAndAThread() {
        MessageId post = platform.post(team.question("c/Q1", "**Q1** What *helped* you?"));
        Message question = team.message(post);
        assertThat(question.shown()).isEqualTo("Q1 What helped you?");
        assertThat(question.button("Answer")).isEqualTo("answer");
        assertThat(question.button("Where are we?")).isEqualTo("where");

        MessageId answer = heard(team.ana.replies(question, "By listening"));

        Incoming.Said said = facilitator.lastSaid();
        assertThat(said.place()).isEqualTo(new Place.Under(post));
        platform.receipt(answer, Mark.FILED);
        assertThat(markOn(answer)).isEqualTo(Mark.FILED);
        assertThat(platform.link(answer))
                .hasValueSatisfying(link -> assertThat(link.toString())
                        .isEqualTo("https://teachers.slack.example/archives/" + team.channel.id() + "/p"
                                + answer.id().replace(".", "") + "?thread_ts=" + post.id() + "&cid="
                                + team.channel.id()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!channel>",
                "<!here>",
                "<!everyone|x>",
                "<@ANA>",
                "<@ANA|ana>",
                "**<@ANA>**",
                "`<!channel>`",
                "@Ana"
            })
    void nobodyIsEverPinged(String text) {
        String words = text.replace("ANA", team.ana.id());
        MessageId post = platform.post(team.saying("p", words));
        assertThat(team.message(post).pinged()).isEmpty();
        platform.edit(post, team.saying("p#2", "Again " + words));
        assertThat(team.message(post).pinged()).isEmpty();
        platform.whisper(somebody(), team.saying("w", words));
        assertThat(team.ana.inbox().getLast().pinged()).isEmpty();
    }

    @Test
    void closedMessagesAreRefusedInPlainWords() {
        team.slack.messagesTab(false);

        assertThatThrownBy(() -> platform.whisper(somebody(), team.saying("w", "Psst")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("private messages");
        assertThat(seenByAll()).isEmpty();
    }
}
