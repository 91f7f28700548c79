package dev.parley.setup;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The bot by which Parley is on Discord.
 *
 * @param tokenFile a file whose first line is the bot's token; without one it is the environment's PARLEY_DISCORD_TOKEN
 * @param hostUsers ids of people who host
 * @param hostRoles ids of roles whose members host
 * @param panel the id of a private channel of the hosts, if they have one
 * @param messageContent whether Parley reads along, for which Discord wants the bot's owner to say so as well
 * @param shards the connections of this process
 * @param api where Discord's REST interface is; empty for its own address
 * @param gateway where Discord's gateway is; empty to ask the REST interface
 */
public record DiscordBot(
        Optional<Path> tokenFile,
        Set<String> hostUsers,
        Set<String> hostRoles,
        Optional<String> panel,
        boolean messageContent,
        Shards shards,
        Optional<URI> api,
        Optional<URI> gateway) {

    /** The variable that holds the token where no file does. */
    public static final String TOKEN_VARIABLE = "PARLEY_DISCORD_TOKEN";

    /** Where a token belongs: a whole sentence. */
    public static final String TOKEN_REMEDY = "Put it into the environment variable " + TOKEN_VARIABLE
            + ", or into a file of its own that discord.token-file names.";

    public DiscordBot {
        hostUsers = Set.copyOf(hostUsers);
        hostRoles = Set.copyOf(hostRoles);
    }

    /**
     * A part of the bot's connections.
     *
     * @param total how many the bot has over all processes
     * @param from the first of this process, counted from 0
     * @param to the last of this process, itself included
     */
    public record Shards(int total, int from, int to) {}

    /**
     * The bot's token; empty where there is none. Throws {@link UncheckedIOException} where its file cannot be read any more.
     *
     * @param environment the variables of the process
     */
    public Optional<String> token(Map<String, String> environment) {
        return Secrets.find(tokenFile, TOKEN_VARIABLE, environment)
                .map(String::strip)
                .filter(token -> !token.isEmpty());
    }
}
