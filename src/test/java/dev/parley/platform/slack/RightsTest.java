package dev.parley.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RightsTest {
    private final Community community = new Community();

    @BeforeEach
    void start() {
        community.start();
    }

    @AfterEach
    void stop() {
        community.close();
        assertThat(community.slack.violations()).isEmpty();
    }

    private List<String> troubles() {
        return community.platform.check(community.room);
    }

    @Test
    void allIsWell() {
        assertThat(troubles()).isEmpty();
    }

    @Test
    void eachMissingScopeIsNamedUntilItIsGranted() {
        community.workspace.withoutScope("reactions:write").withoutScope("channels:history");
        assertThat(troubles())
                .hasSize(2)
                .anyMatch(trouble -> trouble.contains("`reactions:write`") && trouble.contains("install"))
                .anyMatch(trouble -> trouble.contains("`channels:history`"));
        community.workspace.withoutScope("channels:read");
        assertThat(troubles()).anyMatch(trouble -> trouble.contains("`channels:read`"));
        community
                .workspace
                .withScope("reactions:write")
                .withScope("channels:history")
                .withScope("channels:read");
        assertThat(troubles()).isEmpty();
    }

    @Test
    void aBotThatWasNotInvitedIsToBeInvited() {
        community.channel.removesBot();
        assertThat(troubles()).singleElement().asString().contains("/invite");
        community.channel.invitesBot();
        assertThat(troubles()).isEmpty();
    }

    @Test
    void anArchivedChannelSaysSo() {
        community.channel.archives();
        assertThat(troubles()).singleElement().asString().contains("archived");
    }

    @Test
    void aTokenThatWasTakenBackSaysSo() {
        community.workspace.revokesTokenSilently();
        assertThat(troubles()).singleElement().asString().contains("token");
    }
}
