package dev.parley.evening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Plan;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.slack.local.Faults;
import dev.parley.platform.slack.local.Interaction;
import dev.parley.platform.slack.local.Message;
import dev.parley.platform.slack.local.SlackFile;
import dev.parley.platform.slack.local.View;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** An evening in a staffroom on Slack. */
final class SlackStage implements Stage {
    private static final String FILED = "white_check_mark";

    private final Staffroom staffroom;
    private final Faults faults;

    SlackStage(Staffroom staffroom, Faults faults) {
        this.staffroom = staffroom;
        this.faults = faults;
    }

    @Override
    public RoomId room() {
        return staffroom.room;
    }

    @Override
    public void serve(Plan plan) {
        staffroom.serve(plan);
    }

    @Override
    public Hosted hosted() {
        return staffroom.hosted;
    }

    @Override
    public void troubled() {
        staffroom.slack.faults(faults);
    }

    @Override
    public void faultless() {
        staffroom.slack.faultless();
    }

    @Override
    public Account account(Person person) {
        return staffroom.account(member(person));
    }

    private dev.parley.platform.slack.local.Person member(Person person) {
        return switch (person) {
            case HANNA -> staffroom.hanna;
            case INES -> staffroom.ines;
            case ANA -> staffroom.ana;
            case BO -> staffroom.bo;
            case CEM -> staffroom.cem;
        };
    }

    private Message message(MessageId message) {
        return Objects.requireNonNull(staffroom.slack.message(staffroom.channel, message.id()), message::id);
    }

    @Override
    public MessageId says(Person person, String words) {
        return staffroom.id(member(person).says(staffroom.channel, words));
    }

    @Override
    public MessageId answersInThread(Person person, MessageId question, String words) {
        return replies(person, question, words);
    }

    @Override
    public MessageId replies(Person person, MessageId to, String words) {
        return staffroom.id(member(person).replies(message(to), words));
    }

    @Override
    public MessageId attaches(Person person, String file, String words) {
        byte[] bytes = "a b c".getBytes(StandardCharsets.UTF_8);
        return staffroom.id(member(person).attaches(staffroom.channel, file, bytes, words));
    }

    @Override
    public void edits(Person person, MessageId message, String words) {
        member(person).edits(message(message), words);
    }

    @Override
    public void deletes(Person person, MessageId message) {
        member(person).deletes(message(message));
    }

    @Override
    public void reacts(Person person, MessageId message) {
        member(person).reacts(message(message), "heart");
    }

    @Override
    public void machinesSay(String words) {
        staffroom.workspace.integrationSays(staffroom.channel, "News", words);
    }

    @Override
    public void previewsLink(MessageId message) {
        staffroom.channel.previewsLink(message(message));
    }

    @Override
    public void steers(Person host, String command) {
        member(host).runs(staffroom.channel, "/parley " + command).reply();
    }

    @Override
    public void makesCohost(Person host, Person other) {
        steers(host, "cohost @" + member(other).name());
    }

    @Override
    public void presses(Person host, String label) {
        Message panel = staffroom.panel();
        if (panel.buttons().contains(label)) {
            acknowledged(member(host).pressesLabel(panel, label));
        } else if (panel.buttons().contains("Refresh")) {
            acknowledged(member(host).pressesLabel(panel, "Refresh"));
        }
    }

    private static void acknowledged(Interaction interaction) {
        assertThat(interaction.isAcknowledged()).isTrue();
    }

    @Override
    public void ends(Person host) {
        Message sure = member(host).pressesLabel(staffroom.panel(), "End").reply();
        acknowledged(member(host).pressesLabel(sure, "End it"));
    }

    @Override
    public void answersInDialog(Person person, MessageId question, String words) {
        View dialog = member(person).pressesLabel(message(question), "Answer").modal();
        acknowledged(member(person).submits(dialog, Map.of("text", words)));
    }

    @Override
    public void files(Person person, MessageId message, String where) {
        Message menu =
                member(person).opensShortcut("file_under", message(message)).reply();
        String mark = menu.blocks()
                .findParents("placeholder")
                .getFirst()
                .path("action_id")
                .asText();
        acknowledged(member(person).picks(menu, mark, where));
    }

    @Override
    public List<Post> posts() {
        return staffroom.posts().stream()
                .map(message -> new Post(staffroom.id(message), under(message), message.shown()))
                .toList();
    }

    private Optional<MessageId> under(Message message) {
        return message.thread().map(thread -> new MessageId(staffroom.room, thread));
    }

    /** A thread begins with its first message. */
    @Override
    public boolean hasThread(MessageId post) {
        return true;
    }

    @Override
    public List<String> inSight() {
        return staffroom.channel.pins().stream().map(Message::shown).toList();
    }

    @Override
    public boolean calendarSays(Calendar calendar) {
        return true;
    }

    @Override
    public boolean hasReceipt(MessageId message) {
        return message(message).reactions().getOrDefault(FILED, List.of()).contains(staffroom.workspace.bot());
    }

    /** Files stand in the thread, with the key of their post in their names. */
    @Override
    public String attached(MessageId post, String file) {
        String[] name = file.split("\\.");
        return message(post).replies().stream()
                .flatMap(reply -> reply.files().stream())
                .filter(one ->
                        one.name().startsWith(name[0] + "-") && one.name().endsWith("." + name[1]))
                .map(one -> new String(one.bytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String withFile(String words, String file, MessageId message) {
        return words + "\n" + file + ": " + message(message).files().getFirst().permalink();
    }

    /** What people see, without how it is set. */
    @Override
    public String bold(String words) {
        return words;
    }

    @Override
    public String link(MessageId message) {
        return message(message).permalink();
    }

    @Override
    public boolean isDialog(MessageId message) {
        return message.id().startsWith("m");
    }

    @Override
    public void isTidy() {
        assertThat(staffroom.hosts.fromBot()).hasSize(1);
        assertThat(staffroom.said()).filteredOn(Staffroom::isCard).hasSize(1);
        assertThat(staffroom.said())
                .filteredOn(Staffroom::isFile)
                .flatExtracting(SlackStage::fileNames)
                .doesNotHaveDuplicates();
        assertThat(staffroom.said().stream()
                        .filter(message -> !Staffroom.isFile(message))
                        .map(message -> message.metadata().path("event_payload")))
                .doesNotHaveDuplicates();
    }

    private static List<String> fileNames(Message message) {
        return message.files().stream().map(SlackFile::name).toList();
    }
}
