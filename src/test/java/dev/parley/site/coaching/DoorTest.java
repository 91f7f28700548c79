package dev.parley.site.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.Client;
import dev.parley.web.ServerSettings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in to the private pages, for how long, and what others learn. */
class DoorTest {
    private static final String INSIDE = "parley-inside";
    private static final String PARTNERSHIP = "/coaching/partnership/" + FakeJournals.PARTNERSHIP;

    private CoachingServer coaching = new CoachingServer();
    private Client client = new Client(coaching.address());

    @AfterEach
    void close() {
        coaching.close();
    }

    private HttpResponse<String> comeIn(dev.parley.platform.Account account) {
        String link = coaching.link(account);
        client.page(link);
        HttpResponse<String> answer = client.post(link);
        client.page("/coaching");
        return answer;
    }

    private String cookie() {
        return client.cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(INSIDE))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private int with(String cookie) {
        return new Client(coaching.address())
                .send(HttpRequest.newBuilder(client.address.resolve("/coaching"))
                        .header("Cookie", INSIDE + "=" + cookie))
                .statusCode();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/coaching",
                PARTNERSHIP,
                "/coaching/partnership/nothing",
                "/coaching/journal",
                "/coaching/journal.md",
                "/coaching/journal.json",
                "/coaching/shelf",
                "/coaching/lead",
                "/coaching/form/try"
            })
    void whoeverIsNotInIsToldHowToComeInAndNothingElse(String path) {
        HttpResponse<String> answer = client.get(path);

        assertThat(answer.statusCode()).isEqualTo(403);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("h1").text()).isEqualTo("This page is private");
        assertThat(page.select("form")).isEmpty();
        assertThat(answer.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
    }

    @Test
    void lookingAtALinkDoesNotUseItUpAndComingInDoes() {
        String link = coaching.link(FakeJournals.ANA);
        for (int preview = 0; preview < 3; preview++) {
            HttpResponse<String> seen = new Client(coaching.address()).get(link);
            assertThat(seen.statusCode()).isEqualTo(200);
            assertThat(seen.body()).doesNotContain("Ana");
        }

        client.page(link);
        assertThat(client.post(link).headers().firstValue("Location")).hasValue("/coaching");
        assertThat(client.page("/coaching").select("h1").text()).isEqualTo("My coaching");

        Client late = new Client(coaching.address());
        assertThat(late.get(link).statusCode()).isEqualTo(410);
        late.token = late.get("/").body();
        assertThat(late.post(link).statusCode()).isEqualTo(403);
        late.page(coaching.link(FakeJournals.CHIDI));
        assertThat(late.post(link).statusCode()).isEqualTo(410);
        assertThat(late.get("/coaching").statusCode()).isEqualTo(403);
    }

    @Test
    void aLinkIsTooOldAfterAQuarterOfAnHour() {
        String link = coaching.link(FakeJournals.ANA);
        client.page(link);
        coaching.pass(PrivateLinks.LIFE);

        assertThat(client.get(link).statusCode()).isEqualTo(410);
        assertThat(client.post(link).statusCode()).isEqualTo(410);
    }

    @Test
    void aLinkOfSomebodyWhoWasErasedLeadsNowhere() {
        String link = coaching.link(FakeJournals.ANA);
        client.page(link);
        coaching.journals.people.clear();

        assertThat(client.post(link).statusCode()).isEqualTo(410);
    }

    @Test
    void theCookieIsForThisSiteAloneAndForNoScript() {
        String set = comeIn(FakeJournals.ANA).headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(INSIDE))
                .findFirst()
                .orElseThrow();

        assertThat(set)
                .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200")
                .doesNotContain("Secure");
    }

    @Test
    void whereTheSiteHasHttpsTheCookieTravelsNoOtherWay() {
        close();
        coaching =
                new CoachingServer(ServerSettings.loopback(new byte[32]).under(URI.create("https://parley.example")));
        client = new Client(coaching.address());
        String link = coaching.link(FakeJournals.ANA);
        HttpResponse<String> door = client.get(link);
        String session = door.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        client.token = Jsoup.parse(door.body()).select("input[name=token]").attr("value");

        HttpResponse<String> in = client.send(client.form(link)
                .header("Origin", coaching.address().toString())
                .header("Cookie", session));

        assertThat(in.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("__Host-parley-inside=") && cookie.contains("Secure"));
    }

    @Test
    void whoeverDoesNothingForAnHourIsOut() {
        comeIn(FakeJournals.ANA);
        coaching.pass(Duration.ofMinutes(59));
        assertThat(client.get("/coaching").statusCode()).isEqualTo(200);
        coaching.pass(Duration.ofMinutes(59));
        assertThat(client.get("/coaching").statusCode()).isEqualTo(200);
        coaching.pass(Duration.ofMinutes(60));

        assertThat(client.get("/coaching").statusCode()).isEqualTo(403);
    }

    @Test
    void afterHalfADayOneComesInAgain() {
        comeIn(FakeJournals.ANA);
        for (int half = 0; half < 23; half++) {
            coaching.pass(Duration.ofMinutes(30));
            assertThat(client.get("/coaching").statusCode()).isEqualTo(200);
        }
        coaching.pass(Duration.ofMinutes(30));

        assertThat(client.get("/coaching").statusCode()).isEqualTo(403);
    }

    @Test
    void goingOutEndsCopiesOfTheCookieToo() {
        comeIn(FakeJournals.ANA);
        String copy = cookie();
        assertThat(with(copy)).isEqualTo(200);

        client.post("/coaching/out");

        assertThat(client.get("/coaching").statusCode()).isEqualTo(403);
        assertThat(with(copy)).isEqualTo(403);
    }

    @Test
    void theSessionsOfWhoeverIsErasedEnd() {
        comeIn(FakeJournals.ANA);
        String copy = cookie();
        coaching.journals.people.clear();

        assertThat(client.get("/coaching").statusCode()).isEqualTo(403);
        assertThat(client.post("/coaching/do", "meaning", "skip:m9.1").statusCode())
                .isEqualTo(403);
        assertThat(with(copy)).isEqualTo(403);
        assertThat(coaching.coaching.done).isEmpty();
    }

    @Test
    void anotherPersonsPartnershipIsLikeNone() {
        comeIn(FakeJournals.CHIDI);

        HttpResponse<String> others = client.get(PARTNERSHIP);
        HttpResponse<String> none = client.get("/coaching/partnership/nothing");
        HttpResponse<String> lead = client.get("/coaching/lead");

        assertThat(List.of(others.statusCode(), none.statusCode(), lead.statusCode()))
                .containsOnly(404);
        assertThat(others.body()).isEqualTo(none.body());
        assertThat(lead.body()).isEqualTo(none.body());
    }

    @Test
    void whatAnotherSiteSendsIsRefused() {
        String roomToken = roomToken();
        comeIn(FakeJournals.ANA);
        String own = client.token;
        String here = client.address.toString();

        assertThat(press(own, "Origin", "https://elsewhere.example")).isEqualTo(403);
        assertThat(press(own, "Origin", "null", "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
        assertThat(press(own, "Origin", "null", "Sec-Fetch-Site", "same-site")).isEqualTo(403);
        assertThat(press(own, "Origin", here, "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
        assertThat(press(own)).isEqualTo(403);
        assertThat(press("", "Origin", here)).isEqualTo(403);
        assertThat(press("wrong", "Origin", here)).isEqualTo(403);
        assertThat(press(roomToken, "Origin", here)).as("a token of the room").isEqualTo(403);
        assertThat(coaching.coaching.done).isEmpty();

        assertThat(press(own, "Origin", here)).isEqualTo(303);
        assertThat(press(own, "Origin", "null", "Sec-Fetch-Site", "same-origin"))
                .isEqualTo(303);
    }

    private String roomToken() {
        return client.page(coaching.link(FakeJournals.ANA))
                .select("input[name=token]")
                .attr("value");
    }

    private int press(String token, String... headers) {
        client.token = token;
        HttpRequest.Builder form = client.form("/coaching/do", "meaning", "skip:m9.1");
        return client.send(headers.length == 0 ? form : form.headers(headers)).statusCode();
    }

    @Test
    void aTokenOfAnotherLoginIsRefused() {
        comeIn(FakeJournals.CHIDI);
        String chidis = client.token;
        comeIn(FakeJournals.ANA);
        assertThat(client.token).isNotEqualTo(chidis);

        assertThat(press(chidis, "Origin", client.address.toString())).isEqualTo(403);
    }

    @Test
    void guessingIsSlowedDown() {
        int asked = 0;
        while (client.get("/coaching/in/guess" + asked).statusCode() == 410) {
            asked++;
        }

        assertThat(asked).isBetween(5, 40);
        assertThat(client.get("/coaching/in/another").statusCode()).isEqualTo(429);
        assertThat(client.get("/coaching/calendar/another.ics").statusCode()).isEqualTo(429);
        assertThat(client.get(coaching.link(FakeJournals.ANA)).statusCode()).isEqualTo(429);
    }
}
