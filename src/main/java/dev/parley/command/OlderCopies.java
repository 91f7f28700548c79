package dev.parley.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Copies of a database and of its keys that lie beside it, in which somebody who was erased can still be found. */
final class OlderCopies {

    /** Folders below the one of the database that are looked into. */
    private static final int DEEP = 4;

    /** What Parley works with itself. */
    private static final Set<String> IN_USE = Set.of("parley.mv.db", "parley.keys", "parley.key", "parley.trace.db");

    /** How files begin that are a database of H2, or people's keys. */
    private static final List<String> BEGINNINGS = List.of("H:2,", "Parley: sealed keys of people");

    private static final List<String> ENDINGS = List.of(
            ".db", ".keys", ".sql", ".dump", ".zip", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".zst", ".7z", ".bak");

    private OlderCopies() {}

    /**
     * Files that may hold an earlier state of the database, in order. What cannot be read is named too where its name says so.
     *
     * @param folder of the database
     */
    static List<Path> in(Path folder) {
        List<Path> copies = new ArrayList<>();
        FileVisitor<Path> visitor = new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                boolean inUse = folder.equals(file.getParent())
                        && IN_USE.contains(file.getFileName().toString());
                if (attributes.isRegularFile() && !inUse && isCopy(file)) {
                    copies.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException trouble) {
                return FileVisitResult.CONTINUE; // a folder of somebody else's
            }
        };
        try {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEEP, visitor);
        } catch (IOException trouble) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read", trouble);
        }
        return copies.stream().sorted().toList();
    }

    private static boolean isCopy(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith)
                || name.contains("parley.mv.db")
                || name.contains("parley.keys")
                || begins(file);
    }

    private static boolean begins(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            String beginning = new String(content.readNBytes(32), StandardCharsets.ISO_8859_1);
            return BEGINNINGS.stream().anyMatch(beginning::startsWith);
        } catch (IOException _) {
            return false;
        }
    }

    /** What is said of them; empty where there are none. */
    static Stream<String> told(List<Path> copies) {
        return copies.isEmpty()
                ? Stream.of()
                : Stream.concat(
                        Stream.of(
                                "These copies are older and may still hold them. Delete them, or restore none of them:"),
                        copies.stream().map(copy -> "  " + copy));
    }
}
