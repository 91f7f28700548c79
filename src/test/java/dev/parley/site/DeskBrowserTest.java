package dev.parley.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.PersonId;
import dev.parley.conversation.Verb;
import dev.parley.voice.Prompts;
import dev.parley.web.Chromium;
import dev.parley.web.ServerSettings;
import dev.parley.web.WebServer;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The desk as a host meets it: in a real browser. */
class DeskBrowserTest {
    private final FakeDesk desk = new FakeDesk();
    private final WebServer server = new WebServer(ServerSettings.loopback(new byte[32]), InstantSource.system());
    private Chromium host;

    @BeforeEach
    void open() {
        Hosts hosts = account -> Optional.of(new PersonId("hanna"));
        new DeskPages(server, desk, hosts, FakeDesk.ROOMS, Prompts.of("desk"), ZoneOffset.UTC, InstantSource.system());
        server.get("/", visit -> visit.html(200, "<title>" + visit.session().account() + "</title>"));
        server.start();
        host = new Chromium();
        host.driver.get(server.address() + "/");
        host.driver.get(server.address() + "/desk");
    }

    @AfterEach
    void close() {
        host.close();
        server.close();
    }

    private void openChat() {
        host.click(".chats a");
        host.find("#state");
    }

    @Test
    void verbsActAndThePageFollows() {
        openChat();

        host.click("button[value=pause]");
        host.waiting().until(now -> host.find("#state").getText().contains("Paused"));
        assertThat(desk.done).containsExactly("hanna Pause[]");

        host.waiting().until(now -> host.all("#add").isEmpty());

        host.press("button[value=undo]", Keys.ENTER);
        host.waiting().until(now -> desk.done.size() == 2);
        assertThat(desk.done).last().isEqualTo("hanna Undo[]");
    }

    @Test
    void whatAnotherHostDoesIsSeen() {
        openChat();
        host.find("#add").sendKeys("Half a ques");

        desk.answers = 2;
        desk.steer(new PersonId("other"), FakeDesk.CHAT, new Verb.Hold());

        host.waiting().until(now -> host.find("#agenda").getText().contains("2 answers"));
        assertThat(host.find("#add").getDomProperty("value")).isEqualTo("Half a ques");
    }

    @Test
    void aDoubtIsSettledWithOnePressAndAQuestionAddedWithTheKeyboard() {
        openChat();

        host.press("#doubts button[value=Q1]", Keys.ENTER);
        host.waiting().until(now -> desk.done.size() == 1);
        host.find("#add").sendKeys("And what else?" + Keys.ENTER);
        host.waiting().until(now -> desk.done.size() == 2);

        assertThat(desk.done).isEqualTo(List.of("hanna files m2 under ANSWER[1]", "hanna adds And what else?"));
        host.waiting().until(now -> host.find("#add").getDomProperty("value").isEmpty());
    }

    @Test
    void endingAsksFirstAndARefusalIsShown() {
        openChat();
        host.click(".sure summary");
        desk.refusing = true;
        host.click("button[value=end]");

        host.waiting().until(now -> host.find("#trouble").getText().equals("The chat is over already."));
        assertThat(desk.done).isEmpty();
    }

    @Test
    void theDeskIsGoodToLookAtAndInNobodysWay() {
        desk.notices.add("No script is left for next week. Add one to the queue by Friday.");
        host.driver.navigate().refresh();
        host.look("desk-list");
        openChat();
        host.look("desk");
        host.click("button[value=pause]");
        host.waiting().until(now -> host.find("#state").getText().contains("Paused"));
        host.look("desk-paused");
    }
}
