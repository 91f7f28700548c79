package dev.parley.recap.format;

import dev.parley.recap.Recap;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** A recap as files in a folder. */
public final class RecapFiles {

    private RecapFiles() {}

    /**
     * Writes {@code recap.md}, {@code recap.html}, {@code recap.json}, {@code recap.csv} and {@code answers.svg}. Makes the folder
     * where there is none. Whoever reads a file meanwhile sees the old one or the new one, never half of one.
     */
    public static void write(Path folder, Recap recap, Showing showing) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("recap.md", RecapMarkdown.of(recap, showing));
        files.put("recap.html", RecapPage.of(recap, showing));
        files.put("recap.json", RecapJson.of(recap));
        files.put("recap.csv", RecapCsv.of(recap, showing));
        files.put("answers.svg", AnswersChart.of(recap, showing));
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            replace(folder, folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static void replace(Path folder, Path file, String text) throws IOException {
        Path fresh = folder.resolve("." + file.getFileName() + ".new");
        try {
            Files.writeString(fresh, text);
            try {
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
