package dev.parley.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs in a test and says what they said. */
final class Shell {

    /** The folder of the project. */
    static final Path PROJECT = Path.of("").toAbsolutePath();

    private Shell() {}

    /**
     * How a program ended.
     *
     * @param code its exit code
     */
    record Ended(int code, String out, String err) {}

    static Ended run(Path workingDirectory, Map<String, String> environment, String... command) {
        return await(start(workingDirectory, environment, command));
    }

    static Running start(Path workingDirectory, Map<String, String> environment, String... command) {
        try {
            Path out = Files.createTempFile("parley", ".out");
            Path err = Files.createTempFile("parley", ".err");
            ProcessBuilder builder = new ProcessBuilder(Arrays.asList(command))
                    .directory(workingDirectory.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().keySet().removeAll(List.of("JAVA_HOME", "PARLEY_JAVA_OPTIONS", "SDKMAN_DIR"));
            builder.environment().putAll(environment);
            return new Running(builder.start(), out, err);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    static Ended await(Running running) {
        try {
            if (!running.process().waitFor(60, TimeUnit.SECONDS)) {
                running.process().destroyForcibly();
                throw new AssertionError("It did not end: " + Files.readString(running.err()));
            }
            return new Ended(
                    running.process().exitValue(), Files.readString(running.out()), Files.readString(running.err()));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    record Running(Process process, Path out, Path err) {}

    static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    static Path script(Path file, String text) {
        return executable(write(file, "#!/bin/sh\n" + text));
    }

    static Path executable(Path file) {
        try {
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    static void touch(Path file, Instant at) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(at));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
