package dev.parley.platform.discord;

import dev.parley.platform.text.Letters;
import dev.parley.voice.Voice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/** Puts words into answers: phrases as they are, light Markdown as Discord writes it, and what people typed as nothing but words. */
final class Wording {
    private static final Parser PARSER = Parser.builder().build();
    private static final TextContentRenderer PLAIN = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.STRIP)
            .build();

    /** What would be an item of a list. */
    private static final Pattern NUMBERED = Pattern.compile("(?m)^( {0,3}\\d{1,9})\\.");

    /** Between these, writing from right to left stays where it is. */
    private static final String ISOLATED = "\u2068%s\u2069";

    private static final String FENCE = "```";
    private static final int IN_FENCES = Posts.LONGEST - 20;

    private final Voice voice;

    Wording(Voice voice) {
        this.voice = voice;
    }

    String say(CommandPhrase phrase) {
        return voice.say(phrase);
    }

    /**
     * A phrase.
     *
     * @param values names and what stands for them, in turn
     */
    String say(CommandPhrase phrase, String... values) {
        Map<String, String> filled = new HashMap<>();
        for (int at = 0; at < values.length; at += 2) {
            filled.put(values[at], values[at + 1]);
        }
        return voice.say(phrase, filled);
    }

    /** Light Markdown, in as many messages as it needs. */
    static Saying shown(String markdown) {
        return new Saying(DiscordText.parts(markdown, Posts.LONGEST), List.of());
    }

    /** Light Markdown within other words, cut to a length. */
    static String within(String markdown, int longest) {
        List<String> parts = DiscordText.parts(markdown, Posts.LONGEST);
        return DiscordText.shortened(parts.getFirst() + (parts.size() > 1 ? "…" : ""), longest);
    }

    /** What somebody typed, as nothing but words, in one line of at most this length. */
    static String excerpt(String typed, int longest) {
        String line = DiscordText.shortened(typed.strip().replaceAll("\\s+", " "), longest);
        return ISOLATED.formatted(escaped(line));
    }

    /** What somebody typed, as nothing but words. */
    static String escaped(String typed) {
        StringBuilder shown = new StringBuilder();
        boolean begins = true;
        for (String letter : Letters.of(typed)) {
            shown.append(Escape.letter(letter, begins));
            begins = letter.equals("\n");
        }
        return NUMBERED.matcher(shown).replaceAll("$1\\\\.");
    }

    /** Light Markdown where Discord shows no markup: on buttons, in menus. */
    static String label(String markdown, int longest) {
        String plain = PLAIN.render(PARSER.parse(markdown)).strip();
        return DiscordText.shortened(plain.isEmpty() ? "…" : plain, longest);
    }

    /** What somebody typed, given back letter by letter, to copy. */
    static Saying givenBack(String why, String typed) {
        List<String> parts = new ArrayList<>(List.of(why));
        StringBuilder part = new StringBuilder();
        for (String letter : Letters.of(typed.replace(FENCE, "`\u200b`\u200b`"))) {
            if (part.length() + letter.length() > IN_FENCES) {
                parts.add(fenced(part));
            }
            part.append(letter);
        }
        parts.add(fenced(part));
        return new Saying(parts, List.of());
    }

    private static String fenced(StringBuilder part) {
        String fenced = FENCE + "\n" + part + "\n" + FENCE;
        part.setLength(0);
        return fenced;
    }
}
