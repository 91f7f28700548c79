package dev.parley.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.MessageId;
import dev.parley.platform.Account;
import dev.parley.platform.Card;
import dev.parley.platform.FakeCoaching;
import dev.parley.platform.FakeFacilitator;
import dev.parley.platform.Mark;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.web.Chromium;
import dev.parley.web.Cutter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The room as people meet it: in a real browser. */
class RoomBrowserTest {
    private static final String SAID = "#messages .message .text";

    private final RoomServer room = new RoomServer();
    private Chromium ana;

    @BeforeEach
    void open() {
        room.start();
        ana = new Chromium();
    }

    @AfterEach
    void close() {
        ana.close();
        room.close();
    }

    private void join(Chromium browser, String name) {
        join(browser, room.address().toString(), name);
    }

    private void join(Chromium browser, String address, String name) {
        browser.driver.get(address + "/");
        browser.find("#name").sendKeys(name + Keys.ENTER);
        browser.find("#composer");
    }

    private static void say(Chromium browser, String text) {
        browser.find("#text").sendKeys(text + Keys.ENTER);
    }

    private static void waitFor(Chromium browser, String css, List<String> texts) {
        browser.waiting()
                .withMessage(() -> css + " is " + browser.texts(css))
                .until(now -> browser.texts(css).equals(texts));
    }

    private static void focus(Chromium browser, String css) {
        browser.driver.executeScript("document.querySelector(arguments[0]).focus()", css);
    }

    private static WebElement focused(Chromium browser) {
        return browser.driver.switchTo().activeElement();
    }

    @Test
    void twoPeopleTalkLive() {
        join(ana, "Ana");
        try (Chromium bo = new Chromium()) {
            join(bo, "Bo");
            say(ana, "A3: When each of us can say no.");
            waitFor(bo, SAID, List.of("A3: When each of us can say no."));
            waitFor(ana, "#people .present", List.of("2 people here"));

            bo.find("#text").sendKeys("Thi");
            waitFor(ana, "#people .typing", List.of("\u2068Bo\u2069 is writing"));

            bo.find("#text").sendKeys("s is true" + Keys.ENTER);
            waitFor(ana, SAID, List.of("A3: When each of us can say no.", "This is true"));
            assertThat(ana.texts(".message .name")).containsExactly("Ana", "Bo");
        }
    }

    @Test
    void replyingEditingReactingAndDeletingAreSeenByTheOther() {
        join(ana, "Ana");
        try (Chromium bo = new Chromium()) {
            join(bo, "Bo");
            say(ana, "A3: Tiem");
            waitFor(bo, SAID, List.of("A3: Tiem"));

            bo.click(".menu summary");
            bo.click("[data-reply]");
            assertThat(bo.find("#about").getText()).contains("Replying to", "Ana");
            say(bo, "Yes");
            waitFor(ana, ".message .quote bdi:last-child", List.of("A3: Tiem"));

            ana.click(".own .menu summary");
            ana.click("[data-edit]");
            assertThat(ana.find("#text").getDomProperty("value")).isEqualTo("A3: Tiem");
            ana.find("#text").clear();
            say(ana, "A3: Time");
            waitFor(bo, SAID, List.of("A3: Time", "Yes"));
            waitFor(bo, ".edited", List.of("edited"));

            bo.click(".message .menu summary");
            bo.click(".message .emoji");
            waitFor(ana, ".chip", List.of("👍 1"));

            ana.click(".own .menu summary");
            ana.click("[data-delete]");
            assertThat(ana.find("#sure").getText()).contains("Delete this message?", "A3: Time");
            ana.click("#sure .grave");
            waitFor(bo, SAID, List.of("Yes"));
        }
    }

    @Test
    void aFormUnderWhatTheFacilitatorSaysIsFilledInWithTheKeyboard() {
        FakeCoaching coaching = new FakeCoaching();
        room.facilitator.coaching = Optional.of(coaching);
        join(ana, "Ana");
        String cookie = ana.driver.manage().getCookies().iterator().next().getValue();
        coaching.asked.add(new Account("web", cookie.substring(0, cookie.indexOf('.'))));
        room.platform.post(new Outgoing(
                "talk/thanks",
                RoomServer.ROOM,
                "Thank you, all.",
                Optional.empty(),
                Outgoing.Tone.PLAIN,
                false,
                List.of(),
                List.of(FakeCoaching.CHOICES.getFirst())));
        ana.find("[data-form]");
        focus(ana, "[data-form]");
        focused(ana).sendKeys(Keys.ENTER);
        ana.find("#form[open] textarea");
        coaching.trouble = new Refused("That is too long.");
        focused(ana).sendKeys("Ask less", Keys.TAB, Keys.TAB, Keys.ENTER);
        waitFor(ana, "#form .trouble", List.of("That is too long."));
        assertThat(ana.find("#form textarea").getDomProperty("value")).isEqualTo("Ask less");
        coaching.trouble = null;
        ana.click("#form .strong");

        ana.waiting()
                .until(_ -> ana.texts(".note .text").stream().anyMatch(text -> text.contains("Kept for you alone")));
        assertThat(ana.driver.findElements(By.cssSelector("#form[open]"))).isEmpty();
        assertThat(coaching.filled).containsExactly(Map.of("back", "Ask less", "ahead", ""));
    }

