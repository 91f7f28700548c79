package dev.parley.platform.discord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.events.guild.scheduledevent.ScheduledEventCreateEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageBulkDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.message.MessageUpdateEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.utils.FileUpload;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** JDA logs in to the local Discord and lives with it. */
class JdaTest {
    private final LocalDiscord discord = LocalDiscord.start();
    private final Guild guild = discord.guild("Teachers");
    private final Channel room = guild.channel("aledchat");
    private final User ana = guild.member("Ana");
    private JdaClient client;

    @BeforeEach
    void logsIn() throws InterruptedException {
        client = JdaClient.usual(discord);
    }

    @AfterEach
    void leavesNothingWrong() {
        client.close();
        discord.close();
        assertThat(discord.violations()).isEmpty();
    }

    private TextChannel channel() {
        return client.jda.getTextChannelById(room.id());
    }

    private MessageRecord posted(Message message) {
        return discord.message(message.getIdLong());
    }

    @Test
    void postsAndHears() throws InterruptedException {
        channel().sendMessage("Welcome!").setNonce("one").complete();
        channel().sendMessage("Welcome!").setNonce("one").complete();
        ana.says(room, "A1: good");

        assertThat(room.history())
                .extracting(MessageRecord::toString)
                .containsExactly("Parley: Welcome!", "Ana: A1: good");
        assertThat(client.next(MessageReceivedEvent.class).getMessage().getContentRaw())
                .isEqualTo("Welcome!");
        Message heard = client.next(MessageReceivedEvent.class).getMessage();
        assertThat(heard.getContentRaw()).isEqualTo("A1: good");
        assertThat(heard.getMember().getEffectiveName()).isEqualTo("Ana");
        assertThat(channel().getHistory().retrievePast(10).complete())
                .extracting(Message::getContentRaw)
                .isEqualTo(List.of("A1: good", "Welcome!"));
    }

    @Test
    void hearsEditsDeletionsRepliesReactionsAndPreviews() throws InterruptedException {
        MessageRecord question = posted(channel().sendMessage("Q1").complete());
        MessageRecord answer = ana.replies(question, "well");
        ana.edits(answer, "very well");
        discord.previewsLink(answer);
        ana.reacts(question, "👍");
        ana.deletes(answer);
        discord.bulkDeletes(room, List.of(ana.says(room, "one"), ana.says(room, "two")));

        client.next(MessageReceivedEvent.class);
        Message reply = client.next(MessageReceivedEvent.class).getMessage();
        assertThat(reply.getReferencedMessage().getContentRaw()).isEqualTo("Q1");
        assertThat(client.next(MessageUpdateEvent.class).getMessage().isEdited())
                .isTrue();
        assertThat(client.next(MessageUpdateEvent.class).getMessage().getEmbeds())
                .hasSize(1);
        assertThat(client.next(MessageReactionAddEvent.class).getEmoji()).isEqualTo(Emoji.fromUnicode("👍"));
        assertThat(client.next(MessageDeleteEvent.class).getMessageIdLong()).isEqualTo(answer.id());
        assertThat(client.next(MessageBulkDeleteEvent.class).getMessageIds()).hasSize(2);
        assertThat(answer.versions()).containsExactly("well", "very well");
        assertThat(room.history()).containsExactly(question);
        assertThat(question.reactions()).isEqualTo(Map.of("👍", List.of("Ana")));
    }

    @Test
    void sendsFilesPinsReactsAndEdits() throws InterruptedException {
        Message sent = channel()
                .sendMessage("Recap")
                .addFiles(FileUpload.fromData("<p>all</p>".getBytes(), "recap.html"))
                .complete();
        sent.addReaction(Emoji.fromUnicode("✅")).complete();
        sent.pin().complete();
        sent.editMessage("The recap").complete();

        MessageRecord record = posted(sent);
        assertThat(record.attachments().getFirst().bytes()).isEqualTo("<p>all</p>".getBytes());
        assertThat(record.attachments()).extracting(Attachment::name).containsExactly("recap.html");
        assertThat(record.versions()).containsExactly("Recap", "The recap");
        assertThat(room.pins()).containsExactly(record);
        assertThat(room.history().getLast().isSystem()).isTrue();
        assertThat(channel().retrievePinnedMessages().complete()).hasSize(1);
        assertThat(sent.getAttachments().getFirst().getProxy().download().join())
                .hasBinaryContent("<p>all</p>".getBytes());
        sent.unpin().complete();
        assertThat(room.pins()).isEmpty();
    }

