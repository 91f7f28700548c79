package dev.parley.platform.slack.install;

import java.util.List;
import java.util.Optional;

/** Where the workspaces that have installed the app are kept for good. All methods block. */
public interface Installations {

    /**
     * A workspace that has installed the app.
     *
     * @param team its id
     * @param enterprise the id of its organization, if it belongs to one
     * @param bot the bot's id among its people
     * @param token the bot's secret there; never shown
     */
    record Installed(String team, Optional<String> enterprise, String bot, String token) {

        /** Everything but the token. */
        @Override
        public String toString() {
            return "Installed[team=" + team + ", enterprise=" + enterprise + ", bot=" + bot + "]";
        }
    }

    /** All of them. */
    List<Installed> all();

    /** Keeps one, in place of the one that the workspace had. */
    void keep(Installed installed);

    /** Lets one go. */
    void remove(String team);
}
