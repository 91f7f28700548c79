package dev.parley.site.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.coaching.OwnTime;
import dev.parley.engine.coaching.Myself;
import dev.parley.platform.Account;
import dev.parley.platform.Choice;
import dev.parley.platform.Note;
import dev.parley.platform.Refused;
import dev.parley.web.Client;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on the private pages, and what can be done there. Who is let in is in {@link DoorTest}. */
class CoachingPagesTest {
    private static final String PARTNERSHIP = "/coaching/partnership/" + FakeJournals.PARTNERSHIP;

    private final CoachingServer coaching = new CoachingServer();
    private final Client ana = new Client(coaching.address());

    @BeforeEach
    void comeIn() {
        comeIn(ana, FakeJournals.ANA);
    }

    private void comeIn(Client client, Account account) {
        String link = coaching.link(account);
        client.page(link);
        client.post(link);
    }

    @AfterEach
    void close() {
        coaching.close();
    }

    private List<String> done() {
        return coaching.coaching.done;
    }

    @Test
    void homeShowsWhatIsOpenInTheReadersOwnTime() {
        Document page = ana.page("/coaching");

        assertThat(page.select(".ask .question").eachText())
                .hasSize(3)
                .first()
                .isEqualTo("Looking back: when did the two of you both decide something?");
        assertThat(page.select("textarea")).hasSize(3);
        assertThat(page.select(".ask button").eachText()).contains("Keep it", "Skip");
        assertThat(page.select("[aria-labelledby=meetings]").text())
                .contains("Central European", "16:00", "16:45", "Called off");
        assertThat(page.select(".way").eachAttr("href")).contains(PARTNERSHIP);
        assertThat(page.select("[aria-labelledby=clock]").text()).contains("18:00", "07:00");
        assertThat(page.select("[aria-labelledby=needs]").text())
                .contains("Tuesdays, third lesson. Cover Take back Time");
        assertThat(page.select("#feed").attr("value")).startsWith(coaching.address() + "/coaching/calendar/");
    }

    @Test
    void whatIsOpenIsAnsweredSkippedOrPutOffInPlace() {
        ana.page("/coaching");
        ana.post("/coaching/form", "meaning", "answer:m9.2", "field-words", "Two\r\nlines", "back", "/coaching");
        ana.post("/coaching/do", "meaning", "skip:m9.1", "back", "/coaching");
        ana.post("/coaching/do", "meaning", "later:m9", "back", "/coaching");

        assertThat(done())
                .containsExactly(
                        "discord Ana Ribeiro fills answer:m9.2 {words=Two\nlines}",
                        "discord Ana Ribeiro presses skip:m9.1",
                        "discord Ana Ribeiro presses later:m9");
    }

    @Test
    void whatCameOfItIsToldOnceWhereOneWas() {
        coaching.coaching.answer =
                new Note("Sure? **All** of it goes.", List.of(new Choice("yes", "Leave", Choice.Style.ENDING)));
        ana.page(PARTNERSHIP);

        HttpResponse<String> answer = ana.post("/coaching/do", "meaning", "leave", "back", PARTNERSHIP);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue(PARTNERSHIP);
        Document after = ana.page(PARTNERSHIP);
        assertThat(after.select(".told").text()).startsWith("Sure? All of it goes.");
        assertThat(after.select(".told input[name=meaning]").attr("value")).isEqualTo("yes");
        assertThat(ana.page(PARTNERSHIP).select(".told")).isEmpty();
    }

    @Test
    void whatIsToldIsToldToNobodyElse() {
        Client chidi = new Client(coaching.address());
        comeIn(chidi, FakeJournals.CHIDI);
        ana.page("/coaching");
        ana.post("/coaching/do", "meaning", "skip:m9.1");

        assertThat(chidi.page("/coaching").select(".told")).isEmpty();
        assertThat(ana.page("/coaching").select(".told")).hasSize(1);
    }

    @Test
    void aRefusalIsSaidInPlaceAndNothingTypedIsLost() {
        ana.page("/coaching");
        coaching.coaching.trouble = new Refused("That meeting was called off.");

        HttpResponse<String> pressed = ana.post("/coaching/do", "meaning", "skip:m9.1", "back", "/coaching");
        HttpResponse<String> filled =
                ana.post("/coaching/form", "meaning", "answer:m9.1", "field-words", "<careful> words");

        assertThat(pressed.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(pressed.body()).select(".told.trouble").text())
                .isEqualTo("That meeting was called off.");
        assertThat(Jsoup.parse(pressed.body()).select(".ask")).hasSize(3);
        assertThat(filled.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(filled.body()).select("textarea").text()).isEqualTo("<careful> words");
    }

