package dev.parley.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A whole evening with faults from a seed: the platform does not answer, or answers and the answer is lost; messages come twice and
 * late; the process dies. To replay a seed, put it in front of the others.
 */
class SimulationTest {

    @TempDir
    Path folder;

    private final Map<MessageId, String> said = new HashMap<>();
    private final Map<MessageId, String> who = new HashMap<>();
    private final Set<MessageId> deleted = new HashSet<>();

    @ParameterizedTest
    @ValueSource(longs = {11, 23, 42, 77, 101, 2026})
    void nothingIsLostAndNothingIsSaidTwice(long seed) {
        Random random = new Random(seed);
        House house = new House(
                folder, EngineTest.plan(), EngineTest.START.minus(Duration.ofHours(1)), random.nextInt(2) * 50L);
        house.until(EngineTest.START.plusSeconds(1));
        for (int step = 0; step < 60; step++) {
            one(house, random);
        }
        house.platform.unreachable = 0;
        house.until(EngineTest.START.plus(Duration.ofHours(2)));

        assertThat(house.platform.posted.stream().map(post -> post.key()))
                .as("posts, seed " + seed)
                .doesNotHaveDuplicates();
        String recap = house.engine.recap(House.CHAT).orElseThrow().toString();
        said.forEach((message, text) -> {
            String words = text.substring(text.indexOf(':') + 2);
            if (deleted.contains(message)) {
                assertThat(recap).as("deleted, seed " + seed).doesNotContain(words);
            } else {
                assertThat(recap).as("kept, seed " + seed).contains(words);
            }
        });
        house.close();
    }

    private void one(House house, Random random) {
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> say(house, random);
            case 4 -> again(house, random);
            case 5 -> delete(house, random);
            case 6 -> house.platform.unreachable = random.nextInt(4);
            case 7 -> house.platform.diesAfterPosting = true;
            case 8 -> {
                house.kill();
                house.away(Duration.ofSeconds(random.nextInt(40)));
                house.start();
            }
            default -> {}
        }
        house.until(house.clock.instant().plusSeconds(random.nextInt(30)));
    }

    private void say(House house, Random random) {
        String name = "Person " + random.nextInt(4);
        MessageId message = new MessageId(House.ROOM, "said " + said.size());
        String text = "A" + (1 + random.nextInt(3)) + ": thought " + said.size() + " of " + name + ", as it came";
        said.put(message, text);
        who.put(message, name);
        house.hear(message, name, text, Place.ROOM);
    }

    /** A message is delivered again, also one that was deleted meanwhile. */
    private void again(House house, Random random) {
        if (!said.isEmpty()) {
            MessageId message = said.keySet().stream()
                    .skip(random.nextInt(said.size()))
                    .findFirst()
                    .orElseThrow();
            house.hear(message, who.get(message), said.get(message), Place.ROOM);
        }
    }

    private void delete(House house, Random random) {
        if (!said.isEmpty()) {
            MessageId message = said.keySet().stream()
                    .skip(random.nextInt(said.size()))
                    .findFirst()
                    .orElseThrow();
            deleted.add(message);
            house.delete(message);
        }
    }
}
