package dev.parley.engine;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.platform.Account;
import dev.parley.platform.Facilitator;
import dev.parley.platform.Incoming;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/** How many messages a second a running chat hears, files and keeps durably, without any platform around it. */
public final class HearingBenchmark {

    private static final int PEOPLE = 50;
    private static final int AT_ONCE = 2_000;
    private static final int MESSAGES = 40_000;

    private HearingBenchmark() {}

    /** Runs five rounds, each in a chat of its own. */
    public static void main(String[] arguments) throws Exception {
        for (int round = 1; round <= 5; round++) {
            Path folder = Files.createTempDirectory("hearing");
            try (House house = new House(folder, EngineTest.plan(), EngineTest.START.minus(Duration.ofDays(2)), 100)) {
                house.until(EngineTest.START.plus(Duration.ofMinutes(4)));
                System.out.printf("round %d: %,.0f messages a second%n", round, hear(house));
            }
        }
    }

    private static double hear(House house) throws InterruptedException {
        Facilitator facilitator = house.engine.facilitator();
        Semaphore open = new Semaphore(AT_ONCE);
        Instant at = house.clock.instant();
        long begin = System.nanoTime();
        for (int number = 0; number < MESSAGES; number++) {
            String person = "person" + number % PEOPLE;
            String text = number % 3 == 0 ? "A1: I would try the smallest thing first, take " + number : "so true " + number;
            open.acquire();
            facilitator
                    .hear(new Incoming.Said(
                            new MessageId(House.ROOM, "m" + number),
                            new Account(FakePlatform.NAME, person),
                            person,
                            text,
                            Place.ROOM,
                            at))
                    .whenComplete((_, _) -> open.release());
        }
        open.acquire(AT_ONCE);
        return MESSAGES / ((System.nanoTime() - begin) / 1e9);
    }
}