    @Test
    void whatWasTypedIsGivenBackWhereItsFormIsGone() {
        ana.page("/coaching");
        coaching.coaching.trouble = new Refused("That meeting is not there any more.");

        HttpResponse<String> filled = ana.post(
                "/coaching/form", "meaning", "answer:gone", "field-back", "<careful>\r\nwords", "field-ahead", " ");

        Document page = Jsoup.parse(filled.body());
        assertThat(filled.statusCode()).isEqualTo(422);
        assertThat(page.select(".told.trouble").text()).isEqualTo("That meeting is not there any more.");
        assertThat(page.select("h1").text()).isEqualTo("What you wrote");
        assertThat(page.select("textarea")).hasSize(1);
        assertThat(page.select("textarea").first().wholeText()).isEqualTo("<careful>\nwords");
    }

    @Test
    void aFaultIsSaidKindlyAndTellsNothingOfItself() {
        ana.page("/coaching");
        coaching.coaching.trouble = new IllegalStateException("what was typed");

        HttpResponse<String> answer = ana.post("/coaching/do", "meaning", "skip:m9.1");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(Jsoup.parse(answer.body()).select(".told.trouble").text()).startsWith("This could not be kept");
        assertThat(answer.body()).doesNotContain("what was typed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/coaching",
                "//elsewhere.example",
                "/coaching/../mine",
                "/coaching/partnership/a/b",
                "/coaching\r\nSet-Cookie: a=b",
                "/coaching/journal?x=\"><script>",
                "javascript:alert(1)",
                ""
            })
    void nobodyIsSentElsewhere(String back) {
        ana.page("/coaching");

        HttpResponse<String> answer = ana.post("/coaching/do", "meaning", "skip:m9.1", "back", back);

        assertThat(answer.headers().firstValue("Location")).hasValue("/coaching");
        HttpResponse<String> form = ana.get(
                "/coaching/form/try?back=" + java.net.URLEncoder.encode(back, java.nio.charset.StandardCharsets.UTF_8));
        assertThat(Jsoup.parse(form.body()).select("main a").attr("href")).isEqualTo("/coaching");
    }

    @Test
    void aFormThatMakesNoSenseAnyMoreIsGone() {
        assertThat(ana.get("/coaching/form/never").statusCode()).isEqualTo(410);
        assertThat(ana.get("/coaching/form/a%20b").statusCode()).isEqualTo(404);
        ana.page("/coaching");
        assertThat(ana.post("/coaching/do", "meaning", "a b").statusCode()).isEqualTo(404);
        assertThat(done()).isEmpty();
    }

    @Test
    void aPartnershipShowsStagesRolesGoalMeetingsAndWhatIsOpen() {
        Document page = ana.page(PARTNERSHIP);

        assertThat(page.select("h1").text()).isEqualTo("Bo");
        assertThat(page.select(".stages [aria-current]").text()).startsWith("Learn Now");
        assertThat(page.select(".aspects h3").eachText())
                .containsExactly("How things are", "What we want", "How we go about it", "How we will see it");
        assertThat(page.select("[aria-labelledby=shared]").text()).contains("Bo", "That it is all right to wait.");
        assertThat(page.select("[aria-labelledby=mine] button").eachText()).contains("Take back", "Share with Bo");
        assertThat(page.select("[aria-labelledby=meetings] > .leaves > li")).hasSize(1);
        assertThat(page.select("[aria-labelledby=meetings] details li")).hasSize(3);
    }

    @Test
    void anAgreementIsAcceptedOrNot() {
        coaching.journals.accepted = false;

        Document page = ana.page(PARTNERSHIP);

        assertThat(page.select("[aria-labelledby=agreement] button").eachText())
                .containsExactly("I accept", "Not for me");
    }

    @Test
    void peoplesWordsAreWordsOnEveryPage() {
        for (String path : List.of(PARTNERSHIP, "/coaching/journal", "/coaching/shelf")) {
            Document page = ana.page(path);
            assertThat(page.select(".text b, .text i, script")).as(path).isEmpty();
        }
        assertThat(ana.page("/coaching/journal").select(".item .text a").attr("href"))
                .isEqualTo("https://example.org/talk?a=1&b=2");
    }

    @Test
    void theJournalGoesByMonthAndMeetingTheLatestFirst() {
        Document page = ana.page("/coaching/journal");

        assertThat(page.select(".month h2").eachText()).containsExactly("November 2026");
        assertThat(page.select(".month h3").eachText())
                .containsExactly(
                        "With Bo Tuesday, 17 November 2026",
                        "With Bo Tuesday, 10 November 2026",
                        "With Bo Tuesday, 3 November 2026");
        assertThat(page.select(".item").eachAttr("id")).startsWith("item-i-0-1", "item-i-0-2", "item-i-0-3");
    }

