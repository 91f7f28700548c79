package dev.parley.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.Incoming;
import dev.parley.platform.Mark;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Platform;
import dev.parley.platform.PlatformContract;
import dev.parley.platform.Refused;
import dev.parley.platform.Shown;
import dev.parley.platform.Unreachable;
import dev.parley.platform.text.Markup;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class WebPlatformTest extends PlatformContract {
    private static final RoomId ROOM = new RoomId("web", "talk");
    private static final Account ANA = new Account("web", "ana");
    private static final Account BO = new Account("web", "bo");

    private Instant now = Instant.parse("2026-11-24T19:00:00Z");
    private final InstantSource clock = () -> now;

    @Override
    protected Platform platform() {
        return new WebPlatform(List.of(new WebRoom("talk", "Tuesday talk")), clock);
    }

    private WebPlatform web() {
        return (WebPlatform) platform;
    }

    @Override
    protected RoomId room() {
        return ROOM;
    }

    @Override
    protected Account somebody() {
        return ANA;
    }

    @Override
    protected Account somebodyElse() {
        return BO;
    }

    @Override
    protected MessageId said(Account by, String text) {
        if (web().member(by).isEmpty()) {
            assertThat(web().join(by, by.id())).isEmpty();
        }
        return web().say(by, ROOM, text).toCompletableFuture().join();
    }

    @Override
    protected List<String> seenByAll() {
        return web().room(ROOM).all().stream()
                .map(shown -> Jsoup.parse(Markup.ofFacilitator(shown.text(), "http://localhost"))
                        .text())
                .toList();
    }

    @Override
    protected List<String> toldTo(Account account) {
        return web().room(ROOM).notes(account).stream().map(Room.Note::text).toList();
    }

    @Override
    protected Mark markOn(MessageId message) {
        return web().room(ROOM).find(message.id()).orElseThrow().mark();
    }

    @Test
    void aBrowserHasNoPrivateRoom() {
        assertThatThrownBy(() -> platform.privately(ANA)).isInstanceOf(Refused.class);
    }

    @Test
    void whatCannotBeKeptIsShownToNobody() {
        said(ANA, "Hello");
        facilitator.trouble = new Unreachable("the disk is full", Duration.ZERO);

        assertThatThrownBy(() -> said(ANA, "Anybody there?")).isInstanceOf(CompletionException.class);

        assertThat(seenByAll()).containsExactly("Hello");
    }

    @Test
    void onlyTheAuthorChangesOrDeletesAMessage() {
        MessageId message = said(ANA, "Mine");
        said(BO, "Yours");

        assertThat(web().change(BO, message, "Stolen").toCompletableFuture()).isCompletedExceptionally();
        assertThat(web().delete(BO, message).toCompletableFuture()).isCompletedExceptionally();
        assertThat(seenByAll()).containsExactly("Mine", "Yours");

        web().change(ANA, message, "Still mine").toCompletableFuture().join();
        assertThat(seenByAll()).containsExactly("Still mine", "Yours");
        web().delete(ANA, message).toCompletableFuture().join();
        assertThat(seenByAll()).containsExactly("Yours");
        assertThat(facilitator.heard).last().isEqualTo(new Incoming.Unsaid(message));
    }

    @Test
    void anEditIsHeardAsTheSameMessageSaidAtTheSameTime() {
        MessageId message = said(ANA, "A1: teh");
        Instant then = now;
        now = now.plusSeconds(60);

        web().change(ANA, message, "A1: the").toCompletableFuture().join();

        Incoming.Said heard = facilitator.lastSaid();
        assertThat(heard.message()).isEqualTo(message);
        assertThat(heard.at()).isEqualTo(then);
        assertThat(heard.text()).isEqualTo("A1: the");
    }

    @Test
    void aReplyNamesWhatItRepliesTo() {
        MessageId message = said(ANA, "A1: Time");
        said(BO, "Hello");

        web().reply(BO, message, "Yes, time").toCompletableFuture().join();

        assertThat(facilitator.lastSaid().place()).isEqualTo(new dev.parley.conversation.Place.Under(message));
    }

    @Test
    void nothingIsSaidWithoutANameOrWithoutWords() {
        assertThat(web().say(ANA, ROOM, "Hello").toCompletableFuture()).isCompletedExceptionally();
        said(ANA, "Hello");
        assertThat(web().say(ANA, ROOM, " \n\t ").toCompletableFuture()).isCompletedExceptionally();
        assertThat(web().say(ANA, ROOM, "\u200B\u2060\uFEFF").toCompletableFuture())
                .isCompletedExceptionally();
        assertThat(seenByAll()).containsExactly("Hello");
    }

    @Test
    void fourThousandCodePointsAreHeardAndOneMoreIsNot() {
        said(ANA, "😀".repeat(4000));

        assertThat(web().say(ANA, ROOM, "😀".repeat(4001)).toCompletableFuture())
                .isCompletedExceptionally();
        assertThat(facilitator.heard).hasSize(1);
    }

    @Test
    void aPostIsKnownAgainAfterARestart() {
        MessageId post = platform.post(saying("talk/Q1@web:talk", "First question"));
        facilitator.before.add(web().room(ROOM).find(post.id()).orElseThrow());

        WebPlatform again = (WebPlatform) platform();
        again.start(facilitator);

        assertThat(again.find(saying("talk/Q1@web:talk", "First question"))).contains(post);
        assertThat(again.post(saying("talk/Q1@web:talk", "First question"))).isEqualTo(post);
        assertThat(again.room(ROOM).all()).hasSize(1);
    }

    @Test
    void aReceiptThatOvertakesItsMessageIsKept() {
        web().join(ANA, "Ana");
        Room room = web().room(ROOM);
        MessageId message = new MessageId(ROOM, Ids.fresh(now));
        room.expect(new Shown(
                message,
                Optional.of(ANA),
                "Ana",
                false,
                "A1: early",
                Optional.empty(),
                now,
                false,
                Mark.NONE,
                Outgoing.Tone.PLAIN,
                Map.of(),
                List.of()));

        platform.receipt(message, Mark.FILED);
        assertThat(room.all()).isEmpty();
        room.reveal(message.id());

        assertThat(room.all()).extracting(Shown::mark).containsExactly(Mark.FILED);
    }

    @Test
    void presenceCountsPeopleAndNotPages() {
        web().join(ANA, "Ana");
        web().join(BO, "Bo");
        var first = web().enter(ANA, ROOM);
        var second = web().enter(ANA, ROOM);
        web().enter(BO, ROOM);
        assertThat(platform.presence(ROOM).people()).isEqualTo(2);

        first.close();
        assertThat(platform.presence(ROOM).people()).isEqualTo(2);
        second.close();
        assertThat(platform.presence(ROOM).people()).isEqualTo(1);
    }

    @Test
    void typingIsForgottenAfterAWhile() {
        web().join(ANA, "Ana");
        web().typing(ANA, ROOM);
        assertThat(platform.presence(ROOM).typing()).isTrue();

        now = now.plusSeconds(7);
        assertThat(platform.presence(ROOM).typing()).isFalse();
    }

    @Test
    void whoIsErasedLeavesNothingInTheRoom() {
        said(ANA, "My words");
        MessageId kept = said(BO, "Other words");
        web().react(ANA, kept, "👍", true).toCompletableFuture().join();
        platform.whisper(ANA, saying("w", "For Ana"));

        web().erase(ANA).toCompletableFuture().join();

        assertThat(seenByAll()).containsExactly("Other words");
        assertThat(toldTo(ANA)).isEmpty();
        assertThat(web().room(ROOM).find(kept.id()).orElseThrow().reactions()).isEmpty();
    }

    @Test
    void memoryIsBounded() {
        for (int number = 0; number < Room.MOST + 50; number++) {
            platform.post(saying("k" + number, "Post " + number));
        }
        assertThat(web().room(ROOM).all()).hasSize(Room.MOST);
        assertThat(seenByAll()).last().isEqualTo("Post " + (Room.MOST + 49));
    }

    @Test
    void aRoomThatIsNotServedIsRefused() {
        RoomId elsewhere = new RoomId("web", "elsewhere");
        assertThatThrownBy(() -> platform.presence(elsewhere)).isInstanceOf(Refused.class);
    }

    @Test
    void newsAreNeitherLostNorDoubled() throws InterruptedException {
        Room room = web().room(ROOM);
        said(ANA, "One");
        MessageId two = said(ANA, "Two");
        long seen = room.version();

        web().delete(ANA, two).toCompletableFuture().join();
        said(ANA, "Three");
        Room.News news = room.news(BO, seen, Duration.ZERO);

        assertThat(news.anew()).isFalse();
        assertThat(news.gone()).contains(two.id());
        assertThat(news.messages()).extracting(Shown::text).containsExactly("Three");
        assertThat(room.news(BO, news.version(), Duration.ZERO).nothing()).isTrue();
    }

    @Test
    void whoWasAwayTooLongGetsEverythingAnew() throws InterruptedException {
        Room room = web().room(ROOM);
        said(ANA, "Here");

        Room.News news = room.news(BO, -1, Duration.ZERO);

        assertThat(news.anew()).isTrue();
        assertThat(news.messages()).extracting(Shown::text).containsExactly("Here");
    }
}
