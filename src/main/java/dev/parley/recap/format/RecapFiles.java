package dev.parley.recap.format;

import dev.parley.recap.Recap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A recap as files in a folder. */
public final class RecapFiles {

    private static final String PICTURE = "answers.png";

    private RecapFiles() {}

    /**
     * Writes {@code recap.md}, {@code recap.html}, {@code recap.json}, {@code recap.csv}, {@code answers.svg} and, where there are
     * answers and this machine can draw, {@code answers.png}. Makes the folder where there is none. Whoever reads a file meanwhile
     * sees the old one or the new one, never half of one.
     */
    public static void write(Path folder, Recap recap, Showing showing) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("recap.md", bytes(RecapMarkdown.of(recap, showing)));
        files.put("recap.html", bytes(RecapPage.of(recap, showing)));
        files.put("recap.json", bytes(RecapJson.of(recap)));
        files.put("recap.csv", bytes(RecapCsv.of(recap, showing)));
        files.put("answers.svg", bytes(AnswersChart.of(recap, showing)));
        Optional<byte[]> picture = picture(recap, showing);
        picture.ifPresent(png -> files.put(PICTURE, png));
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            replace(folder, folder.resolve(file.getKey()), file.getValue());
        }
        if (picture.isEmpty()) {
            Files.deleteIfExists(folder.resolve(PICTURE));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Whoever wants files still has the SVG where this machine cannot draw. */
    private static Optional<byte[]> picture(Recap recap, Showing showing) {
        try {
            return AnswersPicture.of(recap, showing);
        } catch (AnswersPicture.Undrawable trouble) {
            return Optional.empty();
        }
    }

    private static void replace(Path folder, Path file, byte[] bytes) throws IOException {
        Path fresh = folder.resolve("." + file.getFileName() + ".new");
        try {
            Files.write(fresh, bytes);
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
