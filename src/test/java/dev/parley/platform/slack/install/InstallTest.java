package dev.parley.platform.slack.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.Unreachable;
import dev.parley.platform.slack.SlackNeeds;
import dev.parley.platform.slack.install.Installations.Installed;
import dev.parley.platform.slack.local.Agreement;
import dev.parley.platform.slack.local.LocalSlack;
import dev.parley.platform.slack.local.Workspace;
import dev.parley.voice.Prompts;
import dev.parley.web.Client;
import dev.parley.web.ServerSettings;
import dev.parley.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A workspace installs the app by OAuth, in a browser. */
class InstallTest {
    private static final byte[] SECRET = "a secret that is only good for tests".getBytes(StandardCharsets.UTF_8);

    private final LocalSlack slack = LocalSlack.start();
    private final Workspace teachers = slack.workspace("Teachers");
    private final Workspace bakers = slack.workspace("Bakers");
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T12:00:00Z"));
    private final Map<String, Installed> kept = new TreeMap<>();
    private final List<String> told = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Registration registration = new Registration(slack.api(), slack.clientId(), slack.clientSecret());
    private final Exchange exchange = new Exchange(registration);
    private boolean away;
    private InstalledTokens tokens;
    private WebServer server;
    private Client browser;

    private final class InMemory implements Installations {
        @Override
        public List<Installed> all() {
            return List.copyOf(kept.values());
        }

        @Override
        public void keep(Installed installed) {
            kept.put(installed.team(), installed);
        }

        @Override
        public void remove(String team) {
            if (away) {
                throw new IllegalStateException("the database is away");
            }
            kept.remove(team);
        }
    }

    @BeforeEach
    void start() {
        teachers.person("Ada");
        bakers.person("Bo");
        serve(registration);
    }

    private void serve(Registration as) {
        if (server != null) {
            server.close();
        }
        server = new WebServer(ServerSettings.loopback(SECRET), now::get);
        tokens = new InstalledTokens(new InMemory(), exchange::isGood);
        new InstallPages(
                server,
                as,
                new Exchange(as),
                tokens,
                Set.of(teachers.id()),
                told::add,
                (title, words) -> title + "\n" + words,
                Prompts.of("slack-install"),
                now::get);
        server.start();
        browser = new Client(server.address());
    }

    @AfterEach
    void stop() {
        server.close();
        exchange.close();
        assertThat(slack.violations()).isEmpty();
        slack.close();
    }

    /** Begins in a browser and returns the address of Slack's page. */
    private static URI begun(Client client) {
        HttpResponse<String> answer = client.get("/slack/install");
        assertThat(answer.statusCode()).isEqualTo(303);
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    /** What Slack's page sends the browser back to. */
    private String back(URI page) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(302);
        String back = answer.headers().firstValue("Location").orElseThrow();
        assertThat(back).startsWith(server.address() + "/slack/oauth?");
        return back;
    }

    private static URI of(URI page, Workspace workspace) {
        return URI.create(page + "&team=" + workspace.id());
    }

