package dev.parley.platform.slack.local;

import java.util.HashMap;
import java.util.Map;

/**
 * Slack's limits: each method in each workspace by its tier; and one message a second in a channel, with a little in hand, but not more
 * than some hundreds a minute in a workspace.
 */
final class RateLimits {
    private static final int POSTS_IN_HAND = 4;

    /** Slack speaks of "several hundred messages per minute" and of generous bursts. */
    private static final int POSTS_A_MINUTE = 300;

    private static final int POSTS_IN_A_BURST = 150;

    private final Map<String, Bucket> buckets = new HashMap<>();
    private volatile boolean on;

    void on(boolean now) {
        on = now;
    }

    /** Seconds until it can be asked again; 0 where it is carried out. */
    synchronized int wait(String key, int perMinute) {
        return !on || perMinute == Method.OWN ? 0 : taken(key, perMinute / 60.0, perMinute);
    }

    /** The same for a message in a channel. */
    synchronized int waitToPost(String workspaceId, String channelId) {
        if (!on) {
            return 0;
        }
        int wait = taken("post " + channelId, 1, POSTS_IN_HAND);
        return wait > 0 ? wait : taken("posts in " + workspaceId, POSTS_A_MINUTE / 60.0, POSTS_IN_A_BURST);
    }

    private int taken(String key, double perSecond, int most) {
        Bucket bucket = buckets.computeIfAbsent(key, unseen -> new Bucket(most));
        return bucket.take(perSecond, most, System.nanoTime());
    }

    private static final class Bucket {
        private double left;
        private long since = System.nanoTime();

        Bucket(int left) {
            this.left = left;
        }

        int take(double perSecond, int most, long now) {
            left = Math.min(most, left + (now - since) / 1e9 * perSecond);
            since = now;
            if (left >= 1) {
                left--;
                return 0;
            }
            return (int) Math.max(1, Math.ceil((1 - left) / perSecond));
        }
    }
}
