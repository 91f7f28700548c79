package dev.parley.command;

import dev.parley.platform.slack.local.Channel;
import dev.parley.platform.slack.local.LocalSlack;
import dev.parley.platform.slack.local.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A settings file with a room on a local Slack. */
final class OnSlack implements AutoCloseable {

    final LocalSlack slack = LocalSlack.start();
    final Workspace workspace = slack.workspace("Teachers");
    final Channel channel = workspace.channel("lounge");
    private final Path folder;

    OnSlack(Path folder) throws IOException {
        this.folder = folder;
        secret("token", workspace.botToken());
        secret("app-token", slack.appToken());
        secret("signing-secret", slack.signingSecret());
        secret("client-secret", slack.clientSecret());
    }

    /** Puts something else into the file of a secret. */
    Path secret(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** The settings, with other lines below {@code slack:}. */
    Path settings(String... lines) throws IOException {
        return write(channel.id(), lines);
    }

    /** The settings of a room whose workspace installs the app itself. */
    Path several(String... lines) throws IOException {
        return write(workspace.id() + "/" + channel.id(), lines);
    }

    /** The settings of an app without a room. */
    Path withoutRooms() throws IOException {
        return Files.writeString(folder.resolve("parley.yaml"), common());
    }

    private Path write(String room, String... lines) throws IOException {
        String more = lines.length == 0 ? "" : "  " + String.join("\n  ", lines) + "\n";
        return Files.writeString(folder.resolve("parley.yaml"), common() + more + """
                rooms:
                  - {id: lounge, title: Lounge, slack: %s, web: true}
                """.formatted(room));
    }

    private String common() {
        return """
                community: {name: Tests, zone: UTC}
                site: {port: 0, address: "https://chat.example.org"}
                database: {url: "jdbc:h2:file:%s"}
                prompts: %s
                slack:
                  token-file: %s
                  app-token-file: %s
                  signing-secret-file: %s
                  client-secret-file: %s
                  client-id: "%s"
                  api: %s
                """.formatted(
                        folder.resolve("data").resolve("parley"),
                        Path.of("prompts").toAbsolutePath(),
                        folder.resolve("token"),
                        folder.resolve("app-token"),
                        folder.resolve("signing-secret"),
                        folder.resolve("client-secret"),
                        slack.clientId(),
                        slack.api());
    }

    @Override
    public void close() {
        slack.close();
    }
}