    @Test
    void everythingCanBeDoneWithTheKeyboard() {
        ana.driver.get(room.address() + "/");
        Keys next = Keys.TAB;
        ana.driver.switchTo().activeElement().sendKeys(next, Keys.ENTER);
        ana.find("#name").sendKeys("Ana" + Keys.ENTER);
        ana.find("#composer");

        focus(ana, "#text");
        focused(ana).sendKeys("first line" + Keys.chord(Keys.SHIFT, Keys.ENTER) + "second line" + Keys.ENTER);
        waitFor(ana, SAID, List.of("first line\nsecond line"));

        focus(ana, ".own .menu summary");
        focused(ana).sendKeys(Keys.ENTER);
        focus(ana, ".own [data-edit]");
        focused(ana).sendKeys(Keys.ENTER);
        assertThat(focused(ana).getDomAttribute("id")).isEqualTo("text");
        focused(ana).sendKeys(" more" + Keys.ENTER);
        waitFor(ana, SAID, List.of("first line\nsecond line more"));

        focus(ana, ".own .menu summary");
        focused(ana).sendKeys(Keys.ENTER);
        focused(ana).sendKeys(Keys.ESCAPE);
        assertThat(ana.all(".menu[open]")).isEmpty();

        focus(ana, ".own .menu summary");
        focused(ana).sendKeys(Keys.ENTER);
        focus(ana, ".own [data-delete]");
        focused(ana).sendKeys(Keys.ENTER);
        assertThat(focused(ana).getText()).isEqualTo("Keep it");
        focused(ana).sendKeys(Keys.ENTER);
        assertThat(ana.find("#sure").isDisplayed()).isFalse();
        assertThat(ana.texts(SAID)).hasSize(1);
    }

    @Test
    void theQuestionStaysInSightAndItsButtonsHelp() {
        join(ana, "Ana");
        MessageId post = room.platform.post(new Outgoing(
                "q3",
                RoomServer.ROOM,
                "**Q3** What makes a meeting feel like a talk between equals?",
                Optional.empty(),
                Outgoing.Tone.QUESTION));
        Card card = FakeFacilitator.thirdQuestion(RoomServer.ROOM, Instant.now().plusSeconds(200));
        List<Card.Asked> asked = List.of(
                card.asked().get(0),
                card.asked().get(1),
                new Card.Asked(3, card.asked().get(2).text(), Optional.of(post)));
        room.platform.keepInSight(new Card(
                card.room(),
                card.title(),
                card.stage(),
                Optional.of(asked.get(2)),
                card.until(),
                asked,
                card.text(),
                asked,
                card.verbs(),
                List.of()));
        ana.find("#card a[href='#" + post.id() + "']");
        ana.waiting().until(now -> ana.texts("#card .left").getFirst().matches("3:\\d\\d left"));

        ana.click(".asks [data-answer-to]");
        assertThat(ana.find("#text").getDomProperty("value")).isEqualTo("A3: ");
        ana.find("#text").clear();
        ana.click("#card [data-answer]");
        assertThat(ana.find("#text").getDomProperty("value")).isEqualTo("A3: ");

        ana.click(".asks [data-where]");
        ana.waiting().until(now -> ana.find("#where").isDisplayed());
        assertThat(ana.find("#where").getText()).contains("Question 3", "What helped you listen this week?");
    }

    @Test
    void whatCouldNotBeKeptStaysInTheComposer() {
        join(ana, "Ana");
        room.facilitator.trouble = new Unreachable("no", Duration.ZERO);
        say(ana, "Careful words");
        ana.waiting().until(now -> !ana.find("#trouble").getText().isEmpty());
        assertThat(ana.find("#text").getDomProperty("value")).isEqualTo("Careful words");
        assertThat(ana.texts(SAID)).isEmpty();

        room.facilitator.trouble = null;
        ana.press("#text", Keys.ENTER);
        waitFor(ana, SAID, List.of("Careful words"));
        assertThat(ana.find("#text").getDomProperty("value")).isEmpty();
    }

    @Test
    void afterABreakNothingIsLostAndNothingDoubled() throws Exception {
        Account bo = new Account("web", "bo");
        room.platform.join(bo, "Bo");
        try (Cutter line = new Cutter(room.address())) {
            join(ana, line.address().toString(), "Ana");
            MessageId first = said(bo, "One");
            MessageId second = said(bo, "Two");
            waitFor(ana, SAID, List.of("One", "Two"));

            line.cut();
            ana.waiting().until(now -> ana.find("#lost").isDisplayed());
            room.platform.delete(bo, second).toCompletableFuture().join();
            room.platform.change(bo, first, "One, better").toCompletableFuture().join();
            room.platform.receipt(first, Mark.FILED);
            said(bo, "Three");
            line.mend();

            waitFor(ana, SAID, List.of("One, better", "Three"));
            assertThat(ana.texts(".mark")).containsExactly("✓");
            ana.waiting().until(now -> !ana.find("#lost").isDisplayed());
            said(bo, "Four");
            waitFor(ana, SAID, List.of("One, better", "Three", "Four"));
        }
    }

