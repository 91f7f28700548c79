package dev.parley.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.parley.platform.Facilitator;
import dev.parley.platform.FakeFacilitator;
import dev.parley.platform.Incoming;
import dev.parley.platform.slack.wire.Names;
import dev.parley.platform.slack.wire.Reader;
import dev.parley.platform.slack.wire.Rooms;
import dev.parley.platform.slack.wire.Threads;
import dev.parley.platform.slack.wire.Tokens;
import dev.parley.platform.slack.wire.WebApi;
import dev.parley.voice.Prompts;
import dev.parley.voice.Voice;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EarsTest {
    private final Voice voice = Prompts.of("slack", "commands");
    private final WebApi nowhere = new WebApi(URI.create("http://127.0.0.1:1/"), Tokens.single("xoxb-1"), voice);
    private final FakeFacilitator facilitator = new FakeFacilitator();

    @AfterEach
    void stop() {
        nowhere.close();
    }

    private Ears ears(Facilitator whom) {
        Reader reader = new Reader(new Names(nowhere), voice, new Threads());
        return new Ears(
                whom, new Rooms(Set.of("C1")), reader, Tokens.single("xoxb-1"), () -> null, Duration.ofMillis(10));
    }

    /** A facilitator that does not even answer that it cannot hear. */
    private Facilitator throwing() {
        return (Facilitator) Proxy.newProxyInstance(
                Facilitator.class.getClassLoader(), new Class<?>[] {Facilitator.class}, (_, method, arguments) -> {
                    if (method.getName().equals("hear")) {
                        throw new IllegalStateException("The database is away");
                    }
                    try {
                        return method.invoke(facilitator, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private static JsonObject envelope(JsonObject event) {
        JsonObject envelope = new JsonObject();
        envelope.addProperty("team_id", "T1");
        envelope.add("authorizations", new JsonArray());
        envelope.add("event", event);
        return envelope;
    }

    private static JsonObject deleted() {
        JsonObject event = new JsonObject();
        event.addProperty("type", "message");
        event.addProperty("subtype", "message_deleted");
        event.addProperty("channel", "C1");
        event.addProperty("deleted_ts", "1700000000.000100");
        return envelope(event);
    }

    private static JsonObject said(String ts) {
        JsonObject event = new JsonObject();
        event.addProperty("type", "message");
        event.addProperty("channel", "C1");
        event.addProperty("user", "U1");
        event.addProperty("text", "A1: here");
        event.addProperty("ts", ts);
        return envelope(event);
    }

    private static JsonObject reaction(String type, String symbol, String at) {
        JsonObject item = new JsonObject();
        item.addProperty("channel", "C1");
        item.addProperty("ts", "1700000000.000100");
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.addProperty("user", "U1");
        event.addProperty("reaction", symbol);
        event.addProperty("event_ts", at);
        event.add("item", item);
        return envelope(event);
    }

    @Test
    void whatAFacilitatorThrowsAtIsNotSafeAndIsReadBack() {
        assertThat(ears(throwing()).told(deleted()).toCompletableFuture()).isCompletedExceptionally();

        await().until(() -> facilitator.returned.contains("slack"));
    }

    @Test
    void whatCannotBeReadIsNotSafeAndIsReadBack() {
        assertThat(ears(facilitator).told(said("no time")).toCompletableFuture())
                .isCompletedExceptionally();

        await().until(() -> facilitator.returned.contains("slack"));
    }

    @Test
    void aReactionThatComesLateUndoesNothing() {
        Ears ears = ears(facilitator);

        ears.told(reaction("reaction_removed", "heart", "1700000009.000200"));
        ears.told(reaction("reaction_added", "heart", "1700000009.000100"));
        ears.told(reaction("reaction_added", "wave", "1700000009.000100"));
        ears.told(reaction("reaction_removed", "heart", "1700000009.000200"));
        ears.told(reaction("reaction_added", "heart", "1700000010.000000"));

        assertThat(facilitator.heard.stream().map(one -> {
                    Incoming.Reacted reacted = (Incoming.Reacted) one;
                    return reacted.symbol() + " " + reacted.given();
                }))
                .isEqualTo(List.of("heart false", "wave true", "heart false", "heart true"));
    }
}
