package dev.parley.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.local.RemoteControl;
import dev.parley.platform.slack.local.LocalSlackProcess;
import dev.parley.platform.slack.wire.Rooms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A local Slack with one workspace. */
final class SlackGround implements Ground {
    private static final String TEAM = "Teachers";

    private final RemoteControl slack =
            RemoteControl.start(Contestant.java(List.of(), LocalSlackProcess.class.getName(), List.of()));

    private final JsonNode workspace = slack.tell("workspace", Map.of("name", TEAM));

    /** Ours: what Parley thinks of several hundred a minute. */
    @Override
    public double pace() {
        return 200 / 60.0;
    }

    @Override
    public List<String> address() {
        return List.of(
                slack.where("api"), workspace.path("token").asText(), slack.where("signing_secret"));
    }

    @Override
    public List<String> people(int count, boolean known) {
        String team = workspace.path("id").asText();
        List<String> lines = new ArrayList<>();
        slack.tell("crowd", Map.of("workspace", TEAM, "count", count, "known", known))
                .path("people")
                .forEach(person -> {
                    String account =
                            Rooms.account(team, person.path("id").asText()).id();
                    Rooms.Channel channel =
                            new Rooms.Channel(team, person.path("channel").asText());
                    lines.add(known ? account + " " + Rooms.privately(channel).id() : account);
                });
        return lines;
    }

    @Override
    public JsonNode ask(String verb) {
        return slack.tell(verb, Map.of());
    }

    @Override
    public JsonNode tell(String verb, Map<String, ?> what) {
        return slack.tell(verb, what);
    }

    @Override
    public void close() {
        slack.close();
    }
}
