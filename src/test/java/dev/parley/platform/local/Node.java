package dev.parley.platform.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Node.js with the packages of a folder of {@code src/test/node}, by its name: what nobody of this project wrote. */
public record Node(String name, Path folder) {
    public static final Node DISCORD = of("discord");
    public static final Node SLACK = of("slack");

    private static Node of(String name) {
        return new Node(name, Path.of("src", "test", "node", name).toAbsolutePath());
    }

    /** Whether node and the packages are there; where {@code CI} is set they must be. */
    public boolean isThere() {
        boolean program = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "node")));
        boolean there = program && Files.isDirectory(folder.resolve("node_modules"));
        if (!there) {
            assertThat(System.getenv("CI")).as(missing()).isNull();
        }
        return there;
    }

    private String missing() {
        return "needs node and, in " + folder + ", npm ci";
    }

    /** A test that cannot do without is skipped where node is missing, but not in a build. */
    public void mustBeThere() {
        Assumptions.assumeTrue(isThere(), this::missing);
    }

    /** A script of the folder, to be started. */
    public ProcessBuilder running(String script, List<String> arguments) {
        ProcessBuilder builder =
                new ProcessBuilder("node", folder.resolve(script).toString());
        builder.command().addAll(arguments);
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