    @Test
    void aLongJournalHasPages() {
        coaching.journals.meetings = 34;

        Document first = ana.page("/coaching/journal");
        Document last = ana.page("/coaching/journal?page=5");

        assertThat(first.select(".item")).hasSize(24);
        assertThat(first.select(".turning a").eachAttr("href")).containsExactly("/coaching/journal?page=2");
        assertThat(last.select(".item")).hasSize(6);
        assertThat(last.select(".turning a").eachAttr("href")).containsExactly("/coaching/journal?page=4");
        assertThat(ana.page("/coaching/journal?page=99999").select(".turning").text())
                .contains("Page 5 of 5");
        assertThat(ana.page("/coaching/journal?page=-1").select(".turning").text())
                .contains("Page 1 of 5");
    }

    @Test
    void theJournalIsNarrowedByPrincipleAndByDomain() {
        assertThat(ana.page("/coaching/journal?principle=DIALOGUE")
                        .select(".item .tag:first-child")
                        .eachText())
                .containsOnly("Dialogue");
        assertThat(ana.page("/coaching/journal?domain=standards.planning")
                        .select(".item")
                        .eachAttr("id"))
                .containsExactly("item-i-0-1");
        assertThat(ana.page("/coaching/journal?domain=standards.nothing&principle=NONE")
                        .select("[role=status]")
                        .text())
                .isEqualTo("Nothing like that is in your journal.");
    }

    @Test
    void narrowingIsKeptWhenSomethingIsDone() {
        Document page = ana.page("/coaching/journal?domain=standards.planning");

        String back = page.select(".item .chips input[name=back]").attr("value");
        HttpResponse<String> answer = ana.post("/coaching/do", "meaning", "tag:i-0-1.planning", "back", back);

        assertThat(answer.headers().firstValue("Location"))
                .hasValue("/coaching/journal?domain=standards.planning#item-i-0-1");
        assertThat(done()).containsExactly("discord Ana Ribeiro presses tag:i-0-1.planning");
    }

    @Test
    void wordsAreFoundWithoutCapitalsAndAccentsAndLeaveNoTraceInAnAddress() {
        ana.page("/coaching/journal");

        HttpResponse<String> found = ana.post("/coaching/journal", "words", "  NUMBER cafe 6. ");
        Document page = Jsoup.parse(found.body());

        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(page.select(".item").eachAttr("id")).containsExactly("item-i-1-3");
        assertThat(page.select("a, form").stream()
                        .flatMap(one -> List.of(one.attr("href"), one.attr("action")).stream())
                        .toList())
                .noneMatch(address -> address.contains("cafe"));
        assertThat(ana.post("/coaching/journal", "words", "", "principle", "VOICE")
                        .headers()
                        .firstValue("Location"))
                .hasValue("/coaching/journal?principle=VOICE");
    }

    @Test
    void tagsAreButtonsThatSayWhetherTheyAreSet() {
        Document page = ana.page("/coaching/journal");

        assertThat(page.select("#item-i-0-1 .chip").eachText())
                .containsExactly("Working with families", "Planning & preparing");
        assertThat(page.select("#item-i-0-1 .chip").eachAttr("aria-pressed")).containsExactly("false", "true");
        assertThat(page.select("#item-i-0-1 .tag.domain").eachText()).containsExactly("Planning & preparing");
    }

    @Test
    void placesOnAContinuumAreDrawnAndSaidByTheirNames() {
        Document page = ana.page("/coaching/journal");

        assertThat(page.select("svg")).hasSize(1);
        assertThat(page.select("svg circle")).hasSize(5);
        assertThat(page.select("svg text").eachText()).startsWith("Getting to know it", "Trying it out");
        assertThat(page.select("svg desc").text())
                .startsWith("28 Jan 2026: Getting to know it.")
                .endsWith("21 Nov 2026: Making it my own.")
                .doesNotContain("not there any more");
        assertThat(page.select("#growth-0 summary").text()).isEqualTo("Listening Making it my own");
        assertThat(page.select("#growth-1 summary").text()).isEqualTo("Asking Not chosen yet");
        assertThat(page.select("#growth-1 input[name=meaning]").eachAttr("value"))
                .containsExactly(
                        "place:asking.meeting", "place:asking.trying", "place:asking.using", "place:asking.giving");
    }

