package dev.parley.command;

import dev.parley.platform.slack.SlackPlatform;
import dev.parley.platform.slack.install.Installations;
import dev.parley.store.Installation;
import dev.parley.store.Store;
import java.util.List;

/** Keeps the installations on Slack in the store, where their tokens lie sealed. */
record StoredInstallations(Store store, String community) implements Installations {

    @Override
    public List<Installed> all() {
        return store.read(reading -> reading.installations(community, SlackPlatform.NAME).stream()
                .map(one -> new Installed(one.team(), one.enterprise(), one.bot(), one.token()))
                .toList());
    }

    @Override
    public void keep(Installed installed) {
        store.write(writing -> {
            writing.install(
                    community,
                    SlackPlatform.NAME,
                    new Installation(installed.team(), installed.enterprise(), installed.bot(), installed.token()));
            return true;
        });
    }

    @Override
    public void remove(String team) {
        store.write(writing -> {
            writing.uninstall(community, SlackPlatform.NAME, team);
            return true;
        });
    }
}
