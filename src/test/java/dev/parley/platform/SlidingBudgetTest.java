package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlidingBudgetTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Allowance THREE = new Allowance(3, SECOND, Duration.ofSeconds(2));

    /** A clock near its end, where a sum of two times would overflow. */
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1000);

    private final SlidingBudget budget = new SlidingBudget(THREE, clock::get);

    @Test
    void allSlotsCanBeUsedInOneMomentAndAgainWhenTheyHaveRested() {
        allow(3);
        List<Leave> leaves = List.of(now(), now(), now());
        assertNothingFree();

        leaves.forEach(Leave::answered);
        pass(THREE.rest().minusNanos(1));
        assertNothingFree();
        pass(Duration.ofNanos(1));
        List<Leave> again = List.of(now(), now(), now());
        assertThat(again).hasSize(3);
        assertNothingFree();
    }

    @Test
    void aSlotRestsFromItsAnswerOnHoweverLateThatComes() {
        allow(1);
        Leave leave = now();
        pass(Duration.ofMinutes(1));
        assertNothingFree();

        leave.answered();
        leave.close();
        pass(THREE.rest().minusNanos(1));
        assertNothingFree();
        pass(Duration.ofNanos(1));
        now();
    }

    @Test
    void whatWasNotAnsweredMayStillArriveAndRestsLonger() {
        allow(1);
        try (Leave _ = now()) {
            assertNothingFree();
        }

        pass(THREE.longRest().minusNanos(1));
        assertNothingFree();
        pass(Duration.ofNanos(1));
        now();
    }

    @Test
    void aLeaveIsGivenBackOnce() {
        allow(2);
        Leave leave = now();
        leave.answered();
        leave.answered();
        leave.close();

        now();
        assertNothingFree();
        pass(THREE.rest());
        now();
        assertNothingFree();
    }

    @Test
    void fewerSlotsTakeNothingBackButAreNotUsedAgain() {
        allow(3);
        Leave one = now();
        Leave other = now();
        allow(1);
        assertThat(budget.held()).isEqualTo(2);

        one.answered();
        pass(THREE.rest());
        assertThat(budget.held()).isEqualTo(1);
        assertNothingFree();
        other.answered();
        pass(THREE.rest());
        now();
        assertNothingFree();
        allow(2);
        now();
        assertNothingFree();
    }

    @Test
    void nothingIsGivenOnceTheSlotsHaveEnded() {
        budget.allow(3, clock.get() + 10);
        pass(Duration.ofNanos(9));
        now();
        pass(Duration.ofNanos(1));
        assertNothingFree();

        budget.allow(3, clock.get() + 10);
        now();
    }

    @Test
    void aProcessThatIsAloneWaitsForWhatOneBeforeItMayHaveSent() {
        SlidingBudget alone = SlidingBudget.alone(THREE, clock::get);
        pass(THREE.longRest().minusNanos(1));
        assertThat(alone.takeNow()).isEmpty();

        pass(Duration.ofNanos(1));
        for (int i = 0; i < 3; i++) {
            assertThat(alone.takeNow()).isPresent();
        }
        assertThat(alone.takeNow()).isEmpty();
    }

    @Test
    void theMostUrgentGoesFirstAndAmongEqualsWhoCameFirst() {
        allow(1);
        Leave taken = now();
        List<String> served = Collections.synchronizedList(new ArrayList<>());
        startWaiting("first of few", 1, served);
        startWaiting("first of many", 1000, served);
        startWaiting("second of few", 1, served);
        startWaiting("second of many", 1000, served);
        assertThat(served).isEmpty();

        taken.answered();
        for (int i = 1; i <= 4; i++) {
            pass(THREE.rest());
            allow(1);
            int number = i;
            await().until(() -> served.size() == number);
        }
        assertThat(served).containsExactly("first of many", "second of many", "first of few", "second of few");
    }

    @Test
    void whoWaitsGoesBeforeWhoDoesNot() {
        allow(1);
        Leave taken = now();
        List<String> served = Collections.synchronizedList(new ArrayList<>());
        startWaiting("patient", 0, served);

        taken.answered();
        pass(THREE.rest());
        assertNothingFree();
        allow(1);
        await().until(() -> served.equals(List.of("patient")));
    }

    @Test
    void whoIsInterruptedTakesNothingAndHoldsNobodyUp() throws Exception {
        allow(1);
        Leave taken = now();
        List<String> served = Collections.synchronizedList(new ArrayList<>());
        Thread impatient = startWaiting("impatient", 0, served);
        startWaiting("patient", 0, served);

        impatient.interrupt();
        impatient.join();
        taken.answered();
        pass(THREE.rest());
        allow(1);
        await().until(() -> served.equals(List.of("patient")));
        assertThat(budget.held()).isEqualTo(1);
    }

    @Test
    void whoWaitsForSlotsThatHaveEndedGoesOnWhenTheyAreAllowedAgain() {
        budget.allow(1, clock.get());
        List<String> served = Collections.synchronizedList(new ArrayList<>());
        startWaiting("patient", 0, served);
        assertThat(served).isEmpty();

        allow(1);
        await().until(() -> served.equals(List.of("patient")));
    }

    @Test
    void manyThreadsAllGetTheirTurnAndNeverTooManyAtOnce() throws Exception {
        Duration window = Duration.ofMillis(20);
        SlidingBudget real = SlidingBudget.alone(new Allowance(10, window, window), System::nanoTime);
        CountingServer server = new CountingServer();
        AtomicInteger served = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int urgency = i % 3;
            threads.add(Thread.ofVirtual().start(() -> {
                try (Leave leave = real.take(urgency)) {
                    server.arrived(System.nanoTime());
                    leave.answered();
                    served.incrementAndGet();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        for (Thread thread : threads) {
            assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
        }

        assertThat(served).hasValue(400);
        assertThat(server.mostWithin(window)).isLessThanOrEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void howeverLongRequestsAndAnswersTravelNoSecondSeesTooMany(long seed) {
        Random random = new Random(seed);
        Allowance fifty = new Allowance(50, SECOND, Duration.ofSeconds(2));
        AtomicLong time = new AtomicLong();
        SlidingBudget some = SlidingBudget.alone(fifty, time::get);
        CountingServer server = new CountingServer();
        record Due(long at, Runnable what) {}
        PriorityQueue<Due> due = new PriorityQueue<>((one, other) -> Long.compare(one.at(), other.at()));
        long slowest = TimeUnit.MILLISECONDS.toNanos(1 + random.nextInt(1900));
        while (server.count() < 2000) {
            time.addAndGet(1 + random.nextInt(3_000_000));
            while (!due.isEmpty() && due.peek().at() <= time.get()) {
                long at = due.peek().at();
                long now = time.getAndSet(at);
                due.remove().what().run();
                time.set(now);
            }
            some.takeNow().ifPresent(leave -> {
                long there = time.get() + random.nextLong(slowest);
                server.arrived(there);
                boolean answered = random.nextInt(20) > 0;
                // an answer that is lost may be given up before the request has arrived
                long over = answered ? there + random.nextLong(slowest) : time.get() + random.nextLong(slowest);
                due.add(new Due(over, answered ? leave::answered : leave::close));
            });
        }

        assertThat(server.mostWithin(SECOND)).as("seed %d", seed).isLessThanOrEqualTo(50);
    }

    @Test
    void anAllowanceOfNothingIsNone() {
        assertThatThrownBy(() -> new Allowance(0, SECOND, SECOND)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Allowance(1, Duration.ZERO, SECOND)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Allowance(1, SECOND, Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Thread startWaiting(String name, int urgency, List<String> served) {
        Thread thread = Thread.ofVirtual().start(() -> {
            try (Leave leave = budget.take(urgency)) {
                served.add(name);
                leave.answered();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(thread::getState, state -> state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING);
        return thread;
    }

    private Leave now() {
        return budget.takeNow().orElseThrow();
    }

    private void assertNothingFree() {
        assertThat(budget.takeNow()).isEmpty();
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    private void allow(int number) {
        budget.allow(number, clock.get() + Duration.ofDays(1).toNanos());
    }
}
