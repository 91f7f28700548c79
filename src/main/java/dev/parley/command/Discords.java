package dev.parley.command;

import dev.parley.platform.discord.DiscordSettings;
import dev.parley.setup.Configuration;
import dev.parley.setup.Configuration.Room;
import dev.parley.setup.DiscordBot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the Discord that the settings mean. */
final class Discords {

    private Discords() {}

    /** The rooms that are channels of Discord. */
    static List<Room> rooms(Configuration configuration) {
        return configuration.rooms().stream()
                .filter(room -> room.discord().isPresent())
                .toList();
    }

    /**
     * What the adapter needs; empty where the settings name no bot, or where the bot's token is not there.
     *
     * @param environment the variables of the process
     */
    static Optional<DiscordSettings> find(Configuration configuration, Map<String, String> environment) {
        return configuration
                .discord()
                .flatMap(bot -> bot.token(environment)
                        .map(Discords::readable)
                        .map(token -> settings(configuration, bot, token)));
    }

    /**
     * What the adapter needs; empty where no room is on Discord. Throws {@link CannotStart} where one is and the bot's token is not
     * there.
     *
     * @param environment the variables of the process
     */
    static Optional<DiscordSettings> require(Configuration configuration, Map<String, String> environment) {
        List<Room> rooms = rooms(configuration);
        if (rooms.isEmpty()) {
            return Optional.empty();
        }
        Optional<DiscordSettings> found = find(configuration, environment);
        if (found.isEmpty()) {
            throw new CannotStart(noToken(rooms));
        }
        return found;
    }

    /** What to say where rooms are on Discord and the bot's token is not here. */
    static String noToken(List<Room> rooms) {
        String names = rooms.stream().map(room -> "\"" + room.id() + "\"").collect(Collectors.joining(", "));
        return (rooms.size() == 1 ? "The room " + names + " is" : "The rooms " + names + " are")
                + " on Discord, and the token of a bot is not here. " + DiscordBot.TOKEN_REMEDY;
    }

    private static String readable(String token) {
        if (!token.chars().allMatch(character -> character > ' ' && character < 127)) {
            throw new CannotStart(
                    "What is given as the token of the bot on Discord cannot be one: it has a space in it, or "
                            + "something that is no letter, digit or mark. Copy it anew from Bot, Reset Token, in Discord's developer "
                            + "portal.");
        }
        return token;
    }

    private static DiscordSettings settings(Configuration configuration, DiscordBot bot, String token) {
        return new DiscordSettings(
                token,
                bot.api().orElse(DiscordSettings.API),
                bot.gateway(),
                new DiscordSettings.Shards(
                        bot.shards().total(), bot.shards().from(), bot.shards().to()),
                bot.messageContent(),
                bot.panel(),
                bot.hostUsers(),
                bot.hostRoles(),
                rooms(configuration).stream()
                        .collect(Collectors.toMap(
                                room -> room.discord().orElseThrow(),
                                room -> new DiscordSettings.Room(configuration.threads(room)))));
    }
}