    @Test
    void theJournalCanBeTakenAlong() {
        HttpResponse<String> markdown = ana.get("/coaching/journal.md");
        HttpResponse<String> json = ana.get("/coaching/journal.json");

        assertThat(markdown.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"journal.md\"");
        assertThat(markdown.headers().firstValue("Content-Type")).hasValue("text/markdown; charset=utf-8");
        assertThat(markdown.body())
                .contains("## Tuesday, 17 November 2026", "### When did the two of you *both* decide something?")
                .contains("> She said \\<b\\>no\\</b\\>, and I was glad")
                .contains("Choice · Planning & preparing".replace("&", "\\&"))
                .contains("- 21 Nov 2026: Making it my own.");
        assertThat(json.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"journal.json\"");
        assertThat(json.body())
                .contains("\"format\" : 1", "\"principle\" : \"choice\"", "\"domain\" : \"planning\"", "<b>no</b>")
                .contains("\"step\" : \"using\"");
    }

    @Test
    void theShelfShowsWhatIsSharedAndOnlyMineCanBeTakenBack() {
        Document page = ana.page("/coaching/shelf");

        assertThat(page.select("section h2").eachText())
                .containsExactly("Working with families", "Planning & preparing");
        assertThat(page.select("section .leaf").get(0).select("button")).isEmpty();
        assertThat(page.select("section .leaf").get(1).select("summary").text()).isEqualTo("Take back");
    }

    @Test
    void theLeadSeesFrozenFiguresThemesNeedsAndOwnQuestions() {
        Document page = ana.page("/coaching/lead");

        assertThat(page.select("tbody tr").eachText())
                .containsExactly("October 2026 15 40 5", "September 2026 10 25 0");
        assertThat(page.select("[aria-labelledby=themes]").text()).contains("Dialogue", "Working with families");
        assertThat(page.select("[aria-labelledby=needs]").text())
                .contains("Cover From \u2068Bo\u2069", "From \u2068Esra\u2069");
        assertThat(page.select("[aria-labelledby=helped] li").eachText()).containsExactly("Reciprocity");
        assertThat(page.select(".ask textarea")).hasSize(1);
    }

    @Test
    void belowFivePartnershipsNothingIsShownAndThatIsSaidKindly() {
        coaching.journals.enough = false;

        Document page = ana.page("/coaching/lead");

        assertThat(page.select("table, [aria-labelledby=themes], [aria-labelledby=helped]"))
                .isEmpty();
        assertThat(page.select("[aria-labelledby=figures]").text()).contains("from five partnerships on");
    }

    @Test
    void whoeverHasNothingYetFindsCalmPages() {
        Client chidi = new Client(coaching.address());
        comeIn(chidi, FakeJournals.CHIDI);

        assertThat(chidi.page("/coaching").select("main").text()).contains("Nothing is open.", "no partnership yet");
        assertThat(chidi.page("/coaching/journal").select("main").text()).contains("begins with your first answer");
        assertThat(chidi.page("/coaching").select("nav a[href=/coaching/lead]")).isEmpty();
    }

    @Test
    void whoeverIsInTheRoomIsInHereAsThemselves() {
        Client bo = new Client(coaching.address());
        Account account = new Account("web", bo.get("/").body());
        assertThat(bo.get("/coaching").statusCode()).isEqualTo(403);

        coaching.journals.people.put(
                account, new Myself("Bo", new OwnTime(ZoneOffset.UTC, LocalTime.MIN, LocalTime.MIN), false));
        Document page = bo.page("/coaching");
        bo.post("/coaching/do", "meaning", "skip:m9.1");

        assertThat(page.select(".leave")).isEmpty();
        assertThat(done()).containsExactly("web Bo presses skip:m9.1");
    }

    @Test
    void noPageIsKeptFoundOrToldOnTheWay() {
        for (String path : List.of(
                "/coaching",
                PARTNERSHIP,
                "/coaching/journal",
                "/coaching/journal.md",
                "/coaching/journal.json",
                "/coaching/shelf",
                "/coaching/lead",
                "/coaching/form/try",
                "/coaching/partnership/not-mine",
                "/coaching/in/nothing",
                "/coaching/calendar/nothing.ics")) {
            HttpResponse<String> answer = ana.send(HttpRequest.newBuilder(ana.address.resolve(path)));
            assertThat(answer.headers().firstValue("Cache-Control")).as(path).hasValue("no-store");
            assertThat(answer.headers().firstValue("Referrer-Policy")).as(path).hasValue("no-referrer");
            assertThat(answer.headers().firstValue("X-Robots-Tag")).as(path).hasValue("noindex");
        }
    }
}