    @Test
    void startsAThreadOnce() throws InterruptedException {
        Message question = channel().sendMessage("Q1").complete();
        ThreadChannel thread = question.createThreadChannel("Question 1").complete();
        assertThat(refused(() -> question.createThreadChannel("Again").complete()))
                .isEqualTo(160004);

        Channel local = room.threads().getFirst();
        thread.sendMessage("Here too").complete();
        ana.says(local, "A1: in the thread");
        await().untilAsserted(() -> assertThat(
                        client.next(MessageReceivedEvent.class).getMessage().getContentRaw())
                .isEqualTo("A1: in the thread"));
        local.archives();
        thread.sendMessage("Awake again").complete();
        assertThat(local.isArchived()).isFalse();
        local.archivesAndLocks();
        assertThatThrownBy(() -> ana.says(local, "too late")).hasMessage("Thread is archived");
        assertThat(thread.getIdLong()).isEqualTo(question.getIdLong());
    }

    @Test
    void plansAnEvent() throws InterruptedException {
        OffsetDateTime start = OffsetDateTime.now().plusDays(1);
        net.dv8tion.jda.api.entities.ScheduledEvent planned = client.jda
                .getGuildById(guild.id())
                .createScheduledEvent("aledchat", "#aledchat", start, start.plusHours(1))
                .setDescription("An hour")
                .complete();
        assertThat(client.next(ScheduledEventCreateEvent.class)
                        .getScheduledEvent()
                        .getName())
                .isEqualTo("aledchat");
        planned.getManager().setName("aledchat on feedback").complete();
        GuildEvent event = guild.events().getFirst();
        assertThat(event.name()).isEqualTo("aledchat on feedback");
        assertThat(event.location()).isEqualTo("#aledchat");
        planned.getManager()
                .setStatus(net.dv8tion.jda.api.entities.ScheduledEvent.Status.CANCELED)
                .complete();
        assertThat(event.status()).isEqualTo(GuildEvent.Status.CANCELED);
        assertThat(refused(() -> planned.getManager().setName("again").complete()))
                .isEqualTo(180000);
    }

    @Test
    void speaksInPrivateUnlessClosed() throws InterruptedException {
        ana.dm("hello");
        assertThat(client.next(MessageReceivedEvent.class).isFromGuild()).isFalse();
        client.jda
                .openPrivateChannelById(ana.id())
                .complete()
                .sendMessage("Hello Ana")
                .complete();
        assertThat(ana.inbox()).extracting(MessageRecord::content).containsExactly("hello", "Hello Ana");
        ana.closesDms();
        assertThat(refused(() -> client.jda
                        .openPrivateChannelById(ana.id())
                        .complete()
                        .sendMessage("Again")
                        .complete()))
                .isEqualTo(50007);
    }

    private void registers() {
        client.jda
                .getGuildById(guild.id())
                .updateCommands()
                .addCommands(
                        Commands.slash("chat", "The chat")
                                .setContexts(InteractionContextType.GUILD)
                                .addSubcommands(new SubcommandData("next", "The next question")
                                        .addOption(OptionType.STRING, "why", "Why", true, true)
                                        .addOption(OptionType.ROLE, "whose", "Whose")),
                        Commands.message("File under…"))
                .complete();
    }

    @Test
    void commandsAreAnsweredForOneOnly() throws InterruptedException {
        registers();
        Role hosts = guild.role("Hosts");
        ana.has(hosts);
        Interaction completes = ana.completes(room, "/chat next", "why", "be");
        client.next(CommandAutoCompleteInteractionEvent.class)
                .replyChoiceStrings("because")
                .complete();
        assertThat(completes.choices()).containsExactly("because");

        Interaction runs = ana.runs(room, "/chat next", Map.of("why", "because", "whose", hosts));
        SlashCommandInteractionEvent event = client.next(SlashCommandInteractionEvent.class);
        assertThat(event.getFullCommandName()).isEqualTo("chat next");
        assertThat(event.getMember().getRoles())
                .extracting(net.dv8tion.jda.api.entities.Role::getName)
                .containsExactly("Hosts");
        assertThat(event.getOption("whose").getAsRole().getName()).isEqualTo("Hosts");
        event.deferReply(true).complete();
        event.getHook().editOriginal("Done.").complete();
        event.getHook().sendMessage("And more.").setEphemeral(true).complete();

        assertThat(runs.reply().content()).isEqualTo("Done.");
        assertThat(runs.reply().isEphemeral()).isTrue();
        assertThat(runs.replies(2).getLast().content()).isEqualTo("And more.");
        assertThat(room.history()).isEmpty();
    }

