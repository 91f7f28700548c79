package dev.parley.setup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the settings say of Discord: the bot's section, and the channels of rooms. */
final class DiscordSection {

    private static final String AT = "/discord";
    private static final String USER = "user:";
    private static final String ROLE = "role:";
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{16,19}");
    private static final Pattern LINK =
            Pattern.compile("https?://[a-z.]{1,40}/channels/[0-9@me]{1,20}/([1-9][0-9]{16,19})/?");
    private static final Set<String> WEB = Set.of("https", "http");
    private static final Set<String> SOCKET = Set.of("wss", "ws");
    private static final String COPYING =
            "Discord shows it when you switch on Settings, Advanced, Developer Mode, and press the right button of the mouse: ";

    private final ConfigurationText file;

    DiscordSection(ConfigurationText file) {
        this.file = file;
    }

    /** The bot; of no use where problems were told. */
    DiscordBot read() {
        return new DiscordBot(
                file.secretFile(AT + "/token-file", "token"),
                hosts(USER),
                hosts(ROLE),
                channel(AT + "/panel"),
                file.node(AT + "/message-content").asBoolean(true),
                shards(),
                file.parsed(
                        AT + "/api",
                        text -> ConfigurationText.address(text, WEB).map(ConfigurationText::folder),
                        text -> "\"" + text + "\" is no address of an interface",
                        _ ->
                                "Leave it out for Discord itself, or write for example api: https://discord.com/api/v10/."),
                file.parsed(
                        AT + "/gateway",
                        text -> ConfigurationText.address(text, SOCKET),
                        text -> "\"" + text + "\" is no address of a gateway",
                        _ ->
                                "Leave it out for Discord itself, or write for example gateway: wss://gateway.discord.gg."));
    }

    /** The id of a channel; tells where it is none. */
    Optional<String> channel(String pointer) {
        JsonNode node = file.node(pointer);
        Optional<String> given = node.isInt() ? Optional.of(node.asText()) : file.text(pointer);
        Optional<String> id = given.filter(text -> ID.matcher(text).matches());
        if (given.isPresent() && id.isEmpty()) {
            file.problem(pointer, "\"" + given.get() + "\" is no id of a channel on Discord", remedy(given.get()));
        }
        return id;
    }

    private static String remedy(String given) {
        Matcher link = LINK.matcher(given);
        return link.matches()
                ? "Of this link the last number is the id: \"" + link.group(1) + "\"."
                : "An id has 17 to 20 digits, in quotes. " + COPYING + "Copy Channel ID.";
    }

    private Set<String> hosts(String kind) {
        Set<String> ids = new LinkedHashSet<>();
        for (String pointer : file.items(AT + "/hosts")) {
            JsonNode node = file.node(pointer);
            String host = node.isValueNode() ? node.asText() : "";
            if (host.startsWith(kind)
                    && ID.matcher(host.substring(kind.length())).matches()) {
                ids.add(host.substring(kind.length()));
            } else if (kind.equals(USER) && node.isValueNode() && !isRole(host)) {
                file.problem(
                        pointer,
                        "\"" + host + "\" names no person and no role on Discord",
                        "Write user: or role: and an id of 17 to 20 digits, in quotes, for example - \"role:112233445566778899\". "
                                + COPYING + "Copy User ID, or Copy Role ID.");
            }
        }
        return ids;
    }

    private static boolean isRole(String host) {
        return host.startsWith(ROLE)
                && ID.matcher(host.substring(ROLE.length())).matches();
    }

    private DiscordBot.Shards shards() {
        int total = file.node(AT + "/shards/total").asInt(1);
        int from = file.node(AT + "/shards/from").asInt(0);
        int to = file.node(AT + "/shards/to").asInt(total - 1);
        if (from > to || to >= total) {
            file.problem(
                    AT + "/shards",
                    "There are no shards " + from + " to " + to + " of " + total,
                    "They are counted from 0: for all of them write from: 0 and to: " + Math.max(0, total - 1) + ".");
        }
        return new DiscordBot.Shards(total, from, to);
    }
}
