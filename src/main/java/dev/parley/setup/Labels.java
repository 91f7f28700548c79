package dev.parley.setup;

import java.nio.file.Path;

/** Names files as the operator would. */
final class Labels {

    private Labels() {}

    /** A file's path, shortened where it lies below the folder in which the operator stands. */
    static String of(Path file) {
        Path here = Path.of("").toAbsolutePath().normalize();
        Path whole = file.toAbsolutePath().normalize();
        return whole.startsWith(here) && !whole.equals(here)
                ? here.relativize(whole).toString()
                : file.toString();
    }
}
