package dev.parley.setup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.setup.SlackBot.Delivery;
import dev.parley.setup.SlackBot.Secret;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what the settings say of Slack: the app's section, and the channels of rooms. */
final class SlackSection {

    private static final String AT = "/slack";
    private static final String USER = "user:";
    private static final String GROUP = "group:";
    private static final String ID = "[A-Z0-9]{2,20}";
    private static final Pattern CHANNEL = Pattern.compile("(?:T" + ID + "/)?[CG]" + ID);
    private static final Pattern PERSON = Pattern.compile("(?:T" + ID + "/)?[UW]" + ID);
    private static final Pattern PEOPLE = Pattern.compile("(?:T" + ID + "/)?S" + ID);
    private static final Pattern CLIENT_LINK =
            Pattern.compile("https?://app\\.slack\\.com/client/T" + ID + "/([CG]" + ID + ")(?:[/?#].{0,200})?");
    private static final Pattern ARCHIVE_LINK =
            Pattern.compile("https?://[a-z0-9.-]{1,100}/archives/([CG]" + ID + ")(?:[/?#].{0,200})?");
    private static final Set<String> WEB = Set.of("https", "http");
    private static final int USUAL_CONNECTIONS = 2;

    private final ConfigurationText file;

    SlackSection(ConfigurationText file) {
        this.file = file;
    }

    /** The app; of no use where problems were told. */
    SlackBot read() {
        return new SlackBot(
                delivery(),
                files(),
                file.text(AT + "/client-id"),
                hosts(USER, PERSON),
                hosts(GROUP, PEOPLE),
                channel(AT + "/panel"),
                file.node(AT + "/connections").asInt(USUAL_CONNECTIONS),
                file.parsed(
                        AT + "/api",
                        text -> ConfigurationText.address(text, WEB).map(ConfigurationText::folder),
                        text -> "\"" + text + "\" is no address of an interface",
                        _ -> "Leave it out for Slack itself, or write for example api: https://slack.com/api/."));
    }

    private Delivery delivery() {
        return file.text(AT + "/delivery")
                        .filter(Delivery.HTTP.name().toLowerCase(Locale.ROOT)::equals)
                        .isPresent()
                ? Delivery.HTTP
                : Delivery.SOCKETS;
    }

    private Map<Secret, Path> files() {
        Map<Secret, Path> files = new EnumMap<>(Secret.class);
        for (Secret secret : Secret.values()) {
            file.secretFile(AT + "/" + secret.key(), secret.words()).ifPresent(path -> files.put(secret, path));
        }
        return files;
    }

    /** The id of a channel; tells where it is none. */
    Optional<String> channel(String pointer) {
        return file.parsed(
                pointer,
                text -> Optional.of(text).filter(id -> CHANNEL.matcher(id).matches()),
                text -> "\"" + text + "\" is no id of a channel on Slack",
                SlackSection::remedy);
    }

    private static String remedy(String given) {
        for (Pattern link : List.of(CLIENT_LINK, ARCHIVE_LINK)) {
            Matcher matcher = link.matcher(given);
            if (matcher.matches()) {
                return "Of this link the id is \"" + matcher.group(1) + "\".";
            }
        }
        return "It begins with C, as in C0123456789; a workspace that installed the bot itself stands before it, as in "
                + "T0123456789/C0123456789. Slack shows it when you press the channel's name, at the end of About.";
    }

    private Set<String> hosts(String kind, Pattern id) {
        Set<String> ids = new LinkedHashSet<>();
        for (String pointer : file.items(AT + "/hosts")) {
            JsonNode node = file.node(pointer);
            String host = node.isValueNode() ? node.asText() : "";
            if (is(host, kind, id)) {
                ids.add(host.substring(kind.length()));
            } else if (kind.equals(USER) && node.isValueNode() && !is(host, GROUP, PEOPLE)) {
                file.problem(
                        pointer,
                        "\"" + host + "\" names no person and no user group on Slack",
                        "Write user: and an id that begins with U, or group: and one that begins with S, for example "
                                + "- user:U0123456789. Slack shows it in somebody's profile, below the three dots: Copy member ID.");
            }
        }
        return ids;
    }

    private static boolean is(String host, String kind, Pattern id) {
        return host.startsWith(kind)
                && id.matcher(host.substring(kind.length())).matches();
    }

    /**
     * One token is for one workspace: either all rooms name theirs, or none does. Where they do, the hosts' channel and people must name
     * theirs too; a user group that names none is looked for in each.
     */
    void together() {
        List<String> all = file.items("/rooms").stream()
                .map(room -> room + "/slack")
                .filter(pointer -> file.text(pointer).isPresent())
                .toList();
        List<String> alone = all.stream()
                .filter(pointer -> !file.text(pointer).orElse("").contains("/"))
                .toList();
        if (alone.isEmpty() && !all.isEmpty()) {
            besideRooms().forEach(this::needsWorkspace);
        } else if (alone.size() < all.size()) {
            file.problem(
                    alone.getFirst(),
                    "This room does not name its workspace, and another room on Slack does",
                    "Write T…/C… for all of them where workspaces install the bot themselves, or C… for all of them where there "
                            + "is one workspace.");
        }
    }

    private List<String> besideRooms() {
        return Stream.concat(
                        file.items(AT + "/hosts").stream()
                                .filter(pointer -> is(file.node(pointer).asText(), USER, PERSON)),
                        Stream.of(AT + "/panel"))
                .filter(pointer -> !file.node(pointer).asText().isEmpty())
                .filter(pointer -> !file.node(pointer).asText().contains("/"))
                .toList();
    }

    private void needsWorkspace(String pointer) {
        String named = file.node(pointer).asText();
        file.problem(
                pointer,
                "\"" + named + "\" does not name its workspace, and the rooms on Slack do",
                "Write the id of the workspace and a slash before its own, as in T0123456789/"
                        + named.substring(named.indexOf(':') + 1) + ".");
    }
}
