package dev.parley.command;

import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.platform.slack.SlackCheck;
import dev.parley.platform.slack.SlackPlatform;
import dev.parley.platform.slack.install.InstallPages;
import dev.parley.setup.Configuration;
import dev.parley.setup.Configuration.Room;
import dev.parley.setup.Setup;
import dev.parley.setup.SlackBot;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** What Slack says about the app that the settings name. */
sealed interface SlackOutlook extends PlatformOutlook {

    /** Nothing is set up yet. */
    String NO_TOKENS = "The tokens are not here. ";

    /**
     * Asks Slack.
     *
     * @param asked whether that is all that is wanted; then an app without rooms is looked at as well, and is not well
     * @param environment the variables of the process
     * @return empty where the settings do not name Slack, and nobody asked
     */
    static Optional<SlackOutlook> of(Setup setup, boolean asked, Map<String, String> environment) {
        Configuration configuration = setup.configuration();
        if (!asked && Slacks.rooms(configuration).isEmpty()) {
            return Optional.empty();
        }
        URI making = SlackManifest.link(configuration);
        Optional<Slacks> found = Slacks.find(configuration, environment);
        if (found.isEmpty()) {
            List<String> why = configuration
                    .slack()
                    .map(app -> Slacks.missing(configuration, app, environment))
                    .orElseGet(() -> List.of(NO_TOKENS + SlackBot.Secret.BOT_TOKEN.remedy()
                            + " Say in the settings which room is on Slack."));
            return Optional.of(new NotAsked(why, making, !asked));
        }
        try {
            SlackCheck.Findings findings =
                    SlackCheck.of(found.get().settings(), setup.prompts().voice());
            return Optional.of(new Asked(findings, configuration, making));
        } catch (Refused | Unreachable trouble) {
            return Optional.of(new NotAsked(List.of(String.valueOf(trouble.getMessage())), making, false));
        }
    }

    /**
     * Slack was not asked, or did not answer.
     *
     * @param making where the app is made
     * @param isWell whether that is no trouble: only the settings were to be looked at
     */
    record NotAsked(List<String> why, URI making, boolean isWell) implements SlackOutlook {

        @Override
        public void print(PrintWriter out) {
            out.println("Slack was not asked, or gave no answer:");
            why.forEach(reason -> out.println("  " + reason));
            printMaking(out, making);
            out.println();
        }

        @Override
        public Map<String, Object> json() {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("ok", isWell);
            all.put("asked", false);
            all.put("manifest", making.toString());
            all.put("problems", why);
            return all;
        }
    }

    /** Prints where the app is made. */
    private static void printMaking(PrintWriter out, URI making) {
        out.println("  Make the app from its manifest (config/slack-manifest.yaml) by opening this:");
        out.println("  " + making);
    }

    /**
     * Slack was asked.
     *
     * @param making where the app is made
     */
    record Asked(SlackCheck.Findings findings, Configuration configuration, URI making) implements SlackOutlook {

        private static final String NO_ROOM =
                "No room is on Slack yet. Add slack: and the id of a channel to one of the rooms in the settings.";
        private static final String NO_ADDRESS =
                "Slack does not know where Parley is. Say in the settings how it is reached: site.address, which begins with https.";

        @Override
        public boolean isWell() {
            return findings.isWell() && ownTroubles().isEmpty();
        }

        /** What the settings alone show. */
        private List<String> ownTroubles() {
            List<String> troubles = new ArrayList<>();
            if (Slacks.rooms(configuration).isEmpty()) {
                troubles.add(NO_ROOM);
            }
            if ((isByRequests() || Slacks.several(configuration))
                    && configuration.site().address().isEmpty()) {
                troubles.add(NO_ADDRESS);
            }
            return troubles;
        }

        private boolean isByRequests() {
            return configuration
                    .slack()
                    .map(SlackBot::delivery)
                    .filter(SlackBot.Delivery.HTTP::equals)
                    .isPresent();
        }

        private List<String> troubles() {
            List<String> troubles = new ArrayList<>(findings.troubles());
            troubles.addAll(ownTroubles());
            return troubles;
        }

        @Override
        public void print(PrintWriter out) {
            out.println(findings.workspace()
                    .map(there -> "Slack: the bot is " + there.bot() + " in the workspace " + there.name() + " ("
                            + there.id() + ")")
                    .orElse("Slack: workspaces install the bot themselves"));
            printMaking(out, making);
            findings.workspace().ifPresent(there -> out.println("  " + scopes(there)));
            if (!isByRequests() && findings.troubles().isEmpty()) {
                out.println("  It may open sockets.");
            }
            configuration.site().address().ifPresent(site -> addresses(site.toString(), out));
            troubles().forEach(trouble -> out.println("  - " + trouble));
            channels().print(out);
            out.println();
        }

        private static String scopes(SlackCheck.Workspace there) {
            if (there.lacking().isEmpty() && there.besides().isEmpty()) {
                return "It has the scopes of the manifest.";
            }
            return "It is not as the manifest says:" + listed(" it lacks ", there.lacking())
                    + listed(" it has besides ", there.besides());
        }

        private static String listed(String words, SortedSet<String> scopes) {
            return scopes.isEmpty() ? "" : words + String.join(", ", scopes) + ".";
        }

        private void addresses(String site, PrintWriter out) {
            if (isByRequests()) {
                out.println("  Slack brings what is said to " + site + SlackPlatform.ADDRESS);
            }
            if (Slacks.several(configuration)) {
                out.println("  Workspaces install it at " + site + InstallPages.INSTALL
                        + "; what is wrong there the desk of the running Parley says.");
            }
        }

        private ChannelsOutlook channels() {
            return new ChannelsOutlook(
                    findings.rooms(),
                    Slacks.rooms(configuration),
                    Room::slack,
                    configuration.slack().flatMap(SlackBot::panel));
        }

        @Override
        public Map<String, Object> json() {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("ok", isWell());
            all.put("asked", true);
            all.put("manifest", making.toString());
            all.put("workspace", findings.workspace().map(Asked::json).orElse(null));
            all.put("problems", troubles());
            all.put("rooms", channels().json());
            return all;
        }

        private static Map<String, Object> json(SlackCheck.Workspace there) {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("id", there.id());
            shown.put("name", there.name());
            shown.put("bot", there.bot());
            shown.put("lacking", there.lacking());
            shown.put("besides", there.besides());
            return shown;
        }
    }
}
