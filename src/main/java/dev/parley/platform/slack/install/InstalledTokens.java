package dev.parley.platform.slack.install;

import dev.parley.platform.slack.install.Installations.Installed;
import dev.parley.platform.slack.wire.Tokens;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The tokens of the workspaces that have installed the app, by heart. */
public final class InstalledTokens implements Tokens {
    private final Installations installations;
    private final Predicate<String> good;
    private final Map<String, Installed> known;

    /**
     * Reads all that are kept.
     *
     * @param good whether a token is still good; throws where Slack does not say
     */
    public InstalledTokens(Installations installations, Predicate<String> good) {
        this.installations = installations;
        this.good = good;
        this.known = installations.all().stream()
                .collect(Collectors.toMap(Installed::team, one -> one, (_, last) -> last, ConcurrentHashMap::new));
    }

    @Override
    public Optional<String> of(String team) {
        return (team.equals(ONLY) && known.size() == 1
                        ? known.values().stream().findFirst()
                        : Optional.ofNullable(known.get(team)))
                .map(Installed::token);
    }

    @Override
    public Set<String> teams() {
        return Set.copyOf(known.keySet());
    }

    /** Keeps a new installation. */
    synchronized void installed(Installed installed) {
        installations.keep(installed);
        known.put(installed.team(), installed);
    }

    /**
     * Asks Slack first: what it tells of a removal may come after the workspace has installed the app again. Throws where it does not say,
     * or the store is away: then nothing is forgotten, so that it is carried out when it is told again.
     */
    @Override
    public synchronized void revoked(String team) {
        Installed installed = known.get(team);
        if (installed != null && !good.test(installed.token())) {
            installations.remove(team);
            known.remove(team);
        }
    }
}
