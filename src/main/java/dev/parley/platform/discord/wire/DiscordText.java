package dev.parley.platform.discord.wire;

import dev.parley.platform.text.Filling;
import dev.parley.platform.text.LightMarkdown;
import java.util.List;

/**
 * Light Markdown as Discord writes it. Whatever is no markup there is escaped, so that words stay words; addresses stand in angle
 * brackets, so that no previews bury the talk.
 */
public final class DiscordText {

    private DiscordText() {}

    /**
     * The text in as many messages as it needs, one at least.
     *
     * @param markdown light Markdown
     * @param longest how long a message may be, in UTF-16 units
     */
    public static List<String> parts(String markdown, int longest) {
        List<String> parts =
                Filling.of(
                                LightMarkdown.read(markdown),
                                message -> Writing.of(message).length() <= longest)
                        .stream()
                        .map(Writing::of)
                        .filter(part -> !part.isEmpty())
                        .toList();
        return parts.isEmpty() ? List.of("") : parts;
    }
}
