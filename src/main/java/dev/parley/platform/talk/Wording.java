package dev.parley.platform.talk;

import dev.parley.platform.Letters;
import dev.parley.voice.Voice;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/** Puts words into sayings: phrases as they are, light Markdown cut to a length, and what people typed as nothing but words. */
final class Wording {
    private static final Parser PARSER = Parser.builder().build();
    private static final TextContentRenderer PLAIN = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.STRIP)
            .build();

    /** Between these, writing from right to left stays where it is. */
    private static final String ISOLATED = "\u2068%s\u2069";

    private static final String MARKUP = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private final Voice voice;

    Wording(Voice voice) {
        this.voice = voice;
    }

    /**
     * A phrase.
     *
     * @param values names and what stands for them, in turn
     */
    String say(TalkPhrase phrase, String... values) {
        Map<String, String> filled = new HashMap<>();
        for (int at = 0; at < values.length; at += 2) {
            filled.put(values[at], values[at + 1]);
        }
        return voice.say(phrase, filled);
    }

    /** Light Markdown within other words; where it is longer than this, its words alone, cut. */
    static String within(String markdown, int longest) {
        return markdown.length() <= longest ? markdown : escaped(label(markdown, longest));
    }

    /** What somebody typed, as nothing but words, in one line of at most this length. */
    static String excerpt(String typed, int longest) {
        return ISOLATED.formatted(escaped(line(typed, longest)));
    }

    /** What somebody typed in one line of at most this length. */
    static String line(String typed, int longest) {
        return Letters.shortened(typed.strip().replaceAll("\\s+", " "), longest);
    }

    /** What somebody typed, as nothing but words, in a quote. */
    static String quoted(String typed, int longest) {
        return Letters.shortened(typed, longest)
                .lines()
                .map(line -> "> " + escaped(line.strip()))
                .collect(Collectors.joining("\n"));
    }

    private static String escaped(String line) {
        StringBuilder escaped = new StringBuilder(line.length() + 16);
        line.chars().forEach(letter -> {
            if (MARKUP.indexOf(letter) >= 0) {
                escaped.append('\\');
            }
            escaped.append((char) letter);
        });
        return escaped.toString();
    }

    /** Light Markdown where there is no markup: on buttons, in menus. */
    static String label(String markdown, int longest) {
        String plain = PLAIN.render(PARSER.parse(markdown)).strip();
        return Letters.shortened(plain.isEmpty() ? "…" : plain, longest);
    }
}
