package dev.parley.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.conversation.MessageId;
import dev.parley.platform.Account;
import dev.parley.platform.Outgoing;
import dev.parley.web.Client;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The event stream, line by line. */
class RoomEventsTest {
    private static final Account BO = new Account("web", "bo");

    private final RoomServer room = new RoomServer();
    private Client ana;

    @BeforeEach
    void start() {
        room.start();
        room.platform.join(BO, "Bo");
        ana = new Client(room.address());
        ana.page("/");
        ana.post("/room/talk/join", "name", "Ana");
    }

    @AfterEach
    void stop() {
        room.close();
    }

    private MessageId said(String text) {
        return room.platform
                .say(BO, RoomServer.ROOM, text)
                .toCompletableFuture()
                .join();
    }

    private Stream listen(String last) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(room.address().resolve("/room/talk/events"));
        if (!last.isEmpty()) {
            request.header("Last-Event-ID", last);
        }
        HttpResponse<InputStream> answer = ana.http().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return new Stream(answer.body());
    }

    @Test
    void aFreshPageGetsEverythingAndThenWhatIsNew() throws Exception {
        said("One");
        try (Stream stream = listen("")) {
            assertThat(stream.until("reset").texts()).containsExactly("One");
            said("Two");
            assertThat(stream.until("message").texts()).containsExactly("Two");
        }
    }

    @Test
    void whoComesBackGetsExactlyWhatTheyMissed() throws Exception {
        said("One");
        MessageId two = said("Two");
        String last;
        try (Stream stream = listen("")) {
            stream.until("reset");
            said("Three");
            last = stream.untilId("message").id();
        }
        room.platform.delete(BO, two).toCompletableFuture().join();
        said("Four");
        said("Five");

        try (Stream stream = listen(last)) {
            assertThat(stream.until("gone").data()).isEqualTo(two.id());
            assertThat(stream.until("message").texts()).containsExactly("Four");
            assertThat(stream.until("message").texts()).containsExactly("Five");
            said("Six");
            assertThat(stream.until("message").texts()).containsExactly("Six");
            assertThat(stream.names).doesNotContain("reset");
        }
    }

    @Test
    void anIdOfAnotherRunMeansEverythingAnew() throws Exception {
        said("One");
        for (String id : List.of("00000000-5", "nonsense", "-", "99999999999999999999")) {
            try (Stream stream = listen(id)) {
                assertThat(stream.until("reset").texts()).containsExactly("One");
            }
        }
    }

    @Test
    void aWhisperReachesItsListenerOnly() throws Exception {
        try (Stream stream = listen("")) {
            stream.until("reset");
            room.platform.whisper(
                    BO, new Outgoing("w1", RoomServer.ROOM, "For Bo", Optional.empty(), Outgoing.Tone.PLAIN));
            Account account =
                    new Account("web", ana.cookie().substring(0, ana.cookie().indexOf('.')));
            room.platform.whisper(
                    account, new Outgoing("w2", RoomServer.ROOM, "For Ana", Optional.empty(), Outgoing.Tone.PLAIN));

            assertThat(stream.until("note").texts()).containsExactly("For Ana");
        }
    }

    @Test
    void anOpenStreamIsPresence() throws Exception {
        try (Stream stream = listen("")) {
            stream.until("reset");
            await().untilAsserted(() ->
                    assertThat(room.platform.presence(RoomServer.ROOM).people()).isEqualTo(1));
        }
    }

    @Test
    void whoHasNotJoinedHearsNothing() {
        Client stranger = new Client(room.address());
        assertThat(stranger.get("/room/talk/events").statusCode()).isEqualTo(403);
        stranger.page("/");
        assertThat(stranger.get("/room/talk/events").statusCode()).isEqualTo(403);
    }

    private record Event(String name, String id, String data) {
        List<String> texts() {
            return Jsoup.parse(data).select(".text").eachText();
        }
    }

    private static final class Stream implements AutoCloseable {
        private final BufferedReader lines;
        final List<String> names = new ArrayList<>();

        Stream(InputStream body) {
            lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }

        Event next() throws IOException {
            String name = "";
            String id = "";
            StringBuilder data = new StringBuilder();
            while (true) {
                String line = lines.readLine();
                assertThat(line).as("the stream goes on").isNotNull();
                if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    data.append(data.isEmpty() ? "" : "\n").append(line.substring(6));
                } else if (line.isEmpty() && !name.isEmpty()) {
                    names.add(name);
                    return new Event(name, id, data.toString());
                }
            }
        }

        Event until(String name) throws IOException {
            Event event = next();
            while (!event.name().equals(name)) {
                event = next();
            }
            return event;
        }

        /** The event of this name, with the next id that is given. */
        Event untilId(String name) throws IOException {
            Event event = until(name);
            Event last = event;
            while (last.id().isEmpty()) {
                last = next();
            }
            return new Event(event.name(), last.id(), event.data());
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
