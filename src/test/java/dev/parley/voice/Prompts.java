package dev.parley.voice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Reads the prompts of the project as they stand, for tests. */
public final class Prompts {
    private Prompts() {}

    /** A voice that says what these files under {@code prompts/} hold. */
    public static Voice of(String... files) {
        Map<String, String> texts = new HashMap<>();
        for (String file : files) {
            read(file, texts);
        }
        return new Voice(texts);
    }

    private static void read(String file, Map<String, String> texts) {
        try {
            String whole = Files.readString(Path.of("prompts", file + ".md"));
            String body = whole.substring(whole.indexOf("\n---\n", 4) + 5);
            for (String part : body.split("(?m)^## ")) {
                int end = part.indexOf('\n');
                if (end > 0 && !part.isBlank()) {
                    texts.put(
                            file + "/" + part.substring(0, end).strip(),
                            part.substring(end).strip());
                }
            }
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
