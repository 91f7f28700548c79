package dev.parley;

import dev.parley.voice.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The texts that come with Parley. */
public final class ShippedPrompts {

    private ShippedPrompts() {}

    /** Copies all that Parley says into a folder, without the scripts of chats. */
    public static void copyTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> names = Phrases.all().stream().map(Phrase::file).distinct().toList();
        for (String name : names) {
            Files.copy(Path.of("prompts", name + ".md"), folder.resolve(name + ".md"));
        }
    }
}
