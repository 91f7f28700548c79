package dev.parley.platform.slack.wire;

import java.io.IOException;
import java.time.Duration;

/** A request that was not sent, since Slack has asked us to wait for longer than anybody waits here. */
final class Held extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Duration patience;

    Held(Duration patience) {
        super("Slack asked us to wait", null);
        this.patience = patience;
    }

    /** How long it is still to wait. */
    Duration patience() {
        return patience;
    }
}
