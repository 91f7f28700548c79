package dev.parley.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RightsTest {
    private final Team team = new Team(SlackSettings.Mode.SOCKET, 1);

    @BeforeEach
    void start() {
        team.start();
    }

    @AfterEach
    void stop() {
        team.close();
        assertThat(team.slack.violations()).isEmpty();
    }

    private List<String> troubles() {
        return team.platform.check(team.room);
    }

    @Test
    void allIsWell() {
        assertThat(troubles()).isEmpty();
    }

    @Test
    void eachMissingScopeIsNamedUntilItIsGranted() {
        team.workspace.withoutScope("reactions:write").withoutScope("channels:history");
        assertThat(troubles())
                .hasSize(2)
                .anyMatch(trouble -> trouble.contains("`reactions:write`") && trouble.contains("install"))
                .anyMatch(trouble -> trouble.contains("`channels:history`"));
        team.workspace.withoutScope("channels:read");
        assertThat(troubles()).anyMatch(trouble -> trouble.contains("`channels:read`"));
        team.workspace
                .withScope("reactions:write")
                .withScope("channels:history")
                .withScope("channels:read");
        assertThat(troubles()).isEmpty();
    }

    @Test
    void aBotThatWasNotInvitedIsToBeInvited() {
        team.channel.removesBot();
        assertThat(troubles()).singleElement().asString().contains("/invite");
        team.channel.invitesBot();
        assertThat(troubles()).isEmpty();
    }

    @Test
    void anArchivedChannelSaysSo() {
        team.channel.archives();
        assertThat(troubles()).singleElement().asString().contains("archived");
    }

    @Test
    void aTokenThatWasTakenBackSaysSo() {
        team.workspace.revokesTokenSilently();
        assertThat(troubles()).singleElement().asString().contains("token");
    }
}
