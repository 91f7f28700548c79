package dev.parley.command;

import dev.parley.platform.discord.local.Channel;
import dev.parley.platform.discord.local.Guild;
import dev.parley.platform.discord.local.LocalDiscord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** A settings file with a room on a local Discord, in which a chat begins this minute. */
final class OnDiscord implements AutoCloseable {

    final LocalDiscord discord = LocalDiscord.start();
    final Guild guild = discord.guild("Teachers");
    final Channel channel = guild.channel("lounge");
    private final Path folder;
    private final Path token;

    OnDiscord(Path folder) throws IOException {
        this.folder = folder;
        this.token = folder.resolve("token");
        tokenIs(discord.token());
    }

    void tokenIs(String text) throws IOException {
        Files.writeString(token, text);
    }

    /** The settings, with other lines below {@code discord:}. */
    Path settings(String... lines) throws IOException {
        return write("""
                rooms:
                  - {id: lounge, title: Lounge, discord: "%d"}
                """.formatted(channel.id()) + "series:\n" + series("[lounge]"), lines);
    }

    /** The settings of a bot without a room. */
    Path withoutRooms() throws IOException {
        return write("");
    }

    private Path write(String rooms, String... lines) throws IOException {
        String more = lines.length == 0 ? "" : "  " + String.join("\n  ", lines) + "\n";
        return Files.writeString(
                folder.resolve("parley.yaml"),
                """
                community: {name: Tests, zone: UTC}
                site: {port: 0, address: "http://chat.example.org"}
                database: {url: "jdbc:h2:file:%s"}
                prompts: %s
                discord:
                  token-file: %s
                  api: %s
                  gateway: %s
                """.formatted(
                                        folder.resolve("data").resolve("parley"),
                                        Path.of("prompts").toAbsolutePath(),
                                        token,
                                        discord.api(),
                                        discord.gateway())
                        + more
                        + rooms);
    }

    private static String series(String rooms) {
        var now = Instant.now().atZone(ZoneOffset.UTC);
        return """
                  - id: evening
                    title: Evening
                    rooms: %s
                    weekly: {day: %s, time: %s, zone: UTC, from: %s}
                    scripts: [partnership]
                    warn-weeks: 0
                """.formatted(
                        rooms,
                        now.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                        DateTimeFormatter.ofPattern("HH:mm").format(now),
                        now.toLocalDate());
    }

    @Override
    public void close() {
        discord.close();
    }
}
