package dev.parley.platform.slack.wire;

import com.google.gson.JsonObject;
import dev.parley.platform.text.Filling;
import dev.parley.platform.text.LightMarkdown;
import dev.parley.platform.text.Paragraph;
import java.util.List;

/**
 * Light Markdown as Slack shows it: in blocks of {@code rich_text}. In Slack's older {@code mrkdwn} there is no way to write a star or an
 * underscore that is only that, and a mark counts only where a word begins; in {@code rich_text} words are never read as markup or as a
 * mention, and marks may begin anywhere. The plain text beside it, for notifications, readers of screens and Slack-like servers that know
 * no blocks, has its {@code &}, {@code <} and {@code >} escaped.
 */
public final class SlackText {

    /** The longest text of a message, in UTF-16 units as they are shown: less than the 3,000 that Slack takes in a section. */
    public static final int LONGEST = 2_900;

    private SlackText() {}

    /**
     * One message.
     *
     * @param block what is shown, a block of {@code rich_text}
     * @param text the same in plain words, escaped
     */
    public record Part(JsonObject block, String text) {}

    /**
     * The text in as many messages as it needs, one at least.
     *
     * @param markdown light Markdown
     */
    public static List<Part> parts(String markdown) {
        return Filling.of(
                        LightMarkdown.read(markdown),
                        message -> Weight.of(message).fits())
                .stream()
                .map(SlackText::part)
                .toList();
    }

    /** The beginning of the text, in one message. */
    public static Part beginning(String markdown) {
        List<Part> parts = parts(markdown);
        return parts.getFirst();
    }

    /** Words that are no markup, escaped for a {@code text} of Slack's. */
    public static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Part part(List<Paragraph> paragraphs) {
        return new Part(RichText.of(paragraphs), PlainWords.of(paragraphs));
    }
}
