package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.launcher.Shell.Ended;
import dev.parley.launcher.Shell.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    private static final String FEIGNED_BUILD = """
            echo build >> "$PWD/builds"
            mkdir -p target/lib
            echo "[INFO] --- compiler:3 ---"
            %s
            echo jar > target/parley.jar
            """;

    @TempDir
    Path folder;

    private Path home;
    private Path tools;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void aCloneWithAFeignedJavaAndMaven() throws IOException {
        home = Files.createDirectories(folder.resolve("a clone with spaces"));
        tools = folder.resolve("tools");
        Files.copy(Shell.PROJECT.resolve("parley"), home.resolve("parley"));
        Shell.executable(home.resolve("parley"));
        Shell.write(home.resolve("pom.xml"), "<project/>");
        Shell.write(home.resolve("src/main/java/Main.java"), "class Main {}");
        environment.put("JAVA_HOME", java("jdk-25", "25.0.3").toString());
        environment.put("PATH", tools + ":/usr/bin:/bin");
        environment.put("HOME", folder.resolve("nobody").toString());
        maven("");
    }

    @Test
    void buildsWhatIsMissingAndStarts() {
        Ended ended = launch("replay", "my chat.tsv");

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).startsWith("Building Parley, once; this takes a minute or two …\n");
        assertThat(ended.out())
                .contains("[-Dparley.home=" + home + "]")
                .contains("[-XX:+AutoCreateSharedArchive]")
                .contains("[-XX:SharedArchiveFile=" + home + "/target/parley-25.0.3.jsa]")
                .endsWith("[-jar][" + home + "/target/parley.jar][replay][my chat.tsv]\n");
    }

    @Test
    void buildsOnce() {
        launch();
        Ended second = launch();

        assertThat(second.err()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void buildsAgainWhatHasChanged() {
        launch();
        Shell.touch(home.resolve("src/main/java/Main.java"), Instant.now().plusSeconds(1));
        launch();

        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void aSourceThatIsChangedDuringTheBuildIsBuiltTheNextTime() {
        maven("sleep 0.1; touch src/main/java/Main.java");
        launch();
        launch();

        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void showsTheErrorsOfABuildThatFails() {
        maven("echo '[ERROR] Main.java:[1,7] not a statement'; echo '[ERROR] Re-run Maven using -X'; exit 1");
        Ended ended = launch();

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains("Main.java:[1,7] not a statement")
                .doesNotContain("Re-run")
                .endsWith("The whole log is " + home + "/target/build.log\n");
        assertThat(home.resolve("target/parley.jar")).doesNotExist();
    }

    @Test
    void twoAtOnceBuildOnce() {
        maven("sleep 1");
        Running first = Shell.start(folder, environment, home + "/parley");
        Running second = Shell.start(folder, environment, home + "/parley");

        assertThat(Shell.await(first).code()).isZero();
        assertThat(Shell.await(second).code()).isZero();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void saysWhatToInstallWithoutMaven() throws IOException {
        environment.put("PATH", toolsWithout("mvn").toString());
        Ended ended = launch();

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("needs Maven").contains("apt install maven");
    }

    @Test
    void anInstalledCopyOnlyStarts() throws IOException {
        Files.delete(home.resolve("pom.xml"));
        Shell.write(home.resolve("program/parley.jar"), "jar");
        Ended ended = launch("--help");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).endsWith("[-jar][" + home + "/program/parley.jar][--help]\n");
        assertThat(builds()).isZero();
    }

    @Test
    void startsThroughLinksAndKeepsTheWorkingDirectory() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("bin of mine"));
        Files.createSymbolicLink(elsewhere.resolve("second"), Path.of("../a clone with spaces/parley"));
        Files.createSymbolicLink(elsewhere.resolve("parley"), Path.of("second"));
        Ended ended = Shell.run(elsewhere, environment, "./parley");

        assertThat(ended.out()).startsWith(elsewhere + "\n").contains("[-Dparley.home=" + home + "]");
    }

    @Test
    void appendsOptionsForJava() {
        environment.put("PARLEY_JAVA_OPTIONS", "-Xmx1g -Dtopic=*");

        assertThat(launch().out()).contains("[-Xmx1g][-Dtopic=*][-jar]");
    }

    @Test
    void becomesJavaSoThatSignalsReachIt() {
        launch();
        Shell.script(Path.of(environment.get("JAVA_HOME")).resolve("bin/java"), "echo $$; exec sleep 60\n");
        Running running = Shell.start(folder, environment, home + "/parley");
        await().until(() -> Files.size(running.out()) > 0);
        running.process().destroy();
        Ended ended = Shell.await(running);

        assertThat(ended.out()).isEqualTo(running.process().pid() + "\n");
        assertThat(ended.code()).isEqualTo(128 + 15);
    }

    @Test
    void passesTheExitCodeOn() {
        launch();
        Shell.script(Path.of(environment.get("JAVA_HOME")).resolve("bin/java"), "exit 3\n");

        assertThat(launch().code()).isEqualTo(3);
    }

    @Test
    void anOlderJavaHomeGivesWayToTheJavaOnThePath() throws IOException {
        environment.put("JAVA_HOME", java("jdk-17", "17.0.15").toString());
        Path newer = java("jdk-26", "26-ea");
        Files.createSymbolicLink(Files.createDirectories(tools).resolve("java"), newer.resolve("bin/java"));

        assertThat(launch().out()).contains("/target/parley-26-ea.jsa]");
    }

    @Test
    void findsJavaOfSdkman() throws IOException {
        environment.remove("JAVA_HOME");
        environment.put("PATH", toolsWithout("java").toString());
        environment.put("SDKMAN_DIR", folder.resolve("sdkman").toString());
        Files.createDirectories(folder.resolve("sdkman/candidates/java"));
        Files.move(java("here", "27.0.1"), folder.resolve("sdkman/candidates/java/27.0.1-tem"));
        launcherThatKnowsNoJavaOfThisMachine();

        assertThat(launch().out()).contains("/target/parley-27.0.1.jsa]");
    }

    @Test
    void saysWhatToInstallWithoutJava() throws IOException {
        environment.put("JAVA_HOME", java("jdk-17", "17.0.15").toString());
        environment.put("PATH", toolsWithout("java").toString());
        launcherThatKnowsNoJavaOfThisMachine();
        Ended ended = launch();

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("needs a JDK of version 25 or later").contains("set JAVA_HOME");
    }

    private Ended launch(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = home + "/parley";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return Shell.run(folder, environment, command);
    }

    private void maven(String more) {
        Shell.script(tools.resolve("mvn"), FEIGNED_BUILD.formatted(more));
    }

    private Path java(String name, String version) {
        Path java = folder.resolve("javas").resolve(name);
        Shell.write(java.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        Shell.script(java.resolve("bin/java"), "pwd; printf '[%s]' \"$@\"; echo\n");
        Shell.script(java.resolve("bin/javac"), "exit 1\n");
        return java;
    }

    /** A folder with everything that the launcher may call, but not this. */
    private Path toolsWithout(String missing) throws IOException {
        Path some = Files.createDirectories(folder.resolve("some tools"));
        for (String tool :
                ("cat chmod date dirname env find flock grep head kill mkdir perl pwd readlink rm sed sh sleep "
                                + "tail touch printf java mvn")
                        .split(" ")) {
            for (Path from : new Path[] {tools, Path.of("/usr/bin"), Path.of("/bin")}) {
                if (!tool.equals(missing) && Files.exists(from.resolve(tool)) && Files.notExists(some.resolve(tool))) {
                    Shell.script(some.resolve(tool), "exec " + from.resolve(tool) + " \"$@\"\n");
                }
            }
        }
        return some;
    }

    private void launcherThatKnowsNoJavaOfThisMachine() throws IOException {
        Path launcher = home.resolve("parley");
        String known = Files.readString(launcher);
        Files.writeString(launcher, known.replace("/usr/lib/jvm/", "/nowhere/").replace("/opt/java/", "/nowhere/"));
    }

    private long builds() {
        try {
            Path builds = home.resolve("builds");
            return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
        } catch (IOException trouble) {
            throw new java.io.UncheckedIOException(trouble);
        }
    }
}
