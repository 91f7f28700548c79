package dev.parley.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.platform.discord.local.LocalDiscord;
import dev.parley.platform.discord.wire.Rights;
import dev.parley.voice.Prompts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Parley asks for is one and the same wherever it is told. */
class InvitationTest {
    private static final EnumSet<Permission> ALL = Rights.needed(true);

    private final LocalDiscord discord = LocalDiscord.start();

    @AfterEach
    void stop() {
        discord.close();
    }

    private DiscordSettings settings(URI api, Map<String, DiscordSettings.Room> rooms, Optional<String> panel) {
        return new DiscordSettings(
                discord.token(),
                api,
                Optional.empty(),
                DiscordSettings.Shards.ONE,
                true,
                panel,
                Set.of(),
                Set.of(),
                rooms);
    }

    private long asked(Map<String, DiscordSettings.Room> rooms, Optional<String> panel) {
        String link = DiscordCheck.of(settings(discord.api(), rooms, panel), Prompts.of("discord", "commands"))
                .invitation()
                .toString();
        assertThat(link)
                .startsWith("https://discord.com/oauth2/authorize?client_id=" + discord.applicationId())
                .contains("&scope=bot+applications.commands&");
        Matcher permissions = Pattern.compile("permissions=(\\d+)$").matcher(link);
        assertThat(permissions.find()).isTrue();
        return Long.parseLong(permissions.group(1));
    }

    @Test
    void theLinkAsksForWhatIsCheckedAndNoMore() {
        String room = Long.toString(discord.guild("Teachers").channel("lounge").id());
        assertThat(asked(Map.of(), Optional.empty())).isEqualTo(Permission.getRaw(ALL));
        assertThat(asked(Map.of(room, new DiscordSettings.Room(true)), Optional.empty()))
                .isEqualTo(Permission.getRaw(ALL));
        assertThat(asked(Map.of(room, new DiscordSettings.Room(false)), Optional.of(room)))
                .isEqualTo(Permission.getRaw(Rights.needed(false)))
                .isNotEqualTo(Permission.getRaw(ALL));
        assertThat(ALL).containsAll(Rights.panel()).doesNotContain(Permission.ADMINISTRATOR);
    }

    @Test
    void theReadmeNamesWhatIsChecked() throws IOException {
        String readme = Files.readString(Path.of("README.md")).replaceAll("\\s+", " ");
        Matcher list = Pattern.compile("what Parley needs and no more: ([^.]{1,500})\\.")
                .matcher(readme);
        assertThat(list.find()).isTrue();
        assertThat(new TreeSet<>(List.of(list.group(1).split(", "))))
                .isEqualTo(ALL.stream().map(Rights::named).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void whoDoesNotAnswerAsDiscordDoesIsOutOfReach() {
        assertThatThrownBy(() -> DiscordCheck.of(
                        settings(discord.api().resolve("/nowhere/"), Map.of(), Optional.empty()),
                        Prompts.of("discord", "commands")))
                .isInstanceOfAny(Unreachable.class, Refused.class)
                .hasMessageEndingWith(".");
        discord.revokesToken();
        assertThatThrownBy(() -> DiscordCheck.of(
                        settings(discord.api(), Map.of(), Optional.empty()), Prompts.of("discord", "commands")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("does not know the bot's token");
    }
}
