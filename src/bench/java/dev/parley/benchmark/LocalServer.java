package dev.parley.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.discord.local.LocalDiscordProcess;
import dev.parley.platform.local.RemoteControl;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A local Discord in a process of its own, and how it is told what to do. */
final class LocalServer implements Ground {
    private static final String GUILD = "Teachers";

    private final RemoteControl server =
            RemoteControl.start(Contestant.java(List.of(), LocalDiscordProcess.class.getName(), List.of()));

    LocalServer() {
        tell("squeezing", Map.of("level", 0));
        tell("guild", Map.of("name", GUILD));
    }

    /** Where it is and with which token, as contestants are told. */
    @Override
    public List<String> address() {
        return List.of(server.where("api"), server.where("gateway"), server.where("token"));
    }

    /** A new channel; its id. */
    String channel(String name) {
        return tell("channel", Map.of("guild", GUILD, "name", name)).path("id").asText();
    }

    void people(int count) {
        for (int number = 0; number < count; number++) {
            tell("member", Map.of("guild", GUILD, "name", "Person " + number));
        }
    }

    @Override
    public double pace() {
        return 50;
    }

    @Override
    public List<String> people(int count, boolean known) {
        List<String> lines = new ArrayList<>();
        tell("crowd", Map.of("guild", GUILD, "count", count)).path("people").forEach(person -> {
            String id = person.path("id").asText();
            lines.add(known ? id + " " + person.path("channel").asText() : id);
        });
        return lines;
    }

    /** Makes ready what is going to be said in a channel, in turn by everybody. */
    void prepare(String channel, List<String> texts, int count) {
        tell("prepare", Map.of("channel", channel, "texts", texts, "count", count));
    }

    /** Says all that was made ready, as fast as it is read. */
    CompletableFuture<JsonNode> pour(String channel) {
        return server.telling("pour", Map.of("channel", channel));
    }

    /** Once more where the machine is so busy that the connection breaks. */
    @Override
    public JsonNode ask(String verb) {
        return ask(verb, Map.of());
    }

    JsonNode ask(String verb, Map<String, ?> what) {
        try {
            return tell(verb, what);
        } catch (UncheckedIOException busy) {
            return tell(verb, what);
        }
    }

    @Override
    public JsonNode tell(String verb, Map<String, ?> what) {
        return server.tell(verb, what);
    }

    @Override
    public void close() {
        server.close();
    }
}
