package dev.parley.command;

import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.platform.discord.DiscordCheck;
import dev.parley.platform.discord.DiscordSettings;
import dev.parley.setup.Configuration;
import dev.parley.setup.Configuration.Room;
import dev.parley.setup.DiscordBot;
import dev.parley.setup.Setup;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Discord says about the bot that the settings name. */
sealed interface DiscordOutlook extends PlatformOutlook {

    /**
     * Asks Discord.
     *
     * @param asked whether that is all that is wanted; then a bot without rooms is looked at as well, and is not well
     * @param environment the variables of the process
     * @return empty where the settings do not name Discord, and nobody asked
     */
    static Optional<DiscordOutlook> of(Setup setup, boolean asked, Map<String, String> environment) {
        Configuration configuration = setup.configuration();
        List<Room> rooms = Discords.rooms(configuration);
        if (!asked && rooms.isEmpty()) {
            return Optional.empty();
        }
        Optional<DiscordSettings> settings = Discords.find(configuration, environment);
        if (settings.isEmpty()) {
            String why = rooms.isEmpty()
                    ? "The token of a bot is not here. " + DiscordBot.TOKEN_REMEDY
                    : Discords.noToken(rooms);
            return Optional.of(new NotAsked(why, !asked));
        }
        try {
            return Optional.of(new Asked(
                    DiscordCheck.of(settings.get(), setup.prompts().voice()),
                    settings.get().content(),
                    configuration.discord().flatMap(DiscordBot::panel),
                    rooms));
        } catch (Refused | Unreachable trouble) {
            return Optional.of(new NotAsked(String.valueOf(trouble.getMessage()), false));
        }
    }

    /**
     * Discord was not asked, or did not answer.
     *
     * @param isWell whether that is no trouble: only the settings were to be looked at
     */
    record NotAsked(String why, boolean isWell) implements DiscordOutlook {

        @Override
        public void print(PrintWriter out) {
            out.println("Discord was not asked, or gave no answer:");
            out.println("  " + why);
            out.println();
        }

        @Override
        public Map<String, Object> json() {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("ok", isWell);
            all.put("asked", false);
            all.put("problems", List.of(why));
            return all;
        }
    }

    /**
     * Discord was asked.
     *
     * @param content whether Parley is to read along
     * @param panel the hosts' own channel
     */
    record Asked(DiscordCheck.Findings findings, boolean content, Optional<String> panel, List<Room> rooms)
            implements DiscordOutlook {

        private static final String NO_ROOM =
                "No room is on Discord yet. Add discord: and the id of a channel to one of the rooms in the settings.";

        @Override
        public boolean isWell() {
            return findings.isWell() && !rooms.isEmpty();
        }

        @Override
        public void print(PrintWriter out) {
            out.println("Discord: the bot is " + findings.bot() + " (" + findings.id() + ")");
            out.println("  Invite it to a server that you manage:");
            out.println("  " + findings.invitation());
            out.println("  " + reading());
            troubles().forEach(trouble -> out.println("  - " + trouble));
            channels().print(out);
            out.println();
        }

        private List<String> troubles() {
            List<String> troubles = new ArrayList<>(findings.troubles());
            if (rooms.isEmpty()) {
                troubles.add(NO_ROOM);
            }
            return troubles;
        }

        private String reading() {
            if (!content) {
                return "It does not read along, since message-content is false: people use buttons, commands and mentions.";
            }
            return findings.content() ? "It may read along." : "It may not read along yet.";
        }

        private ChannelsOutlook channels() {
            return new ChannelsOutlook(findings.rooms(), rooms, Room::discord, panel);
        }

        @Override
        public Map<String, Object> json() {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("ok", isWell());
            all.put("asked", true);
            all.put("bot", Map.of("id", findings.id(), "name", findings.bot()));
            all.put("invitation", findings.invitation().toString());
            all.put("messageContent", Map.of("wanted", content, "granted", findings.content()));
            all.put("problems", troubles());
            all.put("rooms", channels().json());
            return all;
        }
    }
}
