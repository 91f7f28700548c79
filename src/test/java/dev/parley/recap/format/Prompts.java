package dev.parley.recap.format;

import dev.parley.voice.Voice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the shipped words, well enough for a test. */
final class Prompts {

    private Prompts() {}

    static Showing showing() {
        return new Showing(new Voice(texts()), ZoneId.of("America/Chicago"), Locale.UK);
    }

    static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        try {
            for (String section : Files.readString(Path.of("prompts/recap.md")).split("(?m)^## ")) {
                int line = section.indexOf('\n');
                texts.put(
                        "recap/" + section.substring(0, line),
                        section.substring(line).strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        texts.keySet().removeIf(key -> key.endsWith("---"));
        return texts;
    }
}
