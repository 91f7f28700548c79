package dev.parley.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.MessageId;
import dev.parley.platform.Account;
import dev.parley.platform.Choice;
import dev.parley.platform.FakeCoaching;
import dev.parley.platform.Mark;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.web.Client;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomPagesTest {
    private final RoomServer room = new RoomServer();

    @BeforeEach
    void start() {
        room.start();
    }

    @AfterEach
    void stop() {
        room.close();
    }

    private Client visitor() {
        return new Client(room.address());
    }

    private Client joined(String name) {
        Client client = visitor();
        client.page("/");
        assertThat(client.post("/room/talk/join", "name", name).statusCode()).isEqualTo(303);
        client.page("/");
        return client;
    }

    private Account account(Client client) {
        return new Account("web", client.cookie().substring(0, client.cookie().indexOf('.')));
    }

    private static List<String> texts(Document page) {
        return page.select("#messages .text").eachText();
    }

    @Test
    void someoneJoinsAndTalksWithoutAScript() {
        Client ana = joined("Ana");

        HttpResponse<String> said = ana.post("/room/talk/say", "text", "A3: By listening first.");

        assertThat(said.statusCode()).isEqualTo(303);
        assertThat(said.headers().firstValue("Location")).contains("/room/talk#latest");
        Document page = ana.page("/room/talk");
        assertThat(texts(page)).containsExactly("A3: By listening first.");
        assertThat(room.facilitator.lastSaid().name()).isEqualTo("Ana");
    }

    @Test
    void theWayToCoachingIsThereWhereThereIsCoaching() {
        Client ana = joined("Ana");
        assertThat(ana.page("/room/talk").select("nav a[href=/coaching]")).isEmpty();

        room.facilitator.coaching = Optional.of(new FakeCoaching());

        assertThat(ana.page("/room/talk").select("nav a[href=/coaching]").text())
                .isEqualTo("My coaching");
    }

    @Test
    void whoHasNotJoinedSeesTheQuestionButNotTheTalk() {
        joined("Ana").post("/room/talk/say", "text", "Only for those who are here");

        Document page = visitor().page("/room/talk");

        assertThat(page.text()).contains("What makes a meeting feel");
        assertThat(page.text()).doesNotContain("Only for those");
        assertThat(page.select("form[action=/room/talk/join]")).hasSize(1);
    }

    @Test
    void aNameThatIsTakenIsSaidBesideTheFieldAndNothingIsLost() {
        joined("Ana");
        Client other = visitor();
        other.page("/");

        HttpResponse<String> answer = other.post("/room/talk/join", "name", "ANA");

        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("#name").attr("value")).isEqualTo("ANA");
        assertThat(page.select("#trouble").text()).contains("already has that name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "\u200B\u200B", "...", "a very long name that goes on and on and on and on and on"})
    void aNameThatNobodyCanReadIsNotTaken(String name) {
        Client client = visitor();
        client.page("/");

        assertThat(client.post("/room/talk/join", "name", name).statusCode()).isEqualTo(422);
    }

    @Test
    void whatCouldNotBeKeptIsGivenBack() {
        Client ana = joined("Ana");
        room.facilitator.trouble = new Unreachable("no", Duration.ZERO);

        HttpResponse<String> answer = ana.post("/room/talk/say", "text", "Long thought & <careful> words");

        assertThat(answer.statusCode()).isEqualTo(503);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("#text").val()).isEqualTo("Long thought & <careful> words");
        assertThat(page.select("#trouble").text()).contains("still here");
        assertThat(texts(page)).isEmpty();
    }

    @Test
    void tooLongIsSaidAndGivenBack() {
        Client ana = joined("Ana");
        String long4001 = "x".repeat(4001);

        HttpResponse<String> answer = ana.post("/room/talk/say", "text", long4001);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).select("#text").val()).isEqualTo(long4001);
        assertThat(room.facilitator.heard).isEmpty();
    }

    @Test
    void twoThousandEmojiAreFine() {
        Client ana = joined("Ana");
        String emoji = "🎉".repeat(2000);

        assertThat(ana.post("/room/talk/say", "text", emoji).statusCode()).isEqualTo(303);

        assertThat(texts(ana.page("/"))).containsExactly(emoji);
    }

    @Test
    void aFormThatIsSentTwiceIsSentOnce() {
        Client ana = joined("Ana");

        ana.post("/room/talk/say", "text", "Once", "once", "abc");
        ana.post("/room/talk/say", "text", "Once", "once", "abc");

        assertThat(texts(ana.page("/"))).containsExactly("Once");
    }

    @Test
    void aFormThatFailedCanBeSentAgain() {
        Client ana = joined("Ana");
        room.facilitator.trouble = new Unreachable("no", Duration.ZERO);
        ana.post("/room/talk/say", "text", "Again", "once", "abc");
        room.facilitator.trouble = null;

        ana.post("/room/talk/say", "text", "Again", "once", "abc");

        assertThat(texts(ana.page("/"))).containsExactly("Again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "\"><svg onload=alert(1)>",
                "' onmouseover='alert(1)",
                "javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "</textarea><script>alert(1)</script>",
                "</template></script><style>*{display:none}</style>",
                "https://example.org/\"onmouseover=\"alert(1)",
                "https://example.org/<b>x</b>",
                "\u202Egnp.exe \u2066\u2067",
                "@everyone @here <@123> <!channel>",
                "&lt;b&gt; &amp;amp; &#60;script&#62;",
                "\u0000\u0001\u0008 controls",
                "{{7*7}} ${7*7} #{7*7} <%= 7*7 %>"
            })
    void hostileTextIsShownAndDoesNothing(String text) {
        Client ana = joined("Ana");

        ana.post("/room/talk/say", "text", text);
        Document page = ana.page("/");

        Element shown = page.select("#messages .text").first();
        assertThat(shown).isNotNull();
        assertThat(shown.wholeText()).isEqualTo(text.replace("\0", "").strip());
        assertThat(shown.select("*:not(a)")).containsExactly(shown);
        for (Element element : page.getAllElements()) {
            assertThat(element.attributes().asList())
                    .noneMatch(attribute -> attribute.getKey().startsWith("on"));
        }
        for (Element link : shown.select("a")) {
            assertThat(link.attr("href")).matches("https?://.*");
            assertThat(link.attr("rel")).isEqualTo("noopener nofollow ugc");
        }
    }

    @Test
    void hostileNamesDoNothingEither() {
        joined("<b>Bo</b>\" x='").post("/room/talk/say", "text", "Hello");

        Document page = joined("Ana").page("/");

        assertThat(page.select("#messages .name").text()).isEqualTo("<b>Bo</b>\" x='");
        assertThat(page.select("#messages b")).isEmpty();
    }

    @Test
    void webLinksCanBeFollowed() {
        Client ana = joined("Ana");
        ana.post("/room/talk/say", "text", "See https://example.org/a?b=c&d=e. And mailto:x@example.org");

        Element text = ana.page("/").select("#messages .text").first();

        assertThat(text.select("a").eachAttr("href")).containsExactly("https://example.org/a?b=c&d=e");
    }

    @Test
    void theFacilitatorsMarkdownIsCleaned() {
        room.platform.post(new Outgoing(
                "k",
                RoomServer.ROOM,
                "**Q3** [here](javascript:alert(1)) <script>x</script> [ok](https://example.org) [mine](/mine)",
                Optional.empty(),
                Outgoing.Tone.QUESTION));

        Element text = joined("Ana").page("/").select(".asks .text").first();

        assertThat(text.select("strong").text()).isEqualTo("Q3");
        assertThat(text.select("script")).isEmpty();
        assertThat(text.select("a").eachAttr("href")).containsExactly("", "https://example.org", "/mine");
    }

    @Test
    void editingDeletingAndReactingWorkWithoutAScript() {
        Client ana = joined("Ana");
        ana.post("/room/talk/say", "text", "A3: teh start");
        Element message = ana.page("/").select("article.message").first();
        String id = message.id();

        Document editing = ana.page("/room/talk?edit=" + id);
        assertThat(editing.select("#text").val()).isEqualTo("A3: teh start");
        ana.post("/room/talk/say", "text", "A3: the start", "editing", id);
        ana.post("/room/talk/react", "message", id, "give", "👍");

        Document page = ana.page("/");
        assertThat(texts(page)).containsExactly("A3: the start");
        assertThat(page.select("article .edited")).hasSize(1);
        assertThat(page.select(".chip").text()).isEqualTo("👍 1");

        Document sure = ana.page("/room/talk/delete?message=" + id);
        assertThat(sure.select("blockquote").text()).isEqualTo("A3: the start");
        ana.post("/room/talk/delete", "message", id);
        assertThat(texts(ana.page("/"))).isEmpty();
    }

    @Test
    void nobodyTouchesTheMessagesOfOthers() {
        Client ana = joined("Ana");
        ana.post("/room/talk/say", "text", "Ana's own");
        String id = ana.page("/").select("article.message").first().id();
        Client bo = joined("Bo");

        assertThat(bo.get("/room/talk/delete?message=" + id).statusCode()).isEqualTo(404);
        assertThat(bo.post("/room/talk/delete", "message", id).statusCode()).isEqualTo(410);
        assertThat(bo.post("/room/talk/say", "text", "Bo's now", "editing", id).statusCode())
                .isEqualTo(410);
        assertThat(bo.page("/?edit=" + id).select("#text").val().strip()).isEmpty();
        assertThat(texts(ana.page("/"))).containsExactly("Ana's own");
    }

    @Test
    void theAnswerButtonFillsInTheLabel() {
        Client ana = joined("Ana");

        assertThat(ana.page("/room/talk?answer=q3").select("#text").first().wholeText())
                .endsWith("A3: ");
    }

    @Test
    void whereWeAreIsTold() {
        Document page = joined("Ana").page("/room/talk/where");

        assertThat(page.text()).contains("Question 3", "left", "What helped you listen", "equals?");
    }

    @Test
    void receiptsAreSaidInWordsToo() {
        Client ana = joined("Ana");
        ana.post("/room/talk/say", "text", "A3: Time");
        MessageId message = room.facilitator.lastSaid().message();

        room.platform.receipt(message, Mark.FILED);

        Element mark = ana.page("/").select(".mark").first();
        assertThat(mark.text()).isEqualTo("✓");
        assertThat(mark.attr("aria-label")).isEqualTo("Filed");
    }

    @Test
    void aWhisperIsOnOnesOwnPagesUntilItIsRead() {
        Client ana = joined("Ana");
        Client bo = joined("Bo");
        room.platform.whisper(
                account(ana), new Outgoing("w", RoomServer.ROOM, "Just you", Optional.empty(), Outgoing.Tone.PLAIN));

        assertThat(bo.page("/").text()).doesNotContain("Just you");
        assertThat(ana.page("/mine").text()).contains("Just you");
        Document page = ana.page("/");
        assertThat(page.select(".note").text()).contains("Just you");
        ana.post("/room/talk/read", "note", page.select(".note").first().id());
        assertThat(ana.page("/").select(".note")).isEmpty();
    }

    @Test
    void myAnswersAreShownWithTheirFilingAndCanBeFiledElsewhere() {
        Client ana = joined("Ana");
        ana.post("/room/talk/say", "text", "A3: Time");
        ana.post("/room/talk/say", "text", "Just chatting");

        Document mine = ana.page("/mine");
        assertThat(mine.select(".items .tag").eachText()).containsExactly("Q3", "side talk");
        assertThat(mine.select(".guess")).hasSize(1);

        Element second = mine.select(".items > li").get(1);
        HttpResponse<String> refiled = ana.post(
                "/mine/refile",
                "room",
                second.select("[name=room]").attr("value"),
                "message",
                second.select("[name=message]").attr("value"),
                "where",
                "Q2");
        assertThat(refiled.statusCode()).isEqualTo(303);
        assertThat(ana.page("/mine").select(".items .tag").eachText()).containsExactly("Q3", "Q2");
    }

    @Test
    void filingNowhereIsRefusedKindly() {
        Client ana = joined("Ana");
        ana.post("/room/talk/say", "text", "A3: Time");
        String id = room.facilitator.lastSaid().message().id();

        assertThat(ana.post("/mine/refile", "room", "talk", "message", id, "where", "nowhere")
                        .statusCode())
                .isEqualTo(422);
        assertThat(ana.post("/mine/refile", "room", "elsewhere", "message", id, "where", "Q1")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void myLinkMovesMeToAnotherDeviceOnce() {
        Client ana = joined("Ana");
        ana.page("/mine");
        Document made = Jsoup.parse(ana.post("/mine/link").body());
        String link = made.select("#show").attr("value");
        assertThat(link).startsWith(room.address() + "/move/");
        String path = link.substring(room.address().toString().length());

        Client phone = visitor();
        assertThat(phone.page(path).text()).contains("Ana");
        phone.page(path);
        assertThat(phone.post(path).statusCode()).isEqualTo(303);
        assertThat(account(phone)).isEqualTo(account(ana));
        assertThat(phone.cookie()).isNotEqualTo(ana.cookie());

        Client thief = visitor();
        thief.page("/");
        assertThat(thief.get(path).statusCode()).isEqualTo(410);
        assertThat(thief.post(path).statusCode()).isEqualTo(410);
    }

    @Test
    void aHostLinkMakesAHostOnceAndAsksForAName() {
        String path = LinkPages.hostLink(room.links, Duration.ofMinutes(10));
        Client client = visitor();

        assertThat(client.page(path).text()).contains("Become a host?");
        HttpResponse<String> used = client.post(path);
        assertThat(used.headers().firstValue("Location")).contains("/desk");
        client.page("/");
        HttpResponse<String> joined = client.post("/room/talk/join", "name", "Hanna");

        assertThat(joined.headers().firstValue("Location")).contains("/desk");
        assertThat(room.facilitator.member(account(client)).orElseThrow().host())
                .isTrue();
        assertThat(client.post(path).statusCode()).isEqualTo(410);
    }

    @Test
    void erasingAsksFirstAndThenForgets() {
        Client ana = joined("Ana");
        ana.post("/room/talk/say", "text", "Soon gone");
        Account account = account(ana);

        assertThat(ana.page("/mine/erase").text()).contains("Nobody can undo this");
        HttpResponse<String> answer = ana.post("/mine/erase");

        assertThat(answer.body()).contains("forgotten");
        assertThat(room.facilitator.member(account)).isEmpty();
        assertThat(texts(joined("Bo").page("/"))).isEmpty();
        assertThat(ana.cookies.getCookieStore().getCookies()).isEmpty();
    }

    private static Outgoing thanks() {
        Choice form = FakeCoaching.CHOICES.getFirst();
        return new Outgoing(
                "talk/thanks",
                RoomServer.ROOM,
                "Thank you, all.",
                Optional.empty(),
                Outgoing.Tone.PLAIN,
                false,
                List.of(),
                List.of(form));
    }

    @Test
    void aFormUnderWhatTheFacilitatorSaysIsFilledInByOneAlone() {
        FakeCoaching coaching = new FakeCoaching();
        room.facilitator.coaching = Optional.of(coaching);
        Client ana = joined("Ana");
        Client bo = joined("Bo");
        coaching.asked.add(account(ana));
        room.platform.post(thanks());

        assertThat(ana.page("/").select("#messages .actions a").eachText()).containsExactly("Answer");
        Document form = ana.page("/room/talk/form/answer:1");
        assertThat(form.select("label").eachText()).last().isEqualTo("And what next?");
        coaching.trouble = new Refused("That is too long.");
        HttpResponse<String> refused = ana.post("/room/talk/form", "meaning", "answer:1", "field-back", "Ask <less>");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("textarea").val()).isEqualTo("Ask <less>");
        assertThat(Jsoup.parse(refused.body()).select("[role=alert]").text()).isEqualTo("That is too long.");
        coaching.trouble = null;
        assertThat(ana.post("/room/talk/form", "meaning", "answer:1", "field-back", "Ask <less>")
                        .statusCode())
                .isEqualTo(303);

        assertThat(coaching.filled).containsExactly(Map.of("back", "Ask <less>"));
        assertThat(ana.page("/").select(".note").text()).contains("Kept for you alone");
        assertThat(bo.page("/").select(".note")).isEmpty();
        assertThat(bo.get("/room/talk/form/answer:1").statusCode()).isEqualTo(410);
        assertThat(visitor().get("/room/talk/form/answer:1").statusCode()).isEqualTo(403);
    }

    @Test
    void talkingVeryFastIsStoppedKindly() {
        Client ana = joined("Ana");
        HttpResponse<String> last = null;
        for (int number = 0; number < 14; number++) {
            last = ana.post("/room/talk/say", "text", "Message " + number);
        }

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(Jsoup.parse(last.body()).select("#text").val()).isEqualTo("Message 13");
        assertThat(room.facilitator.heard).hasSizeLessThan(13);
    }

    @Test
    void guessingLinksIsStopped() {
        Client client = visitor();
        int status = 0;
        for (int number = 0; number < 25; number++) {
            status = client.get("/host/guess" + number).statusCode();
        }

        assertThat(status).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/room/nowhere",
                "/room/talk/nothing",
                "/room/..%2f..",
                "/room/talk/delete",
                "/assets/secret.key",
                "/assets/..%2fWebServer.class",
                "/mine/delete?room=talk&message=x",
                "/nothing",
                "/desk/x/../../etc"
            })
    void addressesThatAreNotThereAreSaidClearly(String path) {
        Client ana = joined("Ana");

        HttpResponse<String> answer = ana.get(path);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("at dev.parley", "Exception", "jetty");
    }
}
