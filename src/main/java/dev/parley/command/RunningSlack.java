package dev.parley.command;

import dev.parley.conversation.RoomId;
import dev.parley.platform.slack.SlackPlatform;
import dev.parley.platform.slack.SlackSettings;
import dev.parley.platform.slack.install.Exchange;
import dev.parley.platform.slack.install.InstallPages;
import dev.parley.platform.slack.install.InstalledTokens;
import dev.parley.platform.slack.install.Registration;
import dev.parley.platform.slack.wire.Tokens;
import dev.parley.store.Store;
import dev.parley.voice.Voice;
import dev.parley.web.WebServer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;

/** Slack within a Parley that is up: the platform, and where workspaces install the app themselves, the pages on which they do. */
final class RunningSlack implements AutoCloseable {

    private final SlackPlatform platform;
    private final Optional<Installing> installing;
    private final InstantSource clock;
    private final Voice voice;

    /** What workspaces that install the app themselves need. */
    private record Installing(Registration registration, Exchange exchange, InstalledTokens tokens) {}

    /** Makes what is needed, and takes what Slack delivers at our own server where the settings say so. */
    RunningSlack(Slacks found, Store store, String community, WebServer server, Voice voice, InstantSource clock) {
        this.clock = clock;
        this.voice = voice;
        this.installing = found.registration().map(registration -> {
            Exchange exchange = new Exchange(registration);
            StoredInstallations stored = new StoredInstallations(store, community);
            return new Installing(registration, exchange, new InstalledTokens(stored, exchange::isGood));
        });
        Tokens tokens = installing
                .<Tokens>map(Installing::tokens)
                .orElseGet(() -> Tokens.single(found.settings().botToken().orElseThrow()));
        this.platform = new SlackPlatform(found.settings(), tokens, voice, clock);
        if (found.settings().mode() == SlackSettings.Mode.HTTP) {
            platform.receiveAt(server);
        }
    }

    SlackPlatform platform() {
        return platform;
    }

    /**
     * Adds the pages of an installation, where there are to be some.
     *
     * @param workspaces those that may install the app
     * @param rooms those on Slack
     * @param page makes a page of a title and a sentence
     * @param mended told each room whose workspace has installed the app
     */
    void addPages(
            WebServer server,
            Set<String> workspaces,
            List<RoomId> rooms,
            BinaryOperator<String> page,
            Consumer<RoomId> mended) {
        installing.ifPresent(here -> new InstallPages(
                server,
                here.registration(),
                here.exchange(),
                here.tokens(),
                workspaces,
                team -> rooms.stream()
                        .filter(room -> room.id().startsWith(team + "/"))
                        .forEach(mended),
                page,
                voice,
                clock));
    }

    /** The platform is closed by the engine. */
    @Override
    public void close() {
        installing.map(Installing::exchange).ifPresent(Exchange::close);
    }
}
