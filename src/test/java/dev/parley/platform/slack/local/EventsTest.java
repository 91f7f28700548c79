package dev.parley.platform.slack.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.local.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every kind of event that we tell has the shape that Slack publishes. */
class EventsTest {
    private final LocalSlack slack = LocalSlack.start();
    private final Workspace workspace = slack.workspace("Teachers");
    private final Person ana = workspace.person("Ana").becomesAdmin();
    private final Channel room = workspace.channel("aledchat");

    @BeforeAll
    static void needsNode() {
        Node.SLACK.mustBeThere();
    }

    @AfterEach
    void leavesNothingWrong() {
        slack.close();
        assertThat(slack.violations()).isEmpty();
    }

    @Test
    void messagesOfEveryKind() {
        Message question = ana.says(room, "see https://example.org/ & <all>, @parley");
        room.previewsLink(question);
        Message reply = ana.replies(question, "in the thread");
        ana.broadcasts(question, "and for all");
        ana.edits(reply, "in this thread");
        ana.deletes(reply);
        ana.acts(room, "waves");
        ana.attaches(room, "chart.png", new byte[10], "a chart");
        workspace.integrationSays(room, "feed", "news");
        Channel quiet = workspace.privateChannel("hosts", ana);
        ana.says(quiet, "psst");
        ana.dm("in private");
        room.joinedBy(workspace.person("Ben"));
        ana.deletes(question);
        assertThat(question.isDeleted()).isTrue();
        assertThat(room.texts()).contains("and for all");
        assertThat(slack.violations()).isEmpty();
    }

    @Test
    void whatElseHappens() {
        Message question = ana.says(room, "what helps?");
        ana.reacts(question, "wave");
        ana.pins(question);
        ana.unreacts(question, "wave");
        ana.opensHome();
        ana.leaves(room);
        ana.joins(room);
        workspace.revokesToken();
        workspace.uninstalls();
        assertThat(question.isPinned()).isTrue();
        assertThat(slack.violations()).isEmpty();
    }
}
