package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real process is killed twenty times in the course of one chat while people talk. */
class KilledAtAnyMomentTest {

    private static final int KILLS = 20;
    private static final String ROOM = "/room/commons";

    @TempDir
    Path folder;

    private final List<String> acknowledged = new ArrayList<>();
    private final List<Guest> guests = new ArrayList<>();
    private int number;

    @Test
    void nothingIsAskedTwiceNothingIsLostAndOrderIsKept() throws Exception {
        long seed = System.nanoTime();
        System.out.println("Kills from seed " + seed);
        Random random = new Random(seed);
        ParleyProcess parley = new ParleyProcess(folder, "2m");
        parley.start();
        for (String name : List.of("Ida", "Bo", "Cem", "Dara")) {
            Guest guest = new Guest(parley.site());
            assertThat(guest.send("/", "/join", Map.of("name", name)).statusCode())
                    .isEqualTo(303);
            guests.add(guest);
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> guests.getFirst().page(ROOM).text().contains("Welcome to the quick chat"));
        for (int kill = 0; kill < KILLS; kill++) {
            Thread talking = Thread.ofPlatform().start(this::talk);
            Thread.sleep(random.nextInt(1_500));
            parley.kill();
            talking.join();
            parley.start();
            check(guests.getFirst().page(ROOM), "after kill " + kill + ", seed " + seed);
        }
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() ->
                        guests.getFirst().page(ROOM).select("a[href*=/recap/]").size() > 0);
        Document room = guests.getFirst().page(ROOM);
        check(room, "at the end, seed " + seed);
        Element link = room.selectFirst("a[href*=/recap/]");
        String recap = guests.getFirst()
                .get(URI.create(link.absUrl("href")).getPath() + ".json")
                .body();
        acknowledged.forEach(text -> assertThat(recap).contains(text.substring("A1: ".length())));
        assertThat(parley.stop()).isIn(0, 143);
    }

    private void talk() {
        for (Guest guest : guests) {
            String text = "A" + (1 + number % 5) + ": thought number " + number++ + " of the evening";
            try {
                if (guest.send(ROOM, "/say", Map.of("text", text)).statusCode() == 303) {
                    acknowledged.add(text);
                }
            } catch (IOException | InterruptedException _) {
                return; // killed
            }
        }
    }

    private void check(Document room, String when) {
        String all = room.text();
        for (String question : List.of("first", "second", "third", "fourth", "fifth")) {
            long posts = room.select("article.asks .text").eachText().stream()
                    .filter(text -> text.contains("What is the " + question + " matter?"))
                    .count();
            assertThat(posts).as(question + " " + when).isLessThanOrEqualTo(1);
        }
        int last = -1;
        for (String text : acknowledged) {
            int at = all.indexOf(text);
            assertThat(at).as(text + " " + when).isGreaterThan(last);
            last = at;
        }
    }
}
