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
    private final Community community = new Community();
    private final SlackPlatform platform = community.platform;
    private final Account ana = community.account(community.ana);

    @AfterEach
    void stop() {
        community.close();
        assertThat(community.slack.violations()).isEmpty();
    }

    private List<String> inbox() {
        return community.ana.inbox().stream().map(Message::shown).toList();
    }

    @Test
    void aWhisperFromBeforeTheCrashIsNotSaidAgain() {
        platform.whisper(ana, community.saying("w/1", "It is *kept*."));
        platform.whisper(ana, community.saying("w/2", "It is *kept*."));
        try (SlackPlatform after = community.restarted()) {
            after.whisper(ana, community.saying("w/2", "It is *kept*."));
            after.whisper(ana, community.saying("w/3", "It is gone."));
        }
        assertThat(inbox()).containsExactly("It is kept.", "It is kept.", "It is gone.");
    }

    @Test
    void aWhisperOfWhichTheAnswerWasLostIsSaidOnce() {
        platform.whisper(ana, community.saying("w/1", "One"));
        community.slack.faults(Faults.from(5).losingAnswers(1));
        assertThatThrownBy(() -> platform.whisper(ana, community.saying("w/2", "Two")))
                .isInstanceOf(Unreachable.class);
        community.slack.faultless();
        platform.whisper(ana, community.saying("w/2", "Two"));

        assertThat(inbox()).containsExactly("One", "Two");
    }

    @Test
    void aMachineIsToldNothing() {
        Account bot = community.account(community.workspace.bot());

        assertThatThrownBy(() -> platform.whisper(bot, community.saying("w/1", "Psst")))
                .isInstanceOf(Refused.class);
        assertThat(community.seen()).isEmpty();
    }
}