    @Test
    void buttonsMenusAndModals() throws InterruptedException {
        registers();
        MessageRecord panel = posted(channel()
                .sendMessage("Panel")
                .setComponents(
                        ActionRow.of(Button.primary("answer", "Answer"), Button.secondary("where", "Where are we?")),
                        ActionRow.of(StringSelectMenu.create("pick")
                                .addOption("One", "1")
                                .addOption("Two", "2")
                                .build()))
                .complete());
        assertThat(panel.buttons()).containsExactly("Answer", "Where are we?");

        Interaction presses = ana.pressesLabel(panel, "Answer");
        client.next(ButtonInteractionEvent.class)
                .replyModal(Modal.create("answer", "Your answer")
                        .addComponents(Label.of(
                                "Answer",
                                TextInput.create("text", TextInputStyle.PARAGRAPH)
                                        .setMaxLength(100)
                                        .build()))
                        .build())
                .complete();
        assertThat(presses.modal().fields())
                .extracting(dev.parley.platform.discord.local.Modal.Field::label)
                .containsExactly("Answer");
        Interaction sends = ana.submits(presses.modal(), Map.of("text", "Because."));
        ModalInteractionEvent sent = client.next(ModalInteractionEvent.class);
        assertThat(sent.getValue("text").getAsString()).isEqualTo("Because.");
        sent.reply("Heard.").setEphemeral(true).complete();
        assertThat(sends.reply().content()).isEqualTo("Heard.");

        Interaction picks = ana.picks(panel, "pick", "2");
        StringSelectInteractionEvent picked = client.next(StringSelectInteractionEvent.class);
        assertThat(picked.getValues()).containsExactly("2");
        picked.editMessage("Two it is").setComponents().complete();
        assertThat(picks.reply()).isSameAs(panel);
        assertThat(panel.content()).isEqualTo("Two it is");

        MessageRecord said = ana.says(room, "filed wrongly");
        Interaction files = ana.opensMenu("File under…", said);
        MessageContextInteractionEvent menu = client.next(MessageContextInteractionEvent.class);
        assertThat(menu.getTarget().getContentRaw()).isEqualTo("filed wrongly");
        menu.reply("Filed.").setEphemeral(true).complete();
        assertThat(files.reply().content()).isEqualTo("Filed.");
    }

    @Test
    void resumesAndHearsWhatItMissed() throws InterruptedException {
        discord.dropsConnections();
        ana.says(room, "said meanwhile");
        assertThat(client.next(MessageReceivedEvent.class).getMessage().getContentRaw())
                .isEqualTo("said meanwhile");
        client.next(SessionResumeEvent.class);
        discord.asksToReconnect();
        client.next(SessionResumeEvent.class);
        discord.invalidatesSessions(true);
        client.next(SessionResumeEvent.class);
        assertThat(discord.identifies()).isOne();
        assertThat(discord.resumes()).isEqualTo(3);
    }

    @Test
    void startsAnewWhenItsSessionIsOver() throws InterruptedException {
        discord.invalidatesSessions(false);
        client.next(SessionRecreateEvent.class);
        ana.says(room, "after");
        assertThat(client.next(MessageReceivedEvent.class).getMessage().getContentRaw())
                .isEqualTo("after");
        assertThat(discord.identifies()).isEqualTo(2);
    }

    @Test
    void refusesWithoutPermission() {
        room.deniesBot(Permission.ATTACH_FILES, Permission.PIN_MESSAGES);
        ana.says(room, "hello");
        Message last = channel().getHistory().retrievePast(1).complete().getFirst();
        await().until(() -> !channel()
                .getGuild()
                .getSelfMember()
                .hasPermission(channel(), net.dv8tion.jda.api.Permission.PIN_MESSAGES));
        room.allowsBot(Permission.PIN_MESSAGES);
        await().until(() -> channel()
                .getGuild()
                .getSelfMember()
                .hasPermission(channel(), net.dv8tion.jda.api.Permission.PIN_MESSAGES));
        last.pin().complete();
        assertThat(room.pins()).hasSize(1);
    }

    private static int refused(ThrowingCallable call) {
        try {
            call.call();
        } catch (ErrorResponseException refusal) {
            return refusal.getErrorCode();
        } catch (Throwable other) {
            throw new AssertionError(other);
        }
        throw new AssertionError("was not refused");
    }
}
