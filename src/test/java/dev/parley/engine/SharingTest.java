package dev.parley.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.Allowance;
import dev.parley.platform.CountingServer;
import dev.parley.platform.Leave;
import dev.parley.platform.SlidingBudget;
import dev.parley.store.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Several processes share a budget on simulated time: each with a stopwatch of its own, a network between everything, transactions that
 * fail before or after they are done, and deaths. From a seed, which a failure names.
 */
class SharingTest {

    private static final Allowance FIFTY = new Allowance(50, Duration.ofSeconds(1), Duration.ofSeconds(2));
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final long MILLISECOND = 1_000_000;
    private static final long SECOND = 1000 * MILLISECOND;
    /** The longest that a request or an answer travels, where nothing else is said. */
    private static final long SLOWEST = SECOND / 5;

    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::number));
    private final TreeMap<String, Share> table = new TreeMap<>();
    private final CountingServer server = new CountingServer();
    private Random random = new Random(0);
    private long now;
    private long numbers;
    private int waiting;
    /** The longest that a request travels. */
    private long travel = SLOWEST;
    /** The longest that the table takes to hear or to answer. */
    private long hearing = SLOWEST / 2;

    private record Due(long at, long number, Runnable what) {}

    /** One process. */
    private final class Instance {
        private final long skew = random.nextLong();
        private final SlidingBudget budget = new SlidingBudget(FIFTY, this::stopwatch);
        private final Sharing sharing;
        private boolean dead;
        private boolean idle;
        /** It does not reach the table before. */
        private long cutOffUntil;

        Instance(String name) {
            sharing = new Sharing(name, FIFTY, budget, LEASE);
        }

        Instance start() {
            visit();
            return this;
        }

        long stopwatch() {
            return now + skew;
        }

        void visit() {
            if (dead) {
                return;
            }
            Sharing.Visit visit = sharing.begin(stopwatch());
            after(random.nextLong(hearing), () -> commit(visit));
        }

        private void commit(Sharing.Visit visit) {
            if (now < cutOffUntil) {
                after(SECOND, this::visit);
                return;
            }
            // a dead process may have sent its transaction before it died
            Sharing.Outcome outcome = sharing.decide(visit, List.copyOf(table.values()));
            outcome.dead().forEach(table::remove);
            table.put(outcome.mine().instance(), outcome.mine());
            assertThat(table.values().stream().mapToInt(Share::slots).sum()).isLessThanOrEqualTo(50);
            boolean unheard = random.nextInt(15) == 0;
            after(unheard ? SECOND : random.nextLong(hearing), unheard ? this::visit : () -> end(visit, outcome));
        }

        private void end(Sharing.Visit visit, Sharing.Outcome outcome) {
            if (!dead) {
                sharing.end(visit, outcome, stopwatch());
                after(sharing.pause(outcome, stopwatch()), this::visit);
            }
        }

        /** Sends one request if it may. */
        boolean send() {
            if (dead || idle || waiting == 0) {
                return false;
            }
            return budget.takeNow()
                    .map(leave -> {
                        waiting--;
                        long arrives = now + random.nextLong(travel);
                        server.arrived(arrives);
                        answer(leave, arrives);
                        return true;
                    })
                    .orElse(false);
        }

        private void answer(Leave leave, long arrives) {
            if (random.nextInt(50) == 0) {
                after(random.nextLong(travel), leave::close);
            } else {
                after(arrives - now + random.nextLong(SLOWEST), leave::answered);
            }
        }
    }

    private void after(long time, Runnable what) {
        due.add(new Due(now + time, ++numbers, what));
    }

    /** Lets time go by; whoever may send does so at once. */
    private void run(long until, List<Instance> instances) {
        while (now < until) {
            now += MILLISECOND;
            while (!due.isEmpty() && due.peek().at() <= now) {
                long end = now;
                now = due.peek().at();
                due.remove().what().run();
                now = end;
            }
            boolean sent = true;
            while (sent) {
                sent = false;
                for (Instance instance : instances) {
                    sent |= instance.send();
                }
            }
        }
    }

    @Test
    void oneAloneHasAll() {
        Instance one = new Instance("one").start();
        run(5 * SECOND, List.of(one));

        assertThat(one.budget.held()).isEqualTo(50);
    }

    @Test
    void thoseWhoLiveHaveEqualParts() {
        List<Instance> instances = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            instances.add(new Instance("instance " + i).start());
            run(now + 20 * SECOND, instances);
        }

        assertThat(instances).extracting(instance -> instance.budget.held()).containsExactly(17, 17, 16);
    }

    @Test
    void aPartThatIsInUseIsGivenUpOnlyWhenItHasRested() {
        Instance one = new Instance("one").start();
        run(5 * SECOND, List.of(one));
        List<Leave> leaves = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            leaves.add(one.budget.takeNow().orElseThrow());
        }
        Instance two = new Instance("two").start();
        run(now + 20 * SECOND, List.of(one, two));
        assertThat(one.budget.takeNow()).isEmpty();
        assertThat(two.budget.held()).isEqualTo(10);

        leaves.forEach(Leave::answered);
        run(now + 10 * SECOND, List.of(one, two));
        assertThat(two.budget.held()).isEqualTo(25);
    }

    @Test
    void whoCannotReachTheTableSoonGivesNoLeaveUntilItCan() {
        Instance one = new Instance("one").start();
        run(5 * SECOND, List.of(one));
        one.cutOffUntil = now + 60 * SECOND;
        run(now + SECOND, List.of(one));
        assertThat(one.budget.takeNow()).isPresent();
        run(now + LEASE.toNanos(), List.of(one));
        assertThat(one.budget.takeNow()).isEmpty();

        run(one.cutOffUntil + 5 * SECOND, List.of(one));
        assertThat(one.budget.takeNow()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsSentAtTheLastMomentCountsNoMoreWhenAnotherHasItsPart(long seed) {
        random = new Random(seed);
        hearing = SECOND;
        Instance one = new Instance("one").start();
        Instance two = new Instance("two").start();
        run(20 * SECOND + random.nextLong(SECOND), List.of(one, two));
        one.cutOffUntil = Long.MAX_VALUE;
        long last = 0;
        while (two.budget.held() == 25) {
            Optional<Leave> leave = one.budget.takeNow();
            leave.ifPresent(Leave::answered);
            last = leave.isPresent() ? now : last;
            run(now + 50 * MILLISECOND, List.of());
        }

        assertThat(two.budget.held()).isEqualTo(50);
        assertThat(now - last)
                .as("seed %d", seed)
                .isGreaterThanOrEqualTo(FIFTY.longRest().toNanos());
    }

    @Test
    void theSlotsEndCountedFromTheBeginningOfAVisitHoweverLongItTook() {
        SlidingBudget budget = new SlidingBudget(FIFTY, () -> now);
        Sharing sharing = new Sharing("one", FIFTY, budget, LEASE);
        Sharing.Visit visit = sharing.begin(now);
        now += 4 * SECOND;
        sharing.end(visit, sharing.decide(visit, List.of()), now);

        // four fifths of the lease, less a long rest
        now = 8 * SECOND - FIFTY.longRest().toNanos() - 1;
        assertThat(budget.takeNow()).isPresent();
        now++;
        assertThat(budget.takeNow()).isEmpty();
    }

    @Test
    void aLeaseThatIsTooShortIsRefused() {
        assertThatThrownBy(() -> new Sharing("one", FIFTY, new SlidingBudget(FIFTY, () -> 0), Duration.ofSeconds(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too short");
    }

    static List<Long> seeds() {
        return new Random(20261123).longs(40).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noSecondSeesTooManyWhoeverComesAndDies(long seed) {
        random = new Random(seed);
        List<Instance> instances = new ArrayList<>();
        int comers = 0;
        travel = random.nextBoolean() ? SLOWEST : FIFTY.travel().toNanos();
        waiting = 4000;
        while (server.count() < 4000) {
            instances.removeIf(instance -> instance.dead);
            if (instances.isEmpty() || instances.size() < 4 && random.nextInt(3) == 0) {
                instances.add(new Instance("instance " + comers++).start());
            }
            Instance some = instances.get(random.nextInt(instances.size()));
            switch (random.nextInt(4)) {
                case 0 -> some.dead = true;
                case 1 -> some.cutOffUntil = now + random.nextLong(25 * SECOND);
                default -> some.idle = !some.idle;
            }
            run(now + random.nextLong(15 * SECOND), instances);
            assertThat(now).as("seed %d", seed).isLessThan(3600 * SECOND);
        }

        assertThat(server.mostWithin(Duration.ofSeconds(1))).as("seed %d", seed).isLessThanOrEqualTo(50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void afterADeathAllIsOutWithinTheLeaseAndWhatTheRestNeeds(long seed) {
        random = new Random(seed);
        Instance one = new Instance("one").start();
        Instance two = new Instance("two").start();
        run(20 * SECOND, List.of(one, two));
        waiting = 1000;
        run(now + random.nextLong(8 * SECOND), List.of(one, two));
        long death = now;
        one.dead = true;
        // what a dead process had taken is sent again by another
        waiting += 50;
        int left = waiting;
        run(now + 60 * SECOND, List.of(two));

        long round = FIFTY.rest().toNanos() + 2 * SLOWEST;
        long rest = (left / 50 + 3) * round;
        assertThat(waiting).isZero();
        assertThat(server.last() - death).as("seed %d", seed).isLessThanOrEqualTo(LEASE.toNanos() + 2 * SLOWEST + rest);
        assertThat(server.mostWithin(Duration.ofSeconds(1))).as("seed %d", seed).isLessThanOrEqualTo(50);
    }
}
