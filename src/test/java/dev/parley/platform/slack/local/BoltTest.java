package dev.parley.platform.slack.local;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.slack.api.bolt.App;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageChangedEvent;
import com.slack.api.model.event.MessageDeletedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.ReactionAddedEvent;
import com.slack.api.model.view.View.ViewBuilder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bolt for Java hears what people do and answers, by sockets and by HTTP. */
class BoltTest {
    private final LocalSlack slack = LocalSlack.start();
    private final Workspace workspace = slack.workspace("Teachers");
    private final Person ana = workspace.person("Ana");
    private final Channel room = workspace.channel("aledchat");
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void leavesNothingWrong() {
        slack.close();
        assertThat(slack.violations()).isEmpty();
    }

    private BoltClient bolt(BoltClient.Mode mode, Consumer<App> handlers) throws Exception {
        return BoltClient.started(slack, workspace, mode, handlers);
    }

    @ParameterizedTest
    @EnumSource
    void hearsAMessageAndAnswersInItsThread(BoltClient.Mode mode) throws Exception {
        try (BoltClient bolt = bolt(
                mode,
                app -> app.event(MessageEvent.class, (event, context) -> {
                    if (event.getEvent().getBotId() == null) {
                        context.client()
                                .chatPostMessage(message -> message.channel(
                                                event.getEvent().getChannel())
                                        .threadTs(event.getEvent().getTs())
                                        .text("Heard: " + event.getEvent().getText()));
                    }
                    return context.ack();
                }))) {
            Message question = ana.says(room, "who is there?");
            await().until(() -> !question.replies().isEmpty());
            assertThat(question.replies().getFirst().text()).isEqualTo("Heard: who is there?");
            assertThat(question.replies().getFirst().author()).isSameAs(workspace.bot());
            assertThat(room.history()).containsExactly(question);
            await().until(() -> slack.deliveries().underWay() == 0);
            assertThat(slack.deliveries().retries()).isZero();
            assertThat(bolt.methods().authTest(call -> call).getUserId())
                    .isEqualTo(workspace.bot().id());
        }
    }

