package dev.parley.engine.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.coaching.partnership.PartnershipCommand;
import dev.parley.coaching.partnership.Source;
import dev.parley.conversation.MessageId;
import dev.parley.engine.Awaited;
import dev.parley.platform.Order;
import dev.parley.platform.PrivateGap;
import dev.parley.platform.Unreachable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Whose private rooms are read back since something may have been answered there that nobody heard. */
class UnheardTest extends InVillage {

    private final List<PrivateGap> read = new CopyOnWriteArrayList<>();
    private int unreachable;

    {
        rooms = new PrivateRooms() {
            @Override
            public void catchUp(PrivateGap gap) {
                if (unreachable > 0) {
                    unreachable--;
                    throw new Unreachable("Not now", Duration.ZERO);
                }
                read.add(gap);
            }
        };
    }

    private List<PrivateGap> returned(int rooms) {
        read.clear();
        village.engine.facilitator().returned(PrivateRooms.NAME);
        await().until(() -> read.size() >= rooms);
        return List.copyOf(read);
    }

    /** The two have met, and are asked about it. */
    private Instant met() {
        String id = together(ada, ben);
        Instant start = village.now().plus(Duration.ofHours(1));
        Instant end = start.plus(Duration.ofMinutes(45));
        village.ledger()
                .ask(
                        shared(id, ada).orElseThrow().story(),
                        new PartnershipCommand.SetMeeting(ada, Source.COMMAND, start, end, Optional.empty()))
                .join();
        village.until(end.plus(Duration.ofMinutes(30)));
        return end.plus(Duration.ofMinutes(10));
    }

    @Test
    void whoIsAskedIsReadBackSinceTheQuestionWithWhatIsKept() {
        Instant asked = met();
        village.until(village.now().plus(Duration.ofHours(1)));
        MessageId said = village.say("ada", "We listened");
        unreachable = 1;

        List<PrivateGap> gaps = returned(2);

        assertThat(gaps)
                .extracting(PrivateGap::with)
                .containsExactlyInAnyOrder(Village.account("ada"), Village.account("ben"));
        PrivateGap ofAda = gaps.stream()
                .filter(gap -> gap.with().equals(Village.account("ada")))
                .findFirst()
                .orElseThrow();
        assertThat(ofAda.room()).isEqualTo(PrivateRooms.room(Village.account("ada")));
        assertThat(ofAda.known()).isEqualTo(Set.of(said));
        assertThat(ofAda.from()).isBefore(asked).isAfter(asked.minusSeconds(60));
    }

    @Test
    void afterAWeekNobodyIsReadBack() {
        met();
        village.say("ada", "We listened");
        village.until(village.now().plus(Duration.ofDays(20)));

        assertThat(village.service.awaited(village.now().minus(Duration.ofDays(7))))
                .isEmpty();
    }

    @Test
    void whoWasAskedAboutWhatTheyTriedIsReadBack() {
        village.order("ada", Order.Kind.TRY, Optional.empty(), "to wait five seconds");
        village.until(village.now().plus(Duration.ofDays(16)));

        List<Awaited> awaited = village.service.awaited(village.now().minus(Duration.ofDays(7)));

        assertThat(awaited).extracting(Awaited::person).containsExactly(ada);
    }
}
