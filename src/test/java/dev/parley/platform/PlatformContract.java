package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every platform must do. A platform's test extends this and says how to look at what a room shows. */
public abstract class PlatformContract {
    protected final FakeFacilitator facilitator = new FakeFacilitator();
    protected Platform platform;

    /** A platform that has not started. */
    protected abstract Platform platform() throws Exception;

    /** A room that it serves. */
    protected abstract RoomId room();

    /** Somebody in that room who can be spoken to alone. */
    protected abstract Account somebody();

    /** Another one. */
    protected abstract Account somebodyElse();

    /** A person's message in the room, really said there. */
    protected abstract MessageId said(Account by, String text) throws Exception;

    /** What everybody sees in the room, in order, as plain text. */
    protected abstract List<String> seenByAll() throws Exception;

    /** What one person alone was told, as plain text. */
    protected abstract List<String> toldTo(Account account) throws Exception;

    /** The receipt that a message shows. */
    protected abstract Mark markOn(MessageId message) throws Exception;

    @BeforeEach
    void start() throws Exception {
        platform = platform();
        platform.start(facilitator);
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    protected Outgoing saying(String key, String text) {
        return Samples.saying(room(), key, text);
    }

    /** The same message, once the facilitator has heard it. */
    protected MessageId heard(MessageId message) {
        Awaitility.await()
                .until(() -> facilitator.heard.stream()
                        .anyMatch(one -> one instanceof Incoming.Said said
                                && said.message().equals(message)));
        return message;
    }

    @Test
    void itsRoomsCarryItsName() {
        assertThat(room().platform()).isEqualTo(platform.name());
    }

    @Test
    void aPostIsSeen() throws Exception {
        platform.post(saying("k1", "Welcome, all of you."));

        assertThat(seenByAll()).containsExactly("Welcome, all of you.");
    }

    @Test
    void postsAreSeenInOrder() throws Exception {
        platform.post(saying("k1", "One"));
        platform.post(saying("k2", "Two"));
        platform.post(saying("k3", "Three"));

        assertThat(seenByAll()).containsExactly("One", "Two", "Three");
    }

    @Test
    void postingWithTheSameKeyTwiceIsPostingOnce() throws Exception {
        MessageId first = platform.post(saying("k1", "Once"));
        MessageId second = platform.post(saying("k1", "Once"));

        assertThat(second).isEqualTo(first);
        assertThat(seenByAll()).containsExactly("Once");
    }

    @Test
    void aPostIsFoundByItsKey() {
        MessageId post = platform.post(saying("k1", "Here"));

        assertThat(platform.find(saying("k1", "Here"))).contains(post);
        assertThat(platform.find(saying("k2", "Not yet"))).isEmpty();
    }

    @Test
    void anEditChangesThePostInItsPlace() throws Exception {
        MessageId post = platform.post(saying("k1", "Firts"));
        platform.post(saying("k2", "Second"));

        platform.edit(post, saying("k1#2", "First"));

        assertThat(seenByAll()).containsExactly("First", "Second");
    }

    @Test
    void aRemovedPostIsGone() throws Exception {
        MessageId post = platform.post(saying("k1", "Away with this"));

        platform.remove(post);

        assertThat(seenByAll()).isEmpty();
    }

    @Test
    void aMessageThatIsGoneIsNoError() throws Exception {
        MessageId post = platform.post(saying("k1", "Away with this"));
        platform.remove(post);

        platform.remove(post);
        platform.edit(post, saying("k1#2", "Still here?"));
        platform.receipt(post, Mark.FILED);

        assertThat(seenByAll()).isEmpty();
    }

    @Test
    void aWhisperIsHeardByOneAlone() throws Exception {
        platform.whisper(somebody(), saying("w1", "Just between us."));

        assertThat(toldTo(somebody())).containsExactly("Just between us.");
        assertThat(toldTo(somebodyElse())).isEmpty();
        assertThat(seenByAll()).isEmpty();
    }

    @Test
    void aWhisperWithTheSameKeyTwiceIsOneWhisper() throws Exception {
        platform.whisper(somebody(), saying("w1", "Just between us."));
        platform.whisper(somebody(), saying("w1", "Just between us."));

        assertThat(toldTo(somebody())).containsExactly("Just between us.");
    }

    @Test
    void aWhisperToNobodyItKnowsIsRefused() throws Exception {
        Account stranger = new Account("elsewhere", "somebody");

        assertThatThrownBy(() -> platform.whisper(stranger, saying("w1", "Psst")))
                .isInstanceOf(Refused.class);
        assertThat(seenByAll()).isEmpty();
    }

    @Test
    void aReceiptReplacesTheOneBefore() throws Exception {
        MessageId message = said(somebody(), "A1: By listening");

        platform.receipt(message, Mark.GUESSED);
        assertThat(markOn(message)).isEqualTo(Mark.GUESSED);
        platform.receipt(message, Mark.FILED);
        assertThat(markOn(message)).isEqualTo(Mark.FILED);
        platform.receipt(message, Mark.NONE);
        assertThat(markOn(message)).isEqualTo(Mark.NONE);
    }

    @Test
    void whatIsSaidIsHeardAsItWasSaid() throws Exception {
        MessageId message = said(somebody(), "A1: By listening");

        Incoming.Said heard = facilitator.lastSaid();
        assertThat(heard.message()).isEqualTo(message);
        assertThat(heard.author()).isEqualTo(somebody());
        assertThat(heard.text()).isEqualTo("A1: By listening");
    }

    @Test
    void presenceNamesNobodyAndIsNeverLessThanUnknown() {
        assertThat(platform.presence(room()).people()).isGreaterThanOrEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@everyone and @here, look at <!channel> and <@1234>",
                "<script>alert('x')</script> & <b>bold</b>",
                "\u202Eolleh\u202C and \u2066isolated",
                "z\u200Be\u200Br\u200Bo",
                "'; drop table event; --",
                "=HYPERLINK(\"http://evil.example\")",
                "😀😀😀 👩‍👩‍👧‍👦 e\u0301",
                "{name} ${name} %s %n"
            })
    void hostileTextIsHeardUnchanged(String text) throws Exception {
        said(somebody(), text);

        assertThat(facilitator.lastSaid().text()).isEqualTo(text);
    }
}
