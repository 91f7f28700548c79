package dev.parley.platform.discord.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Node.js with the packages of {@code src/test/node/discord}: what nobody of this project wrote. */
final class Node {
    static final Path FOLDER = Path.of("src", "test", "node", "discord").toAbsolutePath();

    private Node() {}

    static boolean isThere() {
        boolean program = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
        boolean there = program && Files.isDirectory(FOLDER.resolve("node_modules"));
        if (!there) {
            assertThat(System.getenv("CI")).as(missing()).isNull();
        }
        return there;
    }

    private static String missing() {
        return "needs node and, in " + FOLDER + ", npm ci";
    }

    /** A test that cannot do without is skipped where node is missing, but not in a build. */
    static void mustBeThere() {
        Assumptions.assumeTrue(isThere(), Node::missing);
    }

    static ProcessBuilder running(String script, List<String> arguments) {
        ProcessBuilder builder =
                new ProcessBuilder("node", FOLDER.resolve(script).toString());
        builder.command().addAll(arguments);
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
