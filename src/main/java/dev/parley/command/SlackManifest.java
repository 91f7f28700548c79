package dev.parley.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.parley.platform.slack.SlackPlatform;
import dev.parley.platform.slack.install.InstallPages;
import dev.parley.setup.Configuration;
import dev.parley.setup.SlackBot;
import dev.parley.setup.SlackBot.Delivery;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The manifest of the app as these settings want it: for sockets as it is shipped, for requests and installations with our address. */
final class SlackManifest {

    private static final String CREATING = "https://api.slack.com/apps?new_app=1&manifest_json=";

    private SlackManifest() {}

    /** The page on which somebody makes the app, with everything filled in. */
    static URI link(Configuration configuration) {
        try {
            String json = new ObjectMapper().writeValueAsString(of(configuration));
            return URI.create(CREATING + URLEncoder.encode(json, StandardCharsets.UTF_8));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static ObjectNode of(Configuration configuration) {
        ObjectNode manifest = shipped();
        String site = configuration.site().address().map(URI::toString).orElse("");
        if (site.isEmpty()) {
            return manifest;
        }
        boolean http = configuration
                .slack()
                .map(SlackBot::delivery)
                .filter(Delivery.HTTP::equals)
                .isPresent();
        if (http) {
            deliverTo(manifest, site + SlackPlatform.ADDRESS);
        }
        if (Slacks.several(configuration)) {
            manifest.withObject("/oauth_config").putArray("redirect_urls").add(site + InstallPages.RETURN);
        }
        return manifest;
    }

    private static void deliverTo(ObjectNode manifest, String address) {
        manifest.withObject("/settings").put("socket_mode_enabled", false);
        manifest.withObject("/settings/event_subscriptions").put("request_url", address);
        manifest.withObject("/settings/interactivity").put("request_url", address);
        manifest.at("/features/slash_commands").forEach(command -> ((ObjectNode) command).put("url", address));
    }

    private static ObjectNode shipped() {
        try (InputStream in =
                Objects.requireNonNull(Configuration.class.getResourceAsStream("slack-manifest.yaml"), "manifest")) {
            return (ObjectNode) new ObjectMapper(new YAMLFactory()).readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