    private static Map<String, String> asked(URI page) {
        Map<String, String> asked = new TreeMap<>();
        for (String pair : page.getQuery().split("&")) {
            asked.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return asked;
    }

    @Test
    void aWorkspaceInstallsTheApp() throws Exception {
        URI page = begun(browser);
        assertThat(page.toString()).startsWith(slack.authorizePage() + "?");
        assertThat(asked(page)).containsOnlyKeys("client_id", "redirect_uri", "scope", "state");
        assertThat(new TreeSet<>(List.of(asked(page).get("scope").split(",")))).isEqualTo(SlackNeeds.scopes());
        assertThat(asked(page)).containsEntry("redirect_uri", server.address() + "/slack/oauth");

        HttpResponse<String> done = browser.get(back(of(page, teachers)));

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("Parley is installed").contains("in the workspace Teachers");
        assertThat(done.body()).doesNotContain("xoxb");
        assertThat(told).containsExactly(teachers.id());
        assertThat(tokens.of(teachers.id())).contains(teachers.botToken());
        assertThat(tokens.teams()).containsExactly(teachers.id());
        assertThat(kept.get(teachers.id()).bot()).isEqualTo(teachers.bot().id());
        assertThat(kept.get(teachers.id()).toString()).contains(teachers.id()).doesNotContain("xoxb");
        assertThat(registration.toString()).doesNotContain(slack.clientSecret());
    }

    @Test
    void whatIsKeptIsThereAfterARestart() throws Exception {
        browser.get(back(of(begun(browser), teachers)));
        InstalledTokens again = new InstalledTokens(new InMemory(), exchange::isGood);
        assertThat(again.of(teachers.id())).contains(teachers.botToken());
        assertThat(again.of("")).contains(teachers.botToken());
        assertThat(again.of(bakers.id())).isEmpty();
    }

    @Test
    void anotherState() throws Exception {
        String back = back(of(begun(browser), teachers));
        refused(browser.get(back.replaceAll("state=.*", "state=made-up")));
        refused(browser.get(back.replaceAll("&state=.*", "")));
        refused(browser.get("/slack/oauth"));

        assertThat(browser.get(back).statusCode()).as("guesses spoil nothing").isEqualTo(200);
    }

    @Test
    void theStateOfAnotherBrowser() throws Exception {
        Client other = new Client(server.address());
        begun(other);
        String back = back(of(begun(browser), teachers));
        refused(other.get(back));
        refused(new Client(server.address()).get(back));

        assertThat(browser.get(back).statusCode()).as("others spoil nothing").isEqualTo(200);
    }

    @Test
    void aStateIsGoodOnce() throws Exception {
        String state = asked(begun(browser)).get("state");
        URI page = URI.create(slack.authorizePage() + "?client_id=" + slack.clientId() + "&scope=chat:write&state="
                + state + "&redirect_uri=" + server.address() + "/slack/oauth");
        String first = back(of(page, teachers));
        String second = back(of(page, teachers));
        assertThat(browser.get(first).statusCode()).isEqualTo(200);
        refused(browser.get(first), 1);
        refused(browser.get(second), 1);
    }

    @Test
    void aStateLivesTenMinutes() throws Exception {
        String back = back(of(begun(browser), teachers));
        now.updateAndGet(at -> at.plus(Duration.ofMinutes(10)));
        refused(browser.get(back));

        String later = back(of(begun(browser), teachers));
        now.updateAndGet(at -> at.plus(Duration.ofMinutes(10)).minusSeconds(1));
        assertThat(browser.get(later).statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyAgrees() throws Exception {
        slack.agreement(Agreement.DENIED);
        String back = back(of(begun(browser), teachers));
        assertThat(back).contains("error=access_denied").doesNotContain("code=");
        HttpResponse<String> answer = browser.get(back);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("nobody agreed");
        assertThat(kept).isEmpty();
        refused(browser.get(back + "&code=late"));
    }

    @Test
    void aWorkspaceThatTheSettingsDoNotName() throws Exception {
        HttpResponse<String> answer = browser.get(back(of(begun(browser), bakers)));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("The workspace Bakers (" + bakers.id() + ") is not one");
        assertThat(kept).isEmpty();
        assertThat(told).isEmpty();
        assertThat(exchange.isGood(bakers.botToken())).as("given back").isFalse();
    }

    @Test
    void whatParleyCannotDo() throws Exception {
        slack.agreement(Agreement.FOR_THE_ORGANIZATION);
        assertThat(browser.get(back(of(begun(browser), teachers))).body()).contains("one workspace at a time");
        slack.agreement(Agreement.FOR_A_WHILE);
        assertThat(browser.get(back(of(begun(browser), teachers))).body()).contains("changes its tokens");
        assertThat(kept).isEmpty();
    }

    @Test
    void slackRefusesOrIsAway() throws Exception {
        serve(new Registration(slack.api(), slack.clientId(), "another secret"));
        HttpResponse<String> refused = browser.get(back(of(begun(browser), teachers)));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("(bad_client_secret)").doesNotContain("another secret");

        String back = back(of(begun(browser), teachers));
        slack.off();
        HttpResponse<String> away = browser.get(back);
        slack.on();
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.body()).contains("Slack did not answer");
        assertThat(kept).isEmpty();
    }

    @Test
    void guessesAreCounted() {
        int last = 0;
        for (int i = 0; i < 30; i++) {
            last = browser.get("/slack/oauth?state=guess" + i + "&code=1").statusCode();
        }
        assertThat(last).isEqualTo(429);
    }

    @Test
    void whoRemovesTheAppIsForgotten() throws Exception {
        browser.get(back(of(begun(browser), teachers)));
        teachers.uninstalls();
        tokens.revoked(teachers.id());
        assertThat(tokens.of(teachers.id())).isEmpty();
        assertThat(tokens.teams()).isEmpty();
        assertThat(kept).isEmpty();
    }

    @Test
    void aTokenThatIsRevokedIsForgotten() throws Exception {
        browser.get(back(of(begun(browser), teachers)));
        teachers.revokesToken();
        tokens.revoked(teachers.id());
        assertThat(kept).isEmpty();
        tokens.revoked(bakers.id());
    }

    @Test
    void whatIsToldOfARemovalLateDoesNotUndoANewInstallation() throws Exception {
        browser.get(back(of(begun(browser), teachers)));
        teachers.uninstalls();
        browser.get(back(of(begun(browser), teachers)));
        tokens.revoked(teachers.id());
        assertThat(tokens.of(teachers.id())).contains(teachers.botToken());
    }

    @Test
    void aRemovalIsToldAgainWhereSlackDoesNotSayWhetherTheTokenIsGood() throws Exception {
        browser.get(back(of(begun(browser), teachers)));
        teachers.uninstalls();
        slack.off();
        assertThatThrownBy(() -> tokens.revoked(teachers.id())).isInstanceOf(Unreachable.class);
        slack.on();
        assertThat(kept).containsOnlyKeys(teachers.id());

        tokens.revoked(teachers.id());
        assertThat(kept).isEmpty();
    }

    @Test
    void aRemovalThatCouldNotBeKeptIsCarriedOutWhenItIsToldAgain() throws Exception {
        browser.get(back(of(begun(browser), teachers)));
        teachers.uninstalls();
        away = true;
        assertThatThrownBy(() -> tokens.revoked(teachers.id())).hasMessage("the database is away");
        away = false;
        tokens.revoked(teachers.id());
        assertThat(kept).isEmpty();
        assertThat(tokens.teams()).isEmpty();
    }

    @Test
    void anInstallationOfAnOrganizationsWorkspaceIsKeptWhole() {
        Installed one = new Installed("T1", Optional.of("E1"), "U1", "xoxb-1");
        tokens.installed(one);
        assertThat(kept).containsEntry("T1", one);
        tokens.installed(new Installed("T2", Optional.empty(), "U2", "xoxb-2"));
        assertThat(tokens.of("")).as("one of two").isEmpty();
    }

    private void refused(HttpResponse<String> answer) {
        refused(answer, 0);
    }

    private void refused(HttpResponse<String> answer, int installations) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Parley was not installed").contains("did not begin in this browser");
        assertThat(kept).hasSize(installations);
    }
}
