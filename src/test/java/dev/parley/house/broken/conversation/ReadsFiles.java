package dev.parley.house.broken.conversation;

import java.nio.file.Path;

final class ReadsFiles {
    private ReadsFiles() {}

    static boolean isThere(Path file) {
        return file.isAbsolute();
    }
}
