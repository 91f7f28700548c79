package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Control;
import dev.parley.platform.local.Json;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A local Slack as a process of its own, which obeys a {@link Control}. */
public final class LocalSlackProcess {
    private final LocalSlack slack;
    private final Map<String, Workspace> workspaces = new HashMap<>();
    private final Map<String, Channel> channels = new HashMap<>();
    private final Map<String, Person> people = new HashMap<>();
    private final List<Person> crowd = new ArrayList<>();

    private LocalSlackProcess(LocalSlack slack) {
        this.slack = slack;
    }

    /** Argument {@code --judged}: events are judged, which takes time. */
    public static void main(String... arguments) {
        LocalSlack slack = Arrays.asList(arguments).contains("--judged") ? LocalSlack.start() : LocalSlack.unjudged(0);
        ObjectNode where = Json.object()
                .put("api", slack.api().toString())
                .put("app_token", slack.appToken())
                .put("signing_secret", slack.signingSecret())
                .put("client_id", slack.clientId())
                .put("client_secret", slack.clientSecret());
        Control.obey(new LocalSlackProcess(slack)::carryOut, where, slack::close);
    }

    private JsonNode carryOut(String verb, JsonNode body) {
        ObjectNode done = Json.object();
        switch (verb) {
            case "workspace" -> workspace(done, body);
            case "channel" -> channel(done, body);
            case "person" -> person(done, body);
            case "says" -> said(done, person(body).says(channel(body), text(body)));
            case "replies" -> said(done, person(body).replies(message(body), text(body)));
            case "edits" -> said(done, person(body).edits(message(body), text(body)));
            case "deletes" -> person(body).deletes(message(body));
            case "reacts" -> person(body).reacts(message(body), text(body));
            case "dm" -> said(done, person(body).dm(text(body)));
            case "runs" ->
                done.put(
                        "acknowledged",
                        person(body).runs(channel(body), text(body)).isAcknowledged());
            case "history" -> done.set("messages", told(channel(body).history()));
            case "all" -> done.set("messages", told(channel(body).all()));
            case "inbox" -> done.set("messages", told(person(body).inbox()));
            case "deliver" ->
                slack.deliversTo(body.has("to") ? URI.create(body.path("to").asText()) : null);
            case "retries" -> slack.retriesAfter(waits(body));
            case "limited" -> slack.limited(body.path("on").asBoolean(true));
            case "faults" -> slack.faults(faults(body));
            case "off" -> slack.off();
            case "on" -> slack.on();
            case "drops" -> slack.dropsSockets();
            case "refreshes" -> slack.refreshesSockets();
            case "clear" -> slack.requests().clear();
            case "state" -> state(done);
            case "crowd" -> crowd(done, body);
            case "letters" -> letters(done);
            default -> throw new IllegalArgumentException("no such verb: " + verb);
        }
        return done;
    }

    private void workspace(ObjectNode done, JsonNode body) {
        Workspace workspace = slack.workspace(name(body));
        workspaces.put(name(body), workspace);
        done.put("id", workspace.id()).put("token", workspace.botToken());
    }

    private void channel(ObjectNode done, JsonNode body) {
        Channel channel = workspace(body).channel(name(body));
        channels.put(name(body), channel);
        done.put("id", channel.id());
    }

    private void person(ObjectNode done, JsonNode body) {
        Person person = workspace(body).person(name(body));
        people.put(name(body), person);
        done.put("id", person.id());
    }

    private static void said(ObjectNode done, Message message) {
        done.put("ts", message.ts());
    }

    /** Many people at once, each with a private conversation with the bot where that is wished for. */
    private void crowd(ObjectNode done, JsonNode body) {
        Workspace workspace = workspace(body);
        ArrayNode all = done.putArray("people");
        for (int number = 0; number < body.path("count").asInt(); number++) {
            Person person = workspace.person("Person " + number);
            crowd.add(person);
            ObjectNode one = all.addObject().put("id", person.id());
            if (body.path("known").asBoolean()) {
                one.put("channel", person.privately().id());
            }
        }
    }

    /** When the bot wrote to each of the crowd, in private; in milliseconds since 1970. */
    private void letters(ObjectNode done) {
        ArrayNode letters = done.putArray("letters");
        for (Person person : crowd) {
            ArrayNode times = letters.addArray();
            person.inbox().stream()
                    .filter(message -> message.author().bot)
                    .forEach(message -> times.add(
                            new BigDecimal(message.ts()).movePointRight(3).longValue()));
        }
    }

    private static Duration[] waits(JsonNode body) {
        Duration[] waits = new Duration[body.path("millis").size()];
        Arrays.setAll(
                waits,
                index -> Duration.ofMillis(body.path("millis").path(index).asLong()));
        return waits;
    }

    private static ArrayNode told(List<Message> messages) {
        ArrayNode all = Json.array();
        for (Message message : messages) {
            ObjectNode one = all.addObject()
                    .put("ts", message.ts())
                    .put("author", message.author().name())
                    .put("text", message.text())
                    .put("thread_ts", message.threadTs)
                    .put("pinned", message.isPinned())
                    .put("files", message.files().size());
            one.set("blocks", message.blocks());
            one.set("metadata", message.metadata());
        }
        return all;
    }

    private static Faults faults(JsonNode body) {
        return Faults.from(body.path("seed").asLong())
                .told(body)
                .refreshing(body.path("refreshing").asDouble())
                .repeating(body.path("repeating").asDouble())
                .onlyAsRetry(body.path("only_as_retry").asDouble())
                .reordering(body.path("reordering").asDouble());
    }

    private void state(ObjectNode done) {
        LocalSlack.Deliveries deliveries = slack.deliveries();
        done.put("sockets", slack.sockets())
                .put("sockets_opened", slack.socketsOpened())
                .put("requests", slack.requests().count())
                .put("limited", slack.requests().limited())
                .put("busiest_second", slack.requests().busiestSecond())
                .put("attempts", deliveries.attempts())
                .put("retries", deliveries.retries())
                .put("acknowledged", deliveries.acknowledged())
                .put("lost", deliveries.lost())
                .put("under_way", deliveries.underWay());
        ArrayNode violations = done.putArray("violations");
        slack.violations().forEach(violations::add);
    }

    private static String name(JsonNode body) {
        return body.path("name").asText();
    }

    private static String text(JsonNode body) {
        return body.path("text").asText();
    }

    private Workspace workspace(JsonNode body) {
        return Objects.requireNonNull(workspaces.get(body.path("workspace").asText()), "no such workspace");
    }

    private Channel channel(JsonNode body) {
        return Objects.requireNonNull(channels.get(body.path("channel").asText()), "no such channel");
    }

    private Person person(JsonNode body) {
        return Objects.requireNonNull(people.get(body.path("person").asText()), "no such person");
    }

    private Message message(JsonNode body) {
        return Objects.requireNonNull(
                slack.message(channel(body), body.path("ts").asText()), "no such message");
    }
}
