package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who is pinged by a message: what stands in it, and what its sender allows. */
final class Mentions {
    private static final Pattern USER = Pattern.compile("<@!?(\\d{15,20})>");
    private static final Pattern ROLE = Pattern.compile("<@&(\\d{15,20})>");
    private static final Pattern EVERYONE = Pattern.compile("@(?:everyone|here)");

    private Mentions() {}

    static void ofPerson(MessageRecord message) {
        boolean repliesPing = !message.pingedUsers.isEmpty();
        Set<User> replied = Set.copyOf(message.pingedUsers);
        find(message, user -> true, role -> true, true);
        if (repliesPing) {
            message.pingedUsers.addAll(replied);
        }
    }

    /** As {@code allowed_mentions} says; without it everything that stands there. */
    static void ofBot(MessageRecord message, @Nullable JsonNode allowed) {
        if (allowed == null || allowed.isNull() || allowed.isMissingNode()) {
            find(message, user -> true, role -> true, true);
            pingReplied(message, true);
            return;
        }
        Set<String> parse = texts(allowed.path("parse"));
        Set<String> users = texts(allowed.path("users"));
        Set<String> roles = texts(allowed.path("roles"));
        find(
                message,
                user -> parse.contains("users") || users.contains(Long.toString(user.id)),
                role -> parse.contains("roles") || roles.contains(Long.toString(role.id)),
                parse.contains("everyone"));
        pingReplied(message, allowed.path("replied_user").asBoolean(false));
    }

    private static void pingReplied(MessageRecord message, boolean pings) {
        MessageRecord to = message.repliesTo();
        if (to != null && pings) {
            message.pingedUsers.add(to.author);
        }
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static void find(MessageRecord message, Predicate<User> users, Predicate<Role> roles, boolean everyone) {
        message.pingedUsers.clear();
        message.pingedRoles.clear();
        message.pingsEveryone = false;
        String text = message.content;
        if (text.indexOf('@') < 0) {
            return;
        }
        Channel channel = message.channel;
        for (Matcher found = USER.matcher(text); found.find(); ) {
            User user = channel.world.users.get(Long.parseUnsignedLong(found.group(1)));
            if (user != null && users.test(user)) {
                message.pingedUsers.add(user);
            }
        }
        if (channel.guild == null) {
            return;
        }
        boolean mayPingAll = channel.may(message.author, Permission.MENTION_EVERYONE);
        for (Matcher found = ROLE.matcher(text); found.find(); ) {
            Role role = channel.guild.roleOf(Long.parseUnsignedLong(found.group(1)));
            if (role != null && roles.test(role) && mayPingAll) {
                message.pingedRoles.add(role);
            }
        }
        message.pingsEveryone = everyone && mayPingAll && EVERYONE.matcher(text).find();
    }
}
