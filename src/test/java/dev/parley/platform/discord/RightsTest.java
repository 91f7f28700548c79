package dev.parley.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.Refused;
import dev.parley.platform.discord.local.Permission;
import dev.parley.platform.discord.local.Role;
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
    }

    private List<String> troubles() {
        return community.platform.check(community.room);
    }

    @Test
    void allIsWellAtFirst() {
        assertThat(troubles()).isEmpty();
    }

    @Test
    void eachLackingPermissionIsASentence() {
        community.channel.deniesBot(Permission.ADD_REACTIONS, Permission.CREATE_PUBLIC_THREADS);

        assertThat(troubles())
                .hasSize(2)
                .allMatch(trouble -> trouble.contains("#tuesday-talk") && trouble.endsWith("."))
                .anyMatch(trouble -> trouble.contains("Add Reactions"))
                .anyMatch(trouble -> trouble.contains("Create Public Threads"));
    }

    @Test
    void whoCannotSeeAChannelCanDoNothingInIt() {
        community.channel.deniesBot(Permission.VIEW_CHANNEL);

        assertThat(troubles()).isNotEmpty();
        assertThatThrownBy(() -> community.platform.post(community.saying("k", "Hello")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("View Channel");
    }

    @Test
    void rolesAndTheChannelAreReckonedInDiscordsOrder() {
        Role bots = community.guild.botRole();
        community.channel.denies(community.guild.everyone(), Permission.SEND_MESSAGES);
        assertThat(troubles()).hasSize(1);
        community.channel.allows(bots, Permission.SEND_MESSAGES);
        assertThat(troubles()).isEmpty();
        community.channel.deniesBot(Permission.SEND_MESSAGES);
        assertThat(troubles()).hasSize(1);
        community.channel.allowsBot(Permission.SEND_MESSAGES);
        assertThat(troubles()).isEmpty();
        assertThat(community.platform.post(community.saying("k", "Hello"))).isNotNull();
    }

    @Test
    void anAdministratorMayEverything() {
        community.channel.deniesBot(Permission.SEND_MESSAGES);
        community.guild.botRole().may(Permission.ADMINISTRATOR);

        assertThat(troubles()).isEmpty();
    }

    @Test
    void aChannelThatIsGoneIsSaidToBeGone() {
        community.channel.delete();

        assertThat(troubles())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble).contains("does not exist"));
        assertThatThrownBy(() -> community.platform.post(community.saying("k", "Hello")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aPostThatIsRefusedSaysWhatIsMissing() {
        community.channel.deniesBot(Permission.SEND_MESSAGES);

        assertThatThrownBy(() -> community.platform.post(community.saying("k", "Hello")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("permission");
    }
}
