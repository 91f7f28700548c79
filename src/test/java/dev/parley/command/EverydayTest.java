package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator's and a host's day with the real process: its links, its desk, erasing, stopping and starting again. */
class EverydayTest {

    private static final String ROOM = "/room/commons";

    @TempDir
    Path folder;

    @Test
    void theProcessServesItsPeople() throws Exception {
        ParleyProcess parley = new ParleyProcess(folder, "10m");
        assertThat(parley.run("desk").code()).isEqualTo(1);
        parley.start();

        Guest ida = join(parley, "Ida Marmalade");
        Guest bo = join(parley, "Bo Plumstone");
        await().atMost(Duration.ofSeconds(20)).until(() -> ida.page(ROOM).text().contains("Welcome to the quick chat"));
        say(ida, "A1: the unforgettable kumquat sentence");
        say(bo, "A1: the regrettable persimmon sentence");
        say(ida, "A1: <script>alert('x')</script> & @everyone [x](javascript:alert(1))");
        assertThat(ida.get(ROOM).body()).doesNotContain("<script>alert").doesNotContain("href=\"javascript");

        Guest host = new Guest(parley.site());
        URI link = URI.create(parley.hostLink());
        assertThat(host.send(link.getPath(), link.getPath(), Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(host.send("/", "/join", Map.of("name", "Hosty")).statusCode())
                .isEqualTo(303);
        assertThat(host.page("/desk").text()).contains("A quick chat");
        assertThat(ida.get("/desk").statusCode()).isEqualTo(403);
        Guest late = new Guest(parley.site());
        assertThat(late.page(link.getPath()).select("form[action^=/host/]")).isEmpty();
        ParleyProcess.Done again = parley.run("desk");
        assertThat(again.code()).isZero();
        assertThat(again.printed()).contains(parley.site() + "/host/");

        assertThat(parley.run("erase", "Bo Plumstone", "--yes").code()).isZero();
        assertThat(parley.run("erase", "Bo Plumstone", "--yes").code()).isEqualTo(1);
        assertThat(ida.page(ROOM).text()).doesNotContain("persimmon").doesNotContain("Plumstone");
        assertThat(ida.send("/mine/erase", "/mine/erase", Map.of()).statusCode())
                .isIn(200, 303);
        assertThat(host.page(ROOM).text()).doesNotContain("kumquat").doesNotContain("Marmalade");
        say(host, "A1: what stays");
        parley.kill();

        assertThat(held("kumquat")).isFalse();
        assertThat(held("Marmalade")).isFalse();
        assertThat(held("persimmon")).isFalse();
        assertThat(held("Plumstone")).isFalse();
        assertThat(parley.run("erase", "Nobody", "--yes").code()).isEqualTo(1);

        parley.start();
        assertThat(host.page(ROOM).text())
                .contains("what stays")
                .doesNotContain("kumquat")
                .doesNotContain("persimmon");
        parley.stop();
        assertThat(Files.exists(parley.data().resolve("running.json"))).isFalse();
    }

    private static Guest join(ParleyProcess parley, String name) throws IOException, InterruptedException {
        Guest guest = new Guest(parley.site());
        assertThat(guest.send("/", "/join", Map.of("name", name)).statusCode()).isEqualTo(303);
        return guest;
    }

    private static void say(Guest guest, String text) throws IOException, InterruptedException {
        assertThat(guest.send(ROOM, "/say", Map.of("text", text)).statusCode()).isEqualTo(303);
    }

    /** Whether any file of the data folder holds these bytes. */
    private boolean held(String words) throws IOException {
        byte[] plain = words.getBytes(StandardCharsets.UTF_8);
        byte[] wide = words.getBytes(StandardCharsets.UTF_16BE);
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (bytes.contains(new String(plain, StandardCharsets.ISO_8859_1))
                        || bytes.contains(new String(wide, StandardCharsets.ISO_8859_1))) {
                    return true;
                }
            }
        }
        return false;
    }
}
