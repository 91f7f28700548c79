package dev.parley.platform.slack.install;

import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import dev.parley.platform.slack.SlackNeeds;
import dev.parley.platform.slack.install.Installations.Installed;
import dev.parley.voice.Voice;
import dev.parley.web.OneTimeLinks;
import dev.parley.web.Session;
import dev.parley.web.Visit;
import dev.parley.web.WebServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;

/**
 * The two pages of an installation: one sends an administrator to Slack, the other takes what Slack sends them back with. An installation
 * ends in the browser in which it began, once, within ten minutes; and only workspaces that the settings name can install the app, since
 * whoever has the bot can talk to it.
 */
public final class InstallPages {
    /** Where an installation begins. */
    public static final String INSTALL = "/slack/install";

    /** Where Slack sends the browser back to. */
    public static final String RETURN = "/slack/oauth";

    private static final String PURPOSE = "slack";
    private static final Duration AT_MOST = Duration.ofMinutes(10);

    private final WebServer server;
    private final Registration registration;
    private final Exchange exchange;
    private final InstalledTokens tokens;
    private final Set<String> expected;
    private final Consumer<String> whenInstalled;
    private final BinaryOperator<String> page;
    private final Voice voice;
    private final OneTimeLinks states;

    /**
     * Adds the pages to a server that has not started.
     *
     * @param expected the ids of the workspaces that the settings name
     * @param whenInstalled told the id of a workspace when its token is there
     * @param page makes a page of a title and a sentence
     */
    public InstallPages(
            WebServer server,
            Registration registration,
            Exchange exchange,
            InstalledTokens tokens,
            Set<String> expected,
            Consumer<String> whenInstalled,
            BinaryOperator<String> page,
            Voice voice,
            InstantSource clock) {
        this.server = server;
        this.registration = registration;
        this.exchange = exchange;
        this.tokens = tokens;
        this.expected = Set.copyOf(expected);
        this.whenInstalled = whenInstalled;
        this.page = page;
        this.voice = voice;
        this.states = new OneTimeLinks(clock);
        server.get(INSTALL, this::begin);
        server.get(RETURN, this::end);
    }

    private void begin(Visit visit) {
        server.guess(visit);
        String state = states.make(PURPOSE, visit.session().browser(), AT_MOST);
        visit.redirect(registration.authorizePage() + "?client_id=" + encoded(registration.clientId()) + "&scope="
                + encoded(String.join(",", SlackNeeds.scopes())) + "&redirect_uri=" + encoded(back(visit)) + "&state="
                + state);
    }

    private static String back(Visit visit) {
        return visit.site() + RETURN;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void end(Visit visit) {
        server.guess(visit);
        if (!beganHere(visit)) {
            notDone(visit, 403, voice.say(InstallPhrase.OTHER_BROWSER));
            return;
        }
        Optional<String> code = visit.query("code");
        if (code.isEmpty()) {
            notDone(visit, 403, voice.say(InstallPhrase.DENIED));
            return;
        }
        exchange.token(code.get(), back(visit))
                .ifPresentOrElse(
                        answer -> take(visit, answer), () -> notDone(visit, 503, voice.say(InstallPhrase.SLACK_AWAY)));
    }

    /** Looks before it is used up, so that nobody else can spoil an installation. */
    private boolean beganHere(Visit visit) {
        Optional<String> state = visit.query("state");
        Optional<String> browser = visit.known().map(Session::browser);
        return browser.isPresent()
                && state.flatMap(one -> states.subject(PURPOSE, one)).equals(browser)
                && state.flatMap(one -> states.use(PURPOSE, one)).isPresent();
    }

    private void take(Visit visit, OAuthV2AccessResponse answer) {
        Optional<String> trouble = trouble(answer);
        if (trouble.isPresent()) {
            Optional.ofNullable(answer.getAccessToken()).ifPresent(exchange::giveBack);
            notDone(visit, 403, trouble.get());
            return;
        }
        String team = answer.getTeam().getId();
        tokens.installed(new Installed(
                team,
                Optional.ofNullable(answer.getEnterprise()).map(OAuthV2AccessResponse.Enterprise::getId),
                answer.getBotUserId(),
                answer.getAccessToken()));
        whenInstalled.accept(team);
        String done =
                voice.say(InstallPhrase.DONE, Map.of("team", answer.getTeam().getName()));
        visit.html(200, page.apply(voice.say(InstallPhrase.DONE_TITLE), done));
    }

    private Optional<String> trouble(OAuthV2AccessResponse answer) {
        if (!answer.isOk() || answer.getAccessToken() == null || answer.getBotUserId() == null) {
            String code = String.valueOf(answer.getError());
            return Optional.of(voice.say(InstallPhrase.SLACK_REFUSED, Map.of("code", code)));
        }
        if (answer.getRefreshToken() != null) {
            return Optional.of(voice.say(InstallPhrase.ROTATION));
        }
        if (answer.getTeam() == null) {
            return Optional.of(voice.say(InstallPhrase.WHOLE_ORGANIZATION));
        }
        String team = answer.getTeam().getId();
        Map<String, String> named = Map.of("team", answer.getTeam().getName(), "id", team);
        return expected.contains(team) ? Optional.empty() : Optional.of(voice.say(InstallPhrase.NOT_EXPECTED, named));
    }

    private void notDone(Visit visit, int status, String why) {
        visit.html(status, page.apply(voice.say(InstallPhrase.NOT_DONE_TITLE), why));
    }
}
