package dev.parley.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.PersonId;
import dev.parley.voice.Prompts;
import dev.parley.web.Client;
import dev.parley.web.ServerSettings;
import dev.parley.web.WebServer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskPagesTest {
    private static final String CHAT = "/desk/tuesday/2026-11-24";

    private final FakeDesk desk = new FakeDesk();
    private final WebServer server = new WebServer(ServerSettings.loopback(new byte[32]), InstantSource.system());
    private volatile boolean host = true;
    private volatile Optional<String> trouble = Optional.empty();
    private Client client;

    @BeforeEach
    void start() {
        Hosts hosts = account -> host ? Optional.of(new PersonId("hanna")) : Optional.empty();
        new DeskPages(server, desk, hosts, FakeDesk.ROOMS, Prompts.of("desk"), ZoneOffset.UTC, InstantSource.system());
        new SitePages(server, () -> trouble);
        server.get("/seat", visit -> visit.text(200, visit.token()));
        server.start();
        client = new Client(server.address());
        client.token = client.get("/seat").body();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theListNamesChatsAndWhatHostsShouldKnow() {
        desk.notices.add("No script is left for next week.");

        Document page = client.page("/desk");

        assertThat(page.select(".chats a").eachAttr("href")).containsExactly(CHAT, "/desk/tuesday/2026-11-17");
        assertThat(page.select(".chats .tag").eachText()).containsExactly("Running", "Over");
        assertThat(page.select(".notice").text()).isEqualTo("No script is left for next week.");
    }

    @Test
    void aChatShowsWhatRunsAndOnlyTheVerbsThatMakeSense() {
        Document page = client.page(CHAT);

        assertThat(page.select("#state").text()).contains("Question 3", "What makes a meeting");
        assertThat(page.select(".verbs button").eachAttr("value"))
                .containsExactly("next", "hold", "pause", "skip", "repeat");
        assertThat(page.select("#rooms").text()).contains("12 people", "Parley may not write there.");
        assertThat(page.select("#doubts .said")).hasSize(1);
        assertThat(page.select("#messages .said")).hasSize(3);
        assertThat(page.select("#messages b")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "hold", "next", "skip", "repeat", "end", "resume", "start", "undo"})
    void verbsReachTheDesk(String verb) {
        assertThat(client.post(CHAT, "do", verb).statusCode()).isEqualTo(303);

        assertThat(desk.done).singleElement().asString().startsWithIgnoringCase("hanna " + verb);
    }

    @Test
    void verbsWithMoreToSayReachTheDesk() {
        client.post(CHAT, "do", "jump", "question", "4");
        client.post(CHAT, "do", "cohost", "person", "p-Ana");
        client.post(CHAT, "do", "add", "text", " And what else? ");
        client.post(CHAT, "do", "file", "room", "web:talk", "message", "m2", "where", "Q1");
        client.post(CHAT, "do", "file", "room", "web:talk", "message", "m2", "where", "side");

        assertThat(desk.done)
                .containsExactly(
                        "hanna Jump[question=4]",
                        "hanna CoHost[person=p-Ana]",
                        "hanna adds And what else?",
                        "hanna files m2 under ANSWER[1]",
                        "hanna files m2 under SIDE[]");
    }

    @Test
    void aRefusalIsShownInPlaceAndNothingTypedIsLost() {
        desk.refusing = true;

        HttpResponse<String> answer = client.post(CHAT, "do", "add", "text", "One more?");

        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("#trouble").text()).isEqualTo("The chat is over already.");
        assertThat(page.select("#add").attr("value")).isEqualTo("One more?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "do=dance",
                "do=jump&question=abc",
                "do=jump&question=0",
                "do=cohost",
                "do=",
                "do=add&text=",
                "do=file&room=nowhere&message=x&where=Q1",
                "do=file&room=web:talk&message=x&where=Q0"
            })
    void whatMeansNothingIsSaidAndNotDone(String form) {
        HttpRequest.Builder request = client.form(CHAT)
                .header("Origin", client.address.toString())
                .POST(HttpRequest.BodyPublishers.ofString("token=" + client.token + "&" + form));

        assertThat(client.send(request).statusCode()).isEqualTo(422);
        assertThat(desk.done).isEmpty();
    }

    @Test
    void onlyHostsSitAtTheDesk() {
        host = false;

        assertThat(client.get("/desk").statusCode()).isEqualTo(403);
        assertThat(client.get(CHAT).statusCode()).isEqualTo(403);
        assertThat(client.get("/desk-events/tuesday/2026-11-24").statusCode()).isEqualTo(403);
        assertThat(client.post(CHAT, "do", "end").statusCode()).isEqualTo(403);
        assertThat(desk.done).isEmpty();
    }

    @Test
    void aChatThatIsNotThereIsNotFound() {
        assertThat(client.get("/desk/nothing/here").statusCode()).isEqualTo(404);
        assertThat(client.post("/desk/nothing/here", "do", "end").statusCode()).isEqualTo(404);
    }

    @Test
    void healthIsToldPlainly() {
        assertThat(client.get("/health").statusCode()).isEqualTo(200);
        trouble = Optional.of("the store does not answer");
        assertThat(client.get("/health").statusCode()).isEqualTo(503);
        assertThat(client.get("/health").body()).isEqualTo("the store does not answer\n");
    }
}
