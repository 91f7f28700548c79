package dev.parley.store;

import java.util.Optional;

/**
 * A workspace of a platform in which somebody has installed the bot.
 *
 * @param team the platform's id of the workspace
 * @param enterprise the platform's id of the organization that the workspace belongs to, if it belongs to one
 * @param bot the platform's id of the bot as somebody who is there
 * @param token the bot's secret there; never shown
 */
public record Installation(String team, Optional<String> enterprise, String bot, String token) {

    /** Everything but the token. */
    @Override
    public String toString() {
        return "Installation[team=" + team + ", enterprise=" + enterprise + ", bot=" + bot + "]";
    }
}