    private MessageId said(Account by, String text) {
        return room.platform
                .say(by, RoomServer.ROOM, text)
                .toCompletableFuture()
                .join();
    }

    @Test
    void hostileTextDoesNothingLiveEither() {
        join(ana, "Ana");
        Account bo = new Account("web", "bo");
        room.platform.join(bo, "<img src=x onerror=document.title='x'>");
        said(bo, "<img src=x onerror=\"document.title='hacked'\"><script>document.title='hacked'</script>");
        waitFor(
                ana,
                SAID,
                List.of("<img src=x onerror=\"document.title='hacked'\"><script>document.title='hacked'</script>"));

        assertThat(ana.all("#messages img, #messages script")).isEmpty();
        assertThat(ana.driver.getTitle()).isEqualTo("Tuesday talk");
    }

    @Test
    void everyPageIsGoodToLookAtAndInNobodysWay() {
        ana.driver.get(room.address() + "/");
        ana.find("#name");
        ana.look("join");
        join(ana, "Ana Ribeiro");
        ana.look("room-empty");
        evening();
        waitFor(ana, ".note .only", List.of("Only you see this"));
        ana.driver.navigate().refresh();
        ana.find(".note");
        ana.look("room");
        ana.click(".own .menu summary");
        ana.look("room-menu");
        ana.driver.navigate().refresh();
        ana.click("#card [data-where]");
        ana.waiting().until(now -> ana.find("#where").isDisplayed());
        ana.look("where");
        ana.driver.get(room.address() + "/mine");
        ana.look("mine");
        ana.driver.get(room.address() + "/mine/erase");
        ana.look("erase");
        ana.driver.get(room.address() + "/nothing");
        ana.look("nothing");
        ana.driver.get(room.address() + "/room/talk/where");
        ana.look("wherepage");
    }

    /** A bit of a chat, with something of everything in it. */
    private void evening() {
        Account bo = new Account("web", "bo");
        Account chidi = new Account("web", "chidi");
        room.platform.join(bo, "Bo");
        room.platform.join(chidi, "Chidi Okafor");
        room.facilitator.welcomeHost(chidi);
        room.platform.enter(bo, RoomServer.ROOM);
        room.platform.enter(chidi, RoomServer.ROOM);
        room.platform.post(new Outgoing(
                "welcome",
                RoomServer.ROOM,
                "Welcome to **Tuesday talk**. Answer with `A1:` and your words.",
                Optional.empty(),
                Outgoing.Tone.PLAIN));
        said(chidi, "Good evening, everybody. Tea is ready.");
        said(bo, "Hello from a train. See https://example.org/reading-list for what I am reading.");
        MessageId post = room.platform.post(new Outgoing(
                "q3",
                RoomServer.ROOM,
                "**Q3** What makes a meeting feel like a talk between equals?",
                Optional.empty(),
                Outgoing.Tone.QUESTION));
        Card card = FakeFacilitator.thirdQuestion(RoomServer.ROOM, Instant.now().plusSeconds(425));
        List<Card.Asked> asked = List.of(
                card.asked().get(0),
                card.asked().get(1),
                new Card.Asked(3, card.asked().get(2).text(), Optional.of(post)));
        Card now = new Card(
                card.room(),
                card.title(),
                card.stage(),
                Optional.of(asked.get(2)),
                card.until(),
                asked,
                card.text(),
                asked,
                card.verbs(),
                List.of());
        room.facilitator.cards.put(RoomServer.ROOM, now);
        room.platform.keepInSight(now);
        MessageId answer = said(bo, "A3: When either of us may say no, and nobody has to explain why.");
        room.platform.receipt(answer, Mark.FILED);
        room.platform.react(chidi, answer, "👍", true).toCompletableFuture().join();
        ana.find("#text").sendKeys("A3: Asking first what the other one wants to look at." + Keys.ENTER);
        ana.waiting().until(done -> ana.texts(SAID).size() == 6);
        MessageId own = room.facilitator.lastSaid().message();
        room.platform.receipt(own, Mark.GUESSED);
        room.platform.react(bo, own, "❤️", true).toCompletableFuture().join();
        room.platform
                .reply(chidi, answer, "That is it: a real choice.")
                .toCompletableFuture()
                .join();
        said(bo, "שלום לכולם, and back to English");
        said(chidi, "averyveryverylongwordwithoutanyplacetobreakit".repeat(4));
        room.platform.whisper(
                room.facilitator.heard.stream()
                        .filter(dev.parley.platform.Incoming.Said.class::isInstance)
                        .map(dev.parley.platform.Incoming.Said.class::cast)
                        .filter(said -> said.name().equals("Ana Ribeiro"))
                        .findFirst()
                        .orElseThrow()
                        .author(),
                new Outgoing(
                        "w",
                        RoomServer.ROOM,
                        "Was “Asking first …” meant for **Q3**? If not, you can change it under [My answers](/mine).",
                        Optional.empty(),
                        Outgoing.Tone.PLAIN));
    }
}
