package dev.parley.voice;

import java.util.Map;

/** What Parley says, in the words of the community that runs it. Immutable. */
public final class Voice {

    private final Map<String, String> texts;

    /**
     * A voice of these texts.
     *
     * @param texts by file and heading, as {@link #place} writes them
     */
    public Voice(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    /** Where a phrase's text is kept: {@code "voice/one minute left"}. */
    public static String place(Phrase phrase) {
        return phrase.file() + "/" + phrase.heading();
    }

    /**
     * The text of a phrase without anything filled in. Throws {@link IllegalArgumentException} where the prompts do not have it,
     * which {@code check} has ruled out.
     */
    public String say(Phrase phrase) {
        return say(phrase, Map.of());
    }

    /**
     * The text of a phrase.
     *
     * @param values what stands for each name in braces; a value is never searched for braces in turn
     */
    public String say(Phrase phrase, Map<String, String> values) {
        String text = texts.get(place(phrase));
        if (text == null) {
            throw new IllegalArgumentException("The prompts have no text for \"" + place(phrase) + "\"");
        }
        StringBuilder said = new StringBuilder();
        int at = 0;
        while (true) {
            int open = text.indexOf('{', at);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (close < 0) {
                return said.append(text, at, text.length()).toString();
            }
            String value = values.get(text.substring(open + 1, close));
            said.append(text, at, open).append(value == null ? text.substring(open, close + 1) : value);
            at = close + 1;
        }
    }
}
