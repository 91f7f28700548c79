package dev.parley.platform.slack;

import dev.parley.platform.slack.wire.Rooms.Channel;
import dev.parley.platform.slack.wire.Self;
import java.net.URI;

/**
 * Addresses at which people open a message. They are made here and not asked for: a recap has many, and Slack's own are made in the same
 * way.
 */
final class Links {
    private Links() {}

    /** A message in a channel. */
    static URI to(Self self, Channel channel, String ts) {
        return self.address().resolve("archives/" + channel.id() + "/p" + ts.replace(".", ""));
    }

    /** A message in a thread, which is only found there. */
    static URI to(Self self, Channel channel, String ts, String thread) {
        return URI.create(to(self, channel, ts) + "?thread_ts=" + thread + "&cid=" + channel.id());
    }
}
