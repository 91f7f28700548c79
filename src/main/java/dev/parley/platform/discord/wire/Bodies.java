package dev.parley.platform.discord.wire;

import dev.parley.platform.Attachment;
import dev.parley.platform.Choice;
import dev.parley.platform.Letters;
import dev.parley.platform.Outgoing;
import dev.parley.voice.Voice;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Messages as Discord is told them. Nothing of ours ever pings anybody, whatever words are in it; an edit must say so again. */
public final class Bodies {
    /** The mark on a button under a question that opens the answer's dialog. */
    static final String ANSWER = "answer.";

    /** The mark on a button that says where the chat stands. */
    static final String WHERE = "where.";

    /** What Discord takes in one message. */
    public static final int LONGEST = 2_000;

    /** Discord takes five. */
    private static final int BUTTONS_IN_A_ROW = 5;

    /** The longest label of a button. */
    private static final int LABEL = 80;

    private static final int REPLY = 19;
    private static final int DESCRIPTION = 1_024;

    private final Voice voice;

    /** With buttons in the words of a community. */
    public Bodies(Voice voice) {
        this.voice = voice;
    }

    /** A message, or what one says from now on. */
    public static DataObject saying(String content) {
        return DataObject.empty()
                .put("content", content)
                .put("allowed_mentions", DataObject.empty().put("parse", DataArray.empty()));
    }

    /** A message that is posted once, however often it is sent. */
    public static DataObject once(DataObject body, String nonce) {
        return body.put("nonce", nonce).put("enforce_nonce", true);
    }

    /** A message that goes on with another one of its place; whether or not that still stands. */
    public static DataObject replying(DataObject body, String message) {
        return body.put(
                "message_reference",
                DataObject.empty().put("message_id", message).put("fail_if_not_exists", false));
    }

    /** The message that a message replies to. */
    public static Optional<String> repliesTo(DataObject message) {
        return message.optObject("message_reference")
                .filter(_ -> message.getInt("type", 0) == REPLY)
                .map(reference -> reference.getString("message_id", ""));
    }

    /** What goes under a post. Its marks are made of the post's key, so that it is known again. */
    public DataArray under(Outgoing post) {
        return switch (post.tone()) {
            case QUESTION -> buttons(Nonce.of(post.key()));
            case PLAIN, RECAP -> choices(post.choices());
        };
    }

    /** Buttons by which something can be chosen, in as many rows as they need. */
    public static DataArray choices(List<Choice> choices) {
        DataArray rows = DataArray.empty();
        for (int from = 0; from < choices.size(); from += BUTTONS_IN_A_ROW) {
            List<Choice> some = choices.subList(from, Math.min(choices.size(), from + BUTTONS_IN_A_ROW));
            rows.add(ActionRow.of(some.stream().map(Bodies::button).toList()));
        }
        return rows;
    }

    private static Button button(Choice choice) {
        ButtonStyle style = switch (choice.style()) {
            case MAIN -> ButtonStyle.PRIMARY;
            case OTHER -> ButtonStyle.SECONDARY;
            case ENDING -> ButtonStyle.DANGER;
        };
        return Button.of(style, choice.mark(), Letters.shortened(choice.label(), LABEL));
    }

    private DataArray buttons(String mark) {
        ActionRow row = ActionRow.of(
                Button.primary(ANSWER + mark, voice.say(DiscordPhrase.ANSWER)),
                Button.secondary(WHERE + mark, voice.say(DiscordPhrase.WHERE)));
        return DataArray.empty().add(row);
    }

    /** A button that says where the chat stands, with a mark of its own. */
    public DataArray where(String mark) {
        return DataArray.empty().add(ActionRow.of(Button.secondary(WHERE + mark, voice.say(DiscordPhrase.WHERE))));
    }

    /** Files as they are sent. */
    public static List<FileUpload> files(Collection<Attachment> attachments) {
        return attachments.stream()
                .map(file -> FileUpload.fromData(file.bytes(), file.name()).setDescription(described(file)))
                .toList();
    }

    private static String described(Attachment file) {
        return Letters.shortened(file.description(), DESCRIPTION);
    }

    /** Adds to a body what Discord wants to know of its files beforehand. */
    public static DataObject announcing(DataObject body, List<FileUpload> files) {
        if (files.isEmpty()) {
            return body;
        }
        DataArray announced = DataArray.empty();
        for (int at = 0; at < files.size(); at++) {
            announced.add(files.get(at).toAttachmentData(at));
        }
        return body.put("attachments", announced);
    }

    /** The mark that a message of ours carries in its buttons, if it has any. */
    public static Optional<String> mark(DataObject message) {
        return marks(message)
                .filter(id -> id.startsWith(ANSWER) || id.startsWith(WHERE))
                .map(id -> id.substring(id.indexOf('.') + 1))
                .findFirst();
    }

    /** What the buttons of a message are marked with. */
    public static Stream<String> marks(DataObject message) {
        return message.optArray("components").stream()
                .flatMap(rows -> rows.stream(DataArray::getObject))
                .flatMap(row -> row.optArray("components").stream())
                .flatMap(parts -> parts.stream(DataArray::getObject))
                .map(part -> part.getString("custom_id", ""));
    }
}
