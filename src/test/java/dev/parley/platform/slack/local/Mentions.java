package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom a message pings: by mentions in its text, and in its blocks where Slack reads markup. */
final class Mentions {
    private static final Pattern MENTION = Pattern.compile("<@(U[A-Z0-9]{1,20})(?:\\|[^>]{0,80})?>");
    private static final Pattern EVERYBODY = Pattern.compile("<!(?:channel|here|everyone)(?:\\|[^>]{0,80})?>");

    private Mentions() {}

    static Set<Person> of(Message message) {
        Set<Person> pinged = new LinkedHashSet<>();
        in(message, message.text, pinged);
        message.blocks().forEach(block -> marked(message, block, pinged));
        pinged.remove(message.author);
        return pinged;
    }

    private static void marked(Message message, JsonNode node, Set<Person> pinged) {
        switch (node.path("type").asText()) {
            case "mrkdwn" -> in(message, node.path("text").asText(), pinged);
            case "user" -> in(message, "<@" + node.path("user_id").asText() + ">", pinged);
            case "broadcast" -> in(message, "<!" + node.path("range").asText() + ">", pinged);
            default -> node.forEach(inner -> marked(message, inner, pinged));
        }
    }

    private static void in(Message message, String text, Set<Person> pinged) {
        if (EVERYBODY.matcher(text).find()) {
            pinged.addAll(message.channel.members);
        }
        Matcher mention = MENTION.matcher(text);
        while (mention.find()) {
            Person person = message.channel.workspace.people.get(mention.group(1));
            if (person != null) {
                pinged.add(person);
            }
        }
    }
}
