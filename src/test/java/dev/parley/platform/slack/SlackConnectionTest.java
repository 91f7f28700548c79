package dev.parley.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.platform.FakeFacilitator;
import dev.parley.platform.Incoming;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.platform.slack.local.Faults;
import dev.parley.platform.slack.local.Workspace;
import dev.parley.platform.slack.wire.Tokens;
import dev.parley.voice.Prompts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlackConnectionTest {
    private final Team team = new Team(SlackSettings.Mode.SOCKET);

    @AfterEach
    void stop() {
        team.close();
    }

    private void assertThatItHears(String words) {
        team.ana.says(team.channel, words);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> team.facilitator.heard.stream()
                        .anyMatch(one ->
                                one instanceof Incoming.Said said && said.text().equals(words)));
    }

    private Outgoing saying(String words) {
        return team.saying(words, words);
    }

    @Test
    void severalSocketsAreOpen() {
        team.start();

        await().until(() -> team.slack.sockets() == 2);
        assertThat(team.facilitator.returned).containsExactly("slack");
        assertThat(team.facilitator.mended).containsExactly(team.room);
        assertThat(team.platform.check(team.room)).isEmpty();
    }

    @Test
    void anUnknownTokenIsSaidInPlainWords() {
        team.workspace.revokesTokenSilently();

        assertThatThrownBy(() -> team.platform.start(team.facilitator))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("bot's token");
        assertThat(team.platform.check(team.room)).anyMatch(words -> words.contains("bot's token"));
        assertThat(team.slack.sockets()).isZero();
    }

    @Test
    void anUnknownTokenOfTheAppIsSaidInPlainWords() {
        SlackSettings settings = new SlackSettings(
                team.slack.api(),
                SlackSettings.Mode.SOCKET,
                Optional.of(team.workspace.botToken()),
                Optional.of("xapp-of-another"),
                Optional.empty(),
                1,
                Optional.empty(),
                Set.of(),
                Set.of(),
                Map.of());
        try (SlackPlatform other = new SlackPlatform(
                settings,
                Tokens.single(team.workspace.botToken()),
                Prompts.of("slack", "commands"),
                InstantSource.system())) {
            assertThatThrownBy(() -> other.start(team.facilitator))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("Socket Mode");
        }
    }

    @Test
    void aTokenThatIsRevokedLaterIsSaidAtEachPost() {
        team.start();
        team.workspace.revokesTokenSilently();

        assertThatThrownBy(() -> team.platform.post(saying("Anybody?")))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("bot's token");
    }

    @Test
    void aSlackThatIsDownIsWaitedFor() {
        team.slack.off();
        team.platform.start(team.facilitator);
        assertThatThrownBy(() -> team.platform.post(saying("Anybody?"))).isInstanceOf(Unreachable.class);
        assertThat(team.platform.check(team.room)).hasSize(1);

        team.slack.on();

        team.connected();
        assertThatItHears("There you are");
        assertThat(team.platform.post(saying("Here"))).isNotNull();
        assertThat(team.platform.check(team.room)).isEmpty();
    }

    @Test
    void aRefusalThatMayPassIsSaidAndWaitedFor() {
        try (SlackPlatform greedy = platform(10, Tokens.single(team.workspace.botToken()))) {
            greedy.start(new FakeFacilitator());
            await().atMost(Duration.ofSeconds(30)).until(() -> team.slack.sockets() == 10);

            team.platform.start(team.facilitator);

            assertThat(team.platform.check(team.room)).anyMatch(words -> words.contains("too_many_websockets"));
            assertThat(team.facilitator.returned).isEmpty();
        }
        team.connected();
        assertThatItHears("Room for us");
        assertThat(team.platform.check(team.room)).isEmpty();
    }

    @Test
    void oneWorkspaceDoesNotStopTheOthers() {
        try (SlackPlatform platform = platform(1, new TwoWorkspaces(team.workspace))) {
            platform.start(team.facilitator);

            team.connected();
            assertThatItHears("Here we are");
        }
    }

    /** One that is there, and one that has just removed the app. */
    private record TwoWorkspaces(Workspace there) implements Tokens {
        @Override
        public Optional<String> of(String workspace) {
            return workspace.equals("T0GONE") ? Optional.empty() : Optional.of(there.botToken());
        }

        @Override
        public Set<String> teams() {
            return Set.of("T0GONE", there.id());
        }

        @Override
        public void revoked(String workspace) {}
    }

    private SlackPlatform platform(int connections, Tokens tokens) {
        return new SlackPlatform(
                team.settings(connections), tokens, Prompts.of("slack", "commands"), InstantSource.system());
    }

    @Test
    void aSocketThatBreaksAgainAndAgainIsOpenedWithPauses() {
        team.start();
        await().until(() -> team.slack.sockets() == 2);

        await().pollInterval(Duration.ofMillis(20))
                .during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    team.slack.dropsSockets();
                    return true;
                });

        assertThat(team.slack.socketsOpened()).isLessThanOrEqualTo(8);
    }

    @Test
    void anOutageIsSurvivedAndWhatHappenedMeanwhileIsReadBack() {
        team.start();
        await().until(() -> team.slack.sockets() == 2);
        team.slack.off();
        team.slack.dropsSockets();
        await().until(() -> !team.platform.check(team.room).isEmpty());
        team.slack.on();

        await().atMost(Duration.ofSeconds(30)).until(() -> team.facilitator.returned.size() == 2);
        assertThatItHears("Back again");
    }

    @Test
    void socketsThatAreRenewedLoseNothing() {
        team.start();
        await().until(() -> team.slack.sockets() == 2);
        for (int n = 0; n < 30; n++) {
            if (n % 10 == 5) {
                team.slack.refreshesSockets();
            }
            team.ana.says(team.channel, "A1: " + n);
        }

        assertThat(team.wordsUntilNow())
                .containsAll(IntStream.range(0, 30).mapToObj(n -> "A1: " + n).toList());
        assertThat(team.slack.deliveries().lost()).isZero();
    }

    @Test
    void socketsThatBreakLoseNothing() {
        team.start();
        team.slack.faults(Faults.from(11).dropping(0.1));
        for (int n = 0; n < 30; n++) {
            team.ana.says(team.channel, "A1: " + n);
        }
        await().atMost(Duration.ofSeconds(40))
                .until(() -> team.slack.deliveries().underWay() == 0);
        team.slack.faultless();

        await().atMost(Duration.ofSeconds(30)).until(() -> team.slack.sockets() == 2);
        assertThatItHears("Still here");
    }

    @Test
    void aWarningBringsANewSocketBeforeTheOldOneGoes() {
        team.start();
        await().until(() -> team.slack.sockets() == 2);
        team.slack.warnsSockets();

        await().until(() -> team.slack.socketsOpened() == 4);
        await().atMost(Duration.ofSeconds(15)).until(() -> team.slack.sockets() == 2);
        assertThat(team.facilitator.returned).hasSize(1);
        assertThatItHears("Still here");
    }

    @Test
    void afterItsEndItHasNoSocket() {
        team.start();
        await().until(() -> team.slack.sockets() == 2);
        team.platform.close();

        await().until(() -> team.slack.sockets() == 0);
    }

    @Test
    void secretsAreInNoText() {
        assertThat(team.settings(2).toString())
                .doesNotContain(team.slack.appToken())
                .doesNotContain(team.workspace.botToken())
                .doesNotContain(team.slack.signingSecret());
    }
}
