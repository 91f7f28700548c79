package dev.parley.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is true of the project's files as text. */
class FilesTest {

    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Set<String> NOT_OURS = Set.of(".git", "target", "data", "node_modules", ".idea", ".vscode");

    /** Hosts that packages come from: a build asks those that its machine is set up for, and no others. */
    private static final Pattern REGISTRY = Pattern.compile(
            "(?:repo\\d?\\.maven|registry\\.(?:npm|yarn)|pypi\\.|deb\\.debian|artifactory|nexus\\.)[a-z0-9-]*[./]");

    /** Folders of whoever wrote a file; in two pieces, since this file is read as well. */
    private static final List<String> MACHINE = List.of("/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/");

    /** A public type, at whatever depth. */
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "public (?:(?:static|final|abstract|sealed|non-sealed) )*(?:class|interface|record|enum|@interface) .*");

    @Test
    void noFileNamesARegistryOrAFolderOfSomebodysMachine() throws IOException {
        assertThat(files()).hasSizeGreaterThan(50);
        assertThat(found(files(), FilesTest::troubles)).isEmpty();
    }

    @Test
    void aRegistryOrAFolderOfAMachineIsSeen() {
        assertThat(troubles("<url>https://repo1." + "maven.org/maven2</url>")).hasSize(1);
        assertThat(troubles("\"resolved\": \"https://registry." + "npmjs.org/uplot\""))
                .hasSize(1);
        assertThat(troubles("see " + MACHINE.getFirst() + "notes.md")).hasSize(1);
        assertThat(troubles("http://maven.apache.org/POM/4.0.0 and docs/network/hints"))
                .isEmpty();
    }

    @Test
    void everyPublicTypeSaysWhatItIs() throws IOException {
        List<Path> sources = files().stream()
                .filter(file -> file.startsWith(PROJECT.resolve("src/main/java"))
                        && file.toString().endsWith(".java"))
                .toList();

        assertThat(sources).hasSizeGreaterThan(50);
        assertThat(found(sources, FilesTest::undocumented)).isEmpty();
    }

    @Test
    void aTypeWithoutACommentIsSeen() {
        assertThat(undocumented("import a.B;\n\npublic final class C {\n")).containsExactly("public final class C {");
        assertThat(undocumented("/** A thing. */\n@Deprecated\npublic record C() {\n\n    public enum D {\n"))
                .containsExactly("public enum D {");
        assertThat(undocumented("/** A thing. */\n@Command(\n        name = \"c\")\npublic final class C {\n"))
                .isEmpty();
        assertThat(undocumented("/**\n * A thing.\n */\npublic sealed interface C {\n"))
                .isEmpty();
    }

    private static List<String> troubles(String text) {
        List<String> troubles = new ArrayList<>();
        REGISTRY.matcher(text).results().forEach(found -> troubles.add(found.group()));
        MACHINE.stream().filter(text::contains).forEach(troubles::add);
        return troubles;
    }

    private static List<String> undocumented(String source) {
        List<String> found = new ArrayList<>();
        String before = "";
        int annotation = 0;
        for (String line : source.lines().map(String::strip).toList()) {
            if (PUBLIC_TYPE.matcher(line).matches() && !before.endsWith("*/")) {
                found.add(line);
            }
            if (annotation > 0 || line.startsWith("@")) {
                annotation += count(line, '(') - count(line, ')');
            } else if (!line.isEmpty()) {
                before = line;
            }
        }
        return found;
    }

    private static int count(String line, char which) {
        return (int) line.chars().filter(character -> character == which).count();
    }

    private static List<String> found(List<Path> files, Function<String, List<String>> troubles) {
        return files.stream()
                .flatMap(file ->
                        troubles.apply(text(file)).stream().map(trouble -> PROJECT.relativize(file) + ": " + trouble))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(PROJECT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean ours = !NOT_OURS.contains(String.valueOf(folder.getFileName()));
                return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                boolean link = file.equals(PROJECT.resolve(".git"));
                if (!link && attributes.isRegularFile() && !file.toString().endsWith(".jsa")) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
