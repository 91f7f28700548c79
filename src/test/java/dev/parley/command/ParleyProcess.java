package dev.parley.command;

import dev.parley.ShippedPrompts;
import dev.parley.platform.discord.local.Channel;
import dev.parley.platform.discord.local.LocalDiscord;
import dev.parley.platform.discord.local.User;
import dev.parley.platform.slack.SlackPlatform;
import dev.parley.platform.slack.local.Person;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The real process, with a settings file of its own, a room and a quick chat that begins when somebody comes. */
final class ParleyProcess {

    private final Path folder;
    private final URI site;
    private final Path prompts;
    private Process process;
    private String hostLink = "";
    private Optional<Path> clock = Optional.empty();

    ParleyProcess(Path folder, String length) throws IOException {
        this.folder = folder;
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        this.site = URI.create("http://127.0.0.1:" + port);
        prompts = folder.resolve("prompts");
        ShippedPrompts.copyTo(prompts);
        Files.writeString(prompts.resolve("quick.md"), """
                ---
                kind: chat
                title: A quick chat
                pace:
                  introductions: 5m
                  closing: 5m
                ---

                ## Welcome
                Welcome to the quick chat.

                ## Introductions
                Who is there?

                ## Q1
                What is the first matter?

                ## Q2
                What is the second matter?

                ## Q3
                What is the third matter?

                ## Q4
                What is the fourth matter?

                ## Q5
                What is the fifth matter?

                ## Closing
                What stays with you?
                """);
        Files.writeString(settings(), """
                community: {name: Tests, zone: UTC}
                site: {port: %d}
                database: {url: "jdbc:h2:file:%s"}
                prompts: %s
                rooms: [{id: commons, title: Commons}]
                series: [{id: quick, title: Quick chats, length: %s, rooms: [commons], scripts: [quick], slow: 1h, readers: public}]
                """.formatted(port, folder.resolve("data").resolve("parley"), prompts, length));
    }

    /** Holds the chat in a channel of Discord instead, where it is an hour away: a host can open it there before its time. */
    ParleyProcess onDiscord(LocalDiscord discord, Channel channel, User host, String length) throws IOException {
        Path token = Files.writeString(folder.resolve("token"), discord.token());
        held(
                """
                discord: {token-file: %s, api: "%s", gateway: "%s", hosts: ["user:%d"]}
                rooms: [{id: lounge, title: Lounge, discord: "%d"}]
                """.formatted(token, discord.api(), discord.gateway(), host.id(), channel.id()),
                length,
                Instant.now().plus(Duration.ofHours(1)));
        return this;
    }

    /**
     * Holds the chat in a channel of Slack instead, which brings what happens there in one of its two ways.
     *
     * @param begins in the same minute at the latest
     */
    ParleyProcess onSlack(OnSlack there, String delivery, Person host, String length, Instant begins)
            throws IOException {
        held(
                """
                slack:
                  token-file: %s
                  app-token-file: %s
                  signing-secret-file: %s
                  api: %s
                  delivery: %s
                  hosts: ["user:%s"]
                rooms: [{id: lounge, title: Lounge, slack: %s}]
                """.formatted(
                                there.secret("token", there.workspace.botToken()),
                                there.secret("app-token", there.slack.appToken()),
                                there.secret("signing-secret", there.slack.signingSecret()),
                                there.slack.api(),
                                delivery,
                                host.id(),
                                there.channel.id()),
                length,
                begins);
        if (delivery.equals("http")) {
            there.slack.deliversTo(site.resolve(SlackPlatform.ADDRESS));
        }
        return this;
    }

    private void held(String where, String length, Instant begins) throws IOException {
        ZonedDateTime time = begins.atZone(ZoneOffset.UTC);
        Files.writeString(
                settings(),
                """
                community: {name: Tests, zone: UTC}
                site: {port: %d}
                database: {url: "jdbc:h2:file:%s"}
                prompts: %s
                """.formatted(site.getPort(), data().resolve("parley"), prompts)
                        + where
                        + """
                series:
                  - id: quick
                    title: Quick chats
                    length: %s
                    rooms: [lounge]
                    scripts: [quick]
                    weekly: {day: %s, time: "%s", zone: UTC, from: %s}
                    announcements: []
                    slow: 1h
                    readers: public
                    warn-weeks: 0
                """.formatted(
                                        length,
                                        time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                                        DateTimeFormatter.ofPattern("HH:mm").format(time),
                                        time.toLocalDate()));
    }

    /** Goes by the clock in this file instead of the system's. */
    ParleyProcess by(Path clockFile) {
        clock = Optional.of(clockFile);
        return this;
    }

    Path settings() {
        return folder.resolve("parley.yaml");
    }

    Path data() {
        return folder.resolve("data");
    }

    URI site() {
        return site;
    }

    String hostLink() {
        return hostLink;
    }

    /** Starts it and waits until it serves. */
    void start() throws IOException {
        process = new ProcessBuilder(command("--config", settings().toString()))
                .redirectErrorStream(true)
                .start();
        // a test that fails leaves nothing running
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        while (true) {
            String line = said.readLine();
            if (line == null) {
                throw new IOException("Parley ended at its start: " + lines);
            }
            lines.add(line);
            if (line.startsWith("For hosts: ")) {
                hostLink = line.substring("For hosts: ".length()).split(" ")[0];
                break;
            }
        }
        Thread.ofVirtual().start(() -> said.lines().forEach(line -> {}));
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        clock.ifPresent(file -> command.add("-Dclock=" + file));
        command.add(clock.isPresent() ? ByHand.class.getName() : "dev.parley.Main");
        command.addAll(List.of(arguments));
        return command;
    }

    /** What a command printed, and how it ended. */
    record Done(int code, String printed) {}

    /** Runs another command against the same settings. */
    Done run(String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--config");
        all.add(settings().toString());
        Process other = new ProcessBuilder(command(all.toArray(String[]::new)))
                .redirectErrorStream(true)
                .start();
        other.getOutputStream().close();
        String printed = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Done(other.waitFor(), printed);
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** As Ctrl-C does. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("Parley does not stop when it is asked to");
        }
        return process.exitValue();
    }
}
