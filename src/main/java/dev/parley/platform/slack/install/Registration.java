package dev.parley.platform.slack.install;

import java.net.URI;

/**
 * As what the app is known to Slack when a workspace installs it.
 *
 * @param api where the Web API is, with a slash at its end
 * @param clientId the app's public name
 * @param clientSecret the app's secret; never shown
 */
public record Registration(URI api, String clientId, String clientSecret) {

    /** The page on which somebody agrees to an installation. */
    URI authorizePage() {
        return api.resolve("../oauth/v2/authorize");
    }

    /** Everything but the secret. */
    @Override
    public String toString() {
        return "Registration[api=" + api + ", clientId=" + clientId + "]";
    }
}