    @ParameterizedTest
    @EnumSource
    void hearsWhatElseHappens(BoltClient.Mode mode) throws Exception {
        try (BoltClient bolt = bolt(
                mode,
                app -> app.event(MessageChangedEvent.class, (event, context) -> {
                            heard.add("changed to "
                                    + event.getEvent().getMessage().getText());
                            return context.ack();
                        })
                        .event(MessageEvent.class, (event, context) -> context.ack())
                        .event(MessageDeletedEvent.class, (event, context) -> {
                            heard.add("deleted " + event.getEvent().getDeletedTs());
                            return context.ack();
                        })
                        .event(ReactionAddedEvent.class, (event, context) -> {
                            heard.add("reacted " + event.getEvent().getReaction());
                            return context.ack();
                        })
                        .event(AppMentionEvent.class, (event, context) -> {
                            heard.add("mentioned in " + event.getEvent().getText());
                            return context.ack();
                        }))) {
            Message message = ana.says(room, "hello @parley & <all>");
            String kept = "hello " + workspace.bot().mention() + " &amp; &lt;all&gt;";
            ana.edits(message, "hello");
            ana.reacts(message, "wave");
            ana.deletes(message);
            await().until(() -> heard.size() == 4);
            assertThat(heard)
                    .containsExactlyInAnyOrder(
                            "mentioned in " + kept, "changed to hello", "reacted wave", "deleted " + message.ts());
            assertThat(message.versions()).containsExactly(kept, "hello");
            assertThat(bolt.methods()
                            .conversationsHistory(call -> call.channel(room.id()))
                            .getMessages())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void opensAModalForACommandAndTakesWhatIsFilledIn(BoltClient.Mode mode) throws Exception {
        try (BoltClient ignored = bolt(
                mode,
                app -> app.command("/parley", (command, context) -> {
                            context.client()
                                    .viewsOpen(call -> call.triggerId(context.getTriggerId())
                                            .view(view(BoltTest::answering)));
                            return context.ack(
                                    "You said " + command.getPayload().getText());
                        })
                        .viewSubmission("answer", (submission, context) -> {
                            String text = submission
                                    .getPayload()
                                    .getView()
                                    .getState()
                                    .getValues()
                                    .get("words")
                                    .get("text")
                                    .getValue();
                            return text.length() < 5
                                    ? context.ack(response ->
                                            response.responseAction("errors").errors(Map.of("words", "That is short.")))
                                    : context.ack();
                        }))) {
            Interaction asks = ana.runs(room, "/parley answer 3");
            assertThat(asks.reply().text()).isEqualTo("You said answer 3");
            assertThat(ana.seesEphemerals()).containsExactly(asks.reply());
            View modal = asks.modal();
            assertThat(modal.title()).isEqualTo("Your answer");
            assertThat(ana.submits(modal, Map.of("text", "no")).errors()).containsEntry("words", "That is short.");
            assertThat(ana.modal()).isSameAs(modal);
            assertThat(ana.submits(modal, Map.of("text", "yes, why not")).errors())
                    .isEmpty();
            assertThat(ana.modal()).isNull();
        }
    }

    private static ViewBuilder answering(ViewBuilder modal) {
        return modal.type("modal")
                .callbackId("answer")
                .title(viewTitle(title -> title.type("plain_text").text("Your answer")))
                .submit(viewSubmit(submit -> submit.type("plain_text").text("Send")))
                .close(viewClose(close -> close.type("plain_text").text("Cancel")))
                .blocks(List.of(input(input -> input.blockId("words")
                        .label(plainText("In your words"))
                        .element(plainTextInput(text -> text.actionId("text").multiline(true))))));
    }

    @ParameterizedTest
    @EnumSource
    void buttonsShortcutsAndTheHome(BoltClient.Mode mode) throws Exception {
        try (BoltClient bolt = bolt(
                mode,
                app -> app.blockAction("where", (action, context) -> {
                            context.respond("Question "
                                    + action.getPayload()
                                            .getActions()
                                            .getFirst()
                                            .getValue());
                            context.respond(
                                    answer -> answer.replaceOriginal(true).text("Q2, asked"));
                            return context.ack();
                        })
                        .messageShortcut("file_under", (shortcut, context) -> {
                            heard.add(
                                    "file " + shortcut.getPayload().getMessage().getText());
                            return context.ack();
                        })
                        .globalShortcut("desk", (shortcut, context) -> {
                            heard.add("desk");
                            return context.ack();
                        })
                        .event(MessageEvent.class, (event, context) -> context.ack())
                        .event(AppHomeOpenedEvent.class, (event, context) -> {
                            context.client()
                                    .viewsPublish(call -> call.userId(
                                                    event.getEvent().getUser())
                                            .view(view(home -> home.type("home").blocks(question()))));
                            return context.ack();
                        }))) {
            bolt.methods()
                    .chatPostMessage(call -> call.channel(room.id()).text("Q2").blocks(question()));
            Message asked = room.history().getFirst();
            assertThat(ana.pressesLabel(asked, "Where are we?").reply().text()).isEqualTo("Question 2");
            await().until(() -> asked.text().equals("Q2, asked"));
            assertThat(ana.opensShortcut("file_under", asked).isAcknowledged()).isTrue();
            assertThat(ana.opensShortcut("desk").isAcknowledged()).isTrue();
            assertThat(heard).containsExactly("file Q2, asked", "desk");
            ana.opensHome();
            await().until(() -> ana.home() != null);
            assertThat(ana.home().texts()).contains("*What helps?*", "Where are we?");
        }
    }

    private static List<LayoutBlock> question() {
        return List.of(
                section(section -> section.text(markdownText("*What helps?*"))),
                actions(List.of(
                        button(button -> button.actionId("where").value("2").text(plainText("Where are we?"))))));
    }

    @ParameterizedTest
    @EnumSource
    void theKeyOfAMessageIsReadBack(BoltClient.Mode mode) throws Exception {
        try (BoltClient bolt = bolt(mode, app -> app.event(MessageEvent.class, (event, context) -> context.ack()))) {
            bolt.methods()
                    .chatPostMessage(call -> call.channel(room.id())
                            .text("Welcome")
                            .metadata(com.slack.api.model.Message.Metadata.builder()
                                    .eventType("parley")
                                    .eventPayload(Map.of("key", "welcome-1"))
                                    .build()));
            assertThat(bolt.methods()
                            .conversationsHistory(
                                    call -> call.channel(room.id()).includeAllMetadata(true))
                            .getMessages()
                            .getFirst()
                            .getMetadata()
                            .getEventPayload())
                    .containsEntry("key", "welcome-1");
        }
    }

    @Test
    void bySocketsItComesBackWhenItIsAskedTo() throws Exception {
        try (BoltClient ignored = bolt(
                BoltClient.Mode.SOCKETS,
                app -> app.event(MessageEvent.class, (event, context) -> {
                    heard.add(event.getEvent().getText());
                    return context.ack();
                }))) {
            slack.refreshesSockets();
            await().until(() -> slack.socketsOpened() == 2);
            ana.says(room, "still there?");
            await().until(() -> heard.contains("still there?"));
            await().until(() -> slack.sockets() == 1);
        }
    }
}
