package dev.parley.platform.slack.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.platform.slack.local.Channel;
import dev.parley.platform.slack.local.Faults;
import dev.parley.platform.slack.local.LocalSlack;
import dev.parley.platform.slack.local.Workspace;
import dev.parley.voice.Prompts;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebApiTest {
    private final LocalSlack slack = LocalSlack.unjudged(0);
    private final Workspace workspace = slack.workspace("Teachers");
    private final Channel channel = workspace.channel("aledchat");
    private final WebApi api =
            new WebApi(slack.api(), Tokens.single(workspace.botToken()), Prompts.of("slack", "commands"));

    @AfterEach
    void close() {
        api.close();
        slack.close();
    }

    private String says(Channel where, String words) {
        return api.ask(
                        Tokens.ONLY,
                        methods -> methods.chatPostMessage(
                                request -> request.channel(where.id()).text(words)))
                .getTs();
    }

    @Test
    void theBotKnowsWhoItIs() {
        Self self = api.self(Tokens.ONLY);

        assertThat(self.team()).isEqualTo(workspace.id());
        assertThat(self.user()).isEqualTo(workspace.bot().id());
        assertThat(self.scopes()).contains("chat:write");
        assertThat(self.address().toString()).endsWith("/");
        assertThat(api.knownSelf(workspace.id())).contains(self);
    }

    @Test
    void whatSlackRefusesIsSaidWithWhatToDo() {
        channel.archives();
        assertThatThrownBy(() -> says(channel, "Hello"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("archived");

        channel.unarchives().removesBot();
        assertThatThrownBy(() -> says(channel, "Hello"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("/invite");

        workspace.withoutScope("chat:write");
        assertThatThrownBy(() -> says(channel, "Hello"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("chat:write");
    }

    @Test
    void whatIsDoneAlreadyIsFine() {
        assertThat(api.ask(
                        Tokens.ONLY,
                        methods -> methods.chatDelete(
                                request -> request.channel(channel.id()).ts("1700000000.000100")),
                        "message_not_found"))
                .isEmpty();
    }

    @Test
    void whatChangesNothingIsAskedAgainAndWhatChangesSomethingIsNot() {
        slack.faults(Faults.from(3).failing(1));
        assertThatThrownBy(() -> api.introduced(Tokens.ONLY)).isInstanceOf(Unreachable.class);
        assertThat(slack.requests().count()).isEqualTo(3);

        assertThatThrownBy(() -> says(channel, "Hello")).isInstanceOf(Unreachable.class);
        assertThat(slack.requests().count()).isEqualTo(4);
    }

    @Test
    void aShortWaitIsWaitedForHere() {
        slack.faults(Faults.from(5).limiting(0.3));
        IntStream.range(0, 4).forEach(n -> says(channel, "No " + n));

        assertThat(slack.requests().limited()).isPositive();
        assertThat(channel.texts()).containsExactly("No 0", "No 1", "No 2", "No 3");
    }

    @Test
    void aLongWaitIsToldAndNothingMoreIsSentMeanwhile() {
        slack.commercial(true).limited(true);
        Runnable reads =
                () -> api.page(Tokens.ONLY, "conversations.history", form -> form.add("channel", channel.id()));
        reads.run();

        assertThatThrownBy(reads::run)
                .isInstanceOfSatisfying(
                        Unreachable.class, later -> assertThat(later.patience()).isGreaterThan(Duration.ofSeconds(5)));
        int asked = slack.requests().count();
        assertThatThrownBy(reads::run)
                .isInstanceOfSatisfying(
                        Unreachable.class, later -> assertThat(later.patience()).isGreaterThan(Duration.ofSeconds(5)));
        assertThat(slack.requests().count()).isEqualTo(asked);
        assertThat(says(channel, "Meanwhile")).isNotEmpty();
    }

    @Test
    void postsToOneChannelKeepToItsLimitAndInOrder() {
        slack.limited(true);
        IntStream.range(0, 7).forEach(n -> says(channel, "No " + n));

        assertThat(channel.texts()).hasSize(7).isSorted();
        assertThat(slack.requests().limited()).isZero();
    }

    @Test
    void methodsKeepToTheirTier() {
        slack.limited(true);
        for (int n = 0; n < 25; n++) {
            CompletableFuture.runAsync(
                    () -> api.ask(Tokens.ONLY, methods -> methods.pinsList(request -> request.channel(channel.id()))),
                    one -> Thread.ofVirtual().start(one));
        }

        await().during(Duration.ofMillis(500)).until(() -> slack.requests().count() == 20);
        assertThat(slack.requests().limited()).isZero();
    }

    @Test
    void aChannelThatWaitsHoldsUpNoOther() {
        Channel other = workspace.channel("cooking");
        CompletableFuture<Void> busy =
                CompletableFuture.runAsync(() -> IntStream.range(0, 7).forEach(n -> says(channel, "No " + n)));
        await().until(() -> channel.texts().size() >= 3);
        says(other, "Onions");

        assertThat(busy).isNotDone();
        busy.join();
    }
}
