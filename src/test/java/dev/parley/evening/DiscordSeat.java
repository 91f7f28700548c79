package dev.parley.evening;

import static org.awaitility.Awaitility.await;

import dev.parley.platform.Account;
import dev.parley.platform.Order;
import dev.parley.platform.discord.local.Interaction;
import dev.parley.platform.discord.local.MessageRecord;
import dev.parley.platform.discord.local.Modal;
import dev.parley.platform.discord.local.User;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Somebody on Discord. */
record DiscordSeat(Lounge lounge, User user) implements Seat {

    @Override
    public Account account() {
        return Lounge.account(user);
    }

    @Override
    public String name() {
        return user.name();
    }

    @Override
    public Told orders(Order.Kind kind, String text) {
        String command = "/coaching " + kind.name().toLowerCase(Locale.ROOT);
        Map<String, Object> options = switch (kind) {
            case MEET -> Map.of("when", text);
            case TRY, NEED -> Map.of("what", text);
            case CLOCK -> Map.of("text", text);
            case OVERVIEW, PARTNER, REFLECT, GOAL, JOURNAL, LEAVE -> Map.of();
        };
        return told(user.runs(lounge.channel, command, options).reply());
    }

    /** Proposes a partnership to somebody else here. */
    Told proposes(DiscordSeat other, String cycle) {
        return told(user.runs(lounge.channel, "/coaching partner", Map.of("with", other.user, "cycle", cycle))
                .reply());
    }

    @Override
    public Told presses(Told on, String label) {
        MessageRecord shown = (MessageRecord) on.shown();
        int versions = shown.versions().size();
        Interaction press = user.pressesLabel(shown, label);
        if (!shown.isEphemeral()) {
            return told(press.reply());
        }
        press.acknowledged();
        await().until(() -> shown.versions().size() > versions);
        return told(shown);
    }

    @Override
    public Told fills(Told on, String label, Map<String, String> fields) {
        Modal form = user.pressesLabel((MessageRecord) on.shown(), label).modal();
        return told(user.submits(form, fields).reply());
    }

    @Override
    public Object writes(String words) {
        return received(user.dm(words));
    }

    @Override
    public Object replies(Told to, String words) {
        return received(user.replies((MessageRecord) to.shown(), words));
    }

    private static MessageRecord received(MessageRecord message) {
        await().until(() -> message.reactions().containsKey("✅"));
        return message;
    }

    @Override
    public void edits(Object written, String words) {
        user.edits((MessageRecord) written, words);
    }

    @Override
    public void deletes(Object written) {
        user.deletes((MessageRecord) written);
    }

    @Override
    public List<Told> letters() {
        return user.inbox().stream()
                .filter(message -> message.author().equals(lounge.discord.bot()))
                .map(DiscordSeat::told)
                .toList();
    }

    @Override
    public List<String> inPublic() {
        return Stream.concat(
                        lounge.channel.saidByBot().stream(),
                        lounge.channel.threads().stream().flatMap(thread -> thread.saidByBot().stream()))
                .map(MessageRecord::content)
                .toList();
    }

    private static Told told(MessageRecord message) {
        return new Told(message.content(), message.buttons(), message);
    }
}
