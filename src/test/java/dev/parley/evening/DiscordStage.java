package dev.parley.evening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Plan;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import dev.parley.platform.discord.local.Faults;
import dev.parley.platform.discord.local.GuildEvent;
import dev.parley.platform.discord.local.MessageRecord;
import dev.parley.platform.discord.local.Modal;
import dev.parley.platform.discord.local.User;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** An evening in a lounge on Discord. */
final class DiscordStage implements Stage {
    private static final String FILED = "✅";

    private final Lounge lounge;
    private final Faults faults;

    DiscordStage(Lounge lounge, Faults faults) {
        this.lounge = lounge;
        this.faults = faults;
    }

    @Override
    public RoomId room() {
        return lounge.room;
    }

    @Override
    public void serve(Plan plan) {
        lounge.serve(plan);
    }

    @Override
    public Hosted hosted() {
        return lounge.hosted;
    }

    @Override
    public void troubled() {
        lounge.discord.faults(faults);
    }

    @Override
    public void faultless() {
        lounge.discord.faultless();
    }

    @Override
    public Account account(Person person) {
        return Lounge.account(user(person));
    }

    private User user(Person person) {
        return switch (person) {
            case HANNA -> lounge.hanna;
            case INES -> lounge.ines;
            case ANA -> lounge.ana;
            case BO -> lounge.bo;
            case CEM -> lounge.cem;
        };
    }

    private MessageRecord message(MessageId message) {
        String id = message.id();
        long own = Long.parseLong(id.substring(id.lastIndexOf('.') + 1));
        return Objects.requireNonNull(lounge.discord.message(own), id);
    }

    @Override
    public MessageId says(Person person, String words) {
        return lounge.id(user(person).says(lounge.channel, words));
    }

    @Override
    public MessageId answersInThread(Person person, MessageId question, String words) {
        return lounge.id(user(person).says(message(question).thread(), words));
    }

    @Override
    public MessageId replies(Person person, MessageId to, String words) {
        return lounge.id(user(person).replies(message(to), words));
    }

    @Override
    public MessageId attaches(Person person, String file, String words) {
        byte[] bytes = "a b c".getBytes(StandardCharsets.UTF_8);
        return lounge.id(user(person).attaches(lounge.channel, file, bytes, words));
    }

    @Override
    public void edits(Person person, MessageId message, String words) {
        user(person).edits(message(message), words);
    }

    @Override
    public void deletes(Person person, MessageId message) {
        user(person).deletes(message(message));
    }

    @Override
    public void reacts(Person person, MessageId message) {
        user(person).reacts(message(message), "❤️");
    }

    @Override
    public void machinesSay(String words) {
        lounge.guild.bot("Weather").says(lounge.channel, words);
        lounge.channel.webhook("News").says(words);
    }

    @Override
    public void previewsLink(MessageId message) {
        lounge.discord.previewsLink(message(message));
    }

    @Override
    public void steers(Person host, String command) {
        user(host).runs(lounge.channel, "/chat " + command).reply();
    }

    @Override
    public void makesCohost(Person host, Person other) {
        user(host)
                .runs(lounge.channel, "/chat cohost", Map.of("person", user(other)))
                .reply();
    }

    @Override
    public void presses(Person host, String label) {
        MessageRecord panel = lounge.panel();
        if (panel.buttons().contains(label)) {
            user(host).pressesLabel(panel, label).acknowledged();
        } else if (panel.buttons().contains("Refresh")) {
            user(host).pressesLabel(panel, "Refresh").acknowledged();
        }
    }

    @Override
    public void ends(Person host) {
        MessageRecord sure = user(host).pressesLabel(lounge.panel(), "End").reply();
        user(host).pressesLabel(sure, "End it").acknowledged();
    }

    @Override
    public void answersInDialog(Person person, MessageId question, String words) {
        Modal dialog = user(person).pressesLabel(message(question), "Answer").modal();
        user(person).submits(dialog, Map.of("text", words)).reply();
    }

    @Override
    public void files(Person person, MessageId message, String where) {
        MessageRecord menu =
                user(person).opensMenu("File under…", message(message)).reply();
        String mark = menu.components()
                .findParents("placeholder")
                .getFirst()
                .path("custom_id")
                .asText();
        user(person).picks(menu, mark, where).reply();
    }

    @Override
    public List<Post> posts() {
        return lounge.standing().stream()
                .map(message -> new Post(lounge.id(message), under(message), message.content()))
                .toList();
    }

    /** A thread has the id of the message that it hangs from. */
    private Optional<MessageId> under(MessageRecord message) {
        return message.channel() == lounge.channel
                ? Optional.empty()
                : Optional.of(new MessageId(
                        lounge.room, Long.toString(message.channel().id())));
    }

    @Override
    public boolean hasThread(MessageId post) {
        return message(post).thread() != null;
    }

    @Override
    public List<String> inSight() {
        return lounge.channel.pins().stream().map(MessageRecord::content).toList();
    }

    @Override
    public boolean calendarSays(Calendar calendar) {
        GuildEvent.Status status = switch (calendar) {
            case PLANNED -> GuildEvent.Status.SCHEDULED;
            case RUNNING -> GuildEvent.Status.ACTIVE;
            case OVER -> GuildEvent.Status.COMPLETED;
        };
        List<GuildEvent> events = lounge.guild.events();
        return events.size() == 1 && events.getFirst().status() == status;
    }

    @Override
    public boolean hasReceipt(MessageId message) {
        return message(message)
                .reactions()
                .getOrDefault(FILED, List.of())
                .contains(lounge.discord.bot().name());
    }

    @Override
    public String attached(MessageId post, String file) {
        return message(post).attachments().stream()
                .filter(attachment -> attachment.name().equals(file))
                .map(attachment -> new String(attachment.bytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String withFile(String words, String file, MessageId message) {
        return words + "\n" + file + " " + link(message);
    }

    @Override
    public String bold(String words) {
        return "**" + words + "**";
    }

    @Override
    public String link(MessageId message) {
        String place =
                message.id().contains(".") ? message.id().replace('.', '/') : lounge.channel.id() + "/" + message.id();
        return "https://discord.com/channels/" + lounge.guild.id() + "/" + place;
    }

    @Override
    public boolean isDialog(MessageId message) {
        return message.id().startsWith("i");
    }

    @Override
    public void isTidy() {
        assertThat(lounge.hosts.saidByBot()).hasSize(1);
        assertThat(lounge.channel.history().stream().filter(Lounge::isCard)).hasSize(1);
        assertThat(lounge.channel.threads()).hasSize(5);
    }
}
