package dev.parley.command;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.Phrases;
import dev.parley.platform.slack.install.Installations.Installed;
import dev.parley.setup.Setup;
import dev.parley.store.Settings;
import dev.parley.store.Store;
import dev.parley.store.Stores;
import dev.parley.web.Client;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace installs the app in a Parley that is up, with its store and its sockets. */
class InstalledOnSlackTest {

    @TempDir
    Path folder;

    private OnSlack there;

    @BeforeEach
    void start() throws IOException {
        there = new OnSlack(folder);
        there.workspace.person("Ada");
    }

    @AfterEach
    void stop() {
        assertThat(there.slack.violations()).isEmpty();
        there.close();
    }

    @Test
    void fromTheInstallationToTheRemoval() throws Exception {
        try (Running running = running()) {
            HttpResponse<String> done = install(running);
            assertThat(done.statusCode()).isEqualTo(200);
            assertThat(done.body())
                    .contains("Parley is installed")
                    .contains("Teachers")
                    .doesNotContain("xoxb");
        }
        String token = there.workspace.botToken();
        assertThat(kept()).extracting(Installed::token).containsExactly(token);
        assertThat(readable(token)).isEmpty();

        try (Running again = running()) {
            await().until(() -> there.slack.sockets() > 0);
            there.workspace.uninstalls();
            await().until(() -> there.slack.deliveries().underWay() == 0);
            assertThat(again.onSlack()).contains("Lounge");
        }
        assertThat(kept()).isEmpty();
    }

    private Running running() throws IOException {
        Setup setup = Setup.read(folder, Optional.of(settings()), Phrases.all()).value();
        return new Running(setup, folder, SettledProgramme::new, InstantSource.system());
    }

    /** Without https, so that the browser of the test sends its cookie. */
    private Path settings() throws IOException {
        Path settings = there.several();
        return Files.writeString(settings, Files.readString(settings).replace("https://chat", "http://chat"));
    }

    private HttpResponse<String> install(Running running) throws IOException, InterruptedException {
        Client browser = new Client(running.address());
        String page =
                browser.get("/slack/install").headers().firstValue("Location").orElseThrow();
        assertThat(page).contains("redirect_uri=http%3A%2F%2Fchat.example.org%2Fslack%2Foauth");
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI back = URI.create(
                    http.send(HttpRequest.newBuilder(URI.create(page)).build(), HttpResponse.BodyHandlers.ofString())
                            .headers()
                            .firstValue("Location")
                            .orElseThrow());
            return browser.get(back.getRawPath() + "?" + back.getRawQuery());
        }
    }

    private List<Installed> kept() {
        try (Store store = Stores.open(Settings.inFolder(folder.resolve("data")))) {
            return new StoredInstallations(store, "Tests").all();
        }
    }

    /** The files in which a secret can be read. */
    private List<Path> readable(String secret) throws IOException {
        try (var files = Files.walk(folder.resolve("data"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> List.of(UTF_8, UTF_16BE, UTF_16LE).stream()
                            .anyMatch(charset -> contains(file, secret, charset)))
                    .toList();
        }
    }

    private static boolean contains(Path file, String secret, Charset charset) {
        try {
            String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return content.contains(new String(secret.getBytes(charset), StandardCharsets.ISO_8859_1));
        } catch (IOException gone) {
            return false;
        }
    }

    @Test
    void aSecretThatIsPlainIsFound() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Path leak = Files.writeString(folder.resolve("data").resolve("leak"), "..xoxb-1..", UTF_16LE);
        assertThat(readable("xoxb-1")).containsExactly(leak);
    }
}
