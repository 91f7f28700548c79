package dev.parley.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.Account;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.platform.slack.local.Faults;
import dev.parley.platform.slack.local.Message;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WhispersTest {
    private final Team team = new Team(SlackSettings.Mode.SOCKET, 1);
    private final SlackPlatform platform = team.platform;
    private final Account ana = team.account(team.ana);

    @AfterEach
    void stop() {
        team.close();
        assertThat(team.slack.violations()).isEmpty();
    }

    private List<String> inbox() {
        return team.ana.inbox().stream().map(Message::shown).toList();
    }

    @Test
    void aWhisperFromBeforeTheCrashIsNotSaidAgain() {
        platform.whisper(ana, team.saying("w/1", "It is *kept*."));
        platform.whisper(ana, team.saying("w/2", "It is *kept*."));
        try (SlackPlatform after = team.restarted()) {
            after.whisper(ana, team.saying("w/2", "It is *kept*."));
            after.whisper(ana, team.saying("w/3", "It is gone."));
        }
        assertThat(inbox()).containsExactly("It is kept.", "It is kept.", "It is gone.");
    }

    @Test
    void aWhisperOfWhichTheAnswerWasLostIsSaidOnce() {
        platform.whisper(ana, team.saying("w/1", "One"));
        team.slack.faults(Faults.from(5).losingAnswers(1));
        assertThatThrownBy(() -> platform.whisper(ana, team.saying("w/2", "Two")))
                .isInstanceOf(Unreachable.class);
        team.slack.faultless();
        platform.whisper(ana, team.saying("w/2", "Two"));

        assertThat(inbox()).containsExactly("One", "Two");
    }

    @Test
    void aMachineIsToldNothing() {
        Account bot = team.account(team.workspace.bot());

        assertThatThrownBy(() -> platform.whisper(bot, team.saying("w/1", "Psst")))
                .isInstanceOf(Refused.class);
        assertThat(team.seen()).isEmpty();
    }
}
