package dev.parley.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Presence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One chat in two rooms, one of them almost empty. */
class ElsewhereTest {

    private static final RoomId ATTIC = new RoomId(FakePlatform.NAME, "attic");

    @TempDir
    Path folder;

    @Test
    void theLinkLeadsToTheQuestionThatStandsThere() {
        try (House house = new House(
                folder, EngineTest.plan(House.ROOM, ATTIC), EngineTest.START.minus(Duration.ofMinutes(5)), 100)) {
            house.platform.presence = new Presence(-1, false);
            house.until(EngineTest.START.plus(Duration.ofMinutes(4)));
            List.of("Ana", "Bo", "Cem").forEach(who -> house.say(who, "A1: I ask " + who + " before I begin"));
            house.hear(new MessageId(ATTIC, "1"), "Ida", "A1: I begin alone and in the quiet", Place.ROOM);
            house.until(EngineTest.START.plus(Duration.ofMinutes(12)));

            List<Outgoing> said = house.platform.posted.stream()
                    .filter(post -> post.text().contains("another room"))
                    .toList();
            assertThat(said).hasSize(1);
            assertThat(said.getFirst().room()).isEqualTo(ATTIC);
            assertThat(said.getFirst().text()).contains("https://fake.example/");
        }
    }
}
