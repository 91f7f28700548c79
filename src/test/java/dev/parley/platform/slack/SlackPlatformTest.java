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
import dev.parley.platform.PlatformContract;
import dev.parley.platform.Refused;
import dev.parley.platform.slack.local.Message;
import dev.parley.platform.slack.local.Person;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By sockets. */
class SlackPlatformTest extends PlatformContract {
    protected final Community community = new Community(facilitator, mode());

    protected SlackSettings.Mode mode() {
        return SlackSettings.Mode.SOCKET;
    }

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
        assertThat(community.slack.violations()).isEmpty();
    }

    @Override
    protected RoomId room() {
        return community.room;
    }

    @Override
    protected Account somebody() {
        return community.account(community.ana);
    }

    @Override
    protected Account somebodyElse() {
        return community.account(community.bo);
    }

    private Person person(Account account) {
        return account.equals(somebody()) ? community.ana : community.bo;
    }

    @Override
    protected MessageId said(Account by, String text) {
        return heard(person(by).says(community.channel, text));
    }

    private MessageId heard(Message message) {
        MessageId id = community.id(message);
        Awaitility.await()
                .until(() -> facilitator.heard.stream()
                        .anyMatch(one -> one instanceof Incoming.Said said
                                && said.message().equals(id)));
        return id;
    }

    @Override
    protected List<String> seenByAll() {
        return community.seen();
    }

    @Override
    protected List<String> toldTo(Account account) {
        return person(account).inbox().stream()
                .filter(message -> message.author().equals(community.workspace.bot()))
                .map(Message::shown)
                .toList();
    }

    @Override
    protected Mark markOn(MessageId message) {
        var reactions = community.message(message).reactions().keySet();
        assertThat(reactions).hasSizeLessThanOrEqualTo(1).isSubsetOf("white_check_mark", "grey_question");
        return reactions.contains("white_check_mark")
                ? Mark.FILED
                : reactions.contains("grey_question") ? Mark.GUESSED : Mark.NONE;
    }

    @Test
    void aQuestionHasButtonsAndAThread() {
        MessageId post = platform.post(community.question("c/Q1", "**Q1** What *helped* you?"));
        Message question = community.message(post);
        assertThat(question.shown()).isEqualTo("Q1 What helped you?");
        assertThat(question.button("Answer")).isEqualTo("answer");
        assertThat(question.button("Where are we?")).isEqualTo("where");

        MessageId answer = heard(community.ana.replies(question, "By listening"));

        Incoming.Said said = facilitator.lastSaid();
        assertThat(said.place()).isEqualTo(new Place.Under(post));
        platform.receipt(answer, Mark.FILED);
        assertThat(markOn(answer)).isEqualTo(Mark.FILED);
        assertThat(platform.link(answer))
                .hasValueSatisfying(link -> assertThat(link.toString())
                        .isEqualTo("https://teachers.slack.example/archives/" + community.channel.id() + "/p"
                                + answer.id().replace(".", "") + "?thread_ts=" + post.id() + "&cid="
                                + community.channel.id()));
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
        String words = text.replace("ANA", community.ana.id());
        MessageId post = platform.post(community.saying("p", words));
        assertThat(community.message(post).pinged()).isEmpty();
        platform.edit(post, community.saying("p#2", "Again " + words));
        assertThat(community.message(post).pinged()).isEmpty();
        platform.whisper(somebody(), community.saying("w", words));
        assertThat(community.ana.inbox().getLast().pinged()).isEmpty();
    }

    @Test
    void closedMessagesAreRefusedInPlainWords() {
        community.slack.messagesTab(false);

        assertThatThrownBy(() -> platform.whisper(somebody(), community.saying("w", "Psst")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("private messages");
        assertThat(seenByAll()).isEmpty();
    }
}
