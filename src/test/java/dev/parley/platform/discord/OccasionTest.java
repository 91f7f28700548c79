package dev.parley.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Occasion;
import dev.parley.platform.discord.local.Channel;
import dev.parley.platform.discord.local.GuildEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OccasionTest {
    private final Community community = new Community();
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(1));

    @BeforeEach
    void start() {
        community.start();
    }

    @AfterEach
    void stop() {
        community.close();
        assertThat(community.discord.violations()).isEmpty();
    }

    private Occasion occasion(String title, Instant at, Occasion.State state) {
        return new Occasion(community.room, title, "About **listening**", at, at.plus(Duration.ofHours(1)), state);
    }

    private Optional<MessageId> tell(Occasion.State state, Optional<MessageId> standing) {
        return community.platform.occasion(occasion("Tuesday talk", start, state), standing);
    }

    private GuildEvent event() {
        assertThat(community.guild.events()).hasSize(1);
        return community.guild.events().getFirst();
    }

    @Test
    void anOccurrenceIsAnEventOfTheServer() {
        Optional<MessageId> id = tell(Occasion.State.PLANNED, Optional.empty());

        assertThat(id).contains(new MessageId(community.room, Long.toString(event().id())));
        assertThat(event().name()).isEqualTo("Tuesday talk");
        assertThat(event().description()).isEqualTo("About **listening**");
        assertThat(event().start()).isEqualTo(start);
        assertThat(event().end()).isEqualTo(start.plus(Duration.ofHours(1)));
        assertThat(event().location()).contains(community.room.id());
    }

    @Test
    void aCrashBetweenDoesNotMakeTwo() {
        Optional<MessageId> first = tell(Occasion.State.PLANNED, Optional.empty());

        assertThat(tell(Occasion.State.PLANNED, Optional.empty())).isEqualTo(first);
        assertThat(event().status()).isEqualTo(GuildEvent.Status.SCHEDULED);
    }

    /** Discord keeps times to the microsecond. */
    @Test
    void aTimeThatIsFinerThanDiscordsIsFoundAgain() {
        Occasion occasion = occasion("Tuesday talk", start.plusNanos(453), Occasion.State.PLANNED);
        Optional<MessageId> first = community.platform.occasion(occasion, Optional.empty());

        assertThat(community.platform.occasion(occasion, Optional.empty())).isEqualTo(first);
        assertThat(event().status()).isEqualTo(GuildEvent.Status.SCHEDULED);
    }

    @Test
    void itIsMovedAndRenamedInItsPlace() {
        Optional<MessageId> id = tell(Occasion.State.PLANNED, Optional.empty());
        Instant later = start.plus(Duration.ofHours(2));

        community.platform.occasion(occasion("Wednesday talk", later, Occasion.State.PLANNED), id);

        assertThat(event().name()).isEqualTo("Wednesday talk");
        assertThat(event().start()).isEqualTo(later);
    }

    @Test
    void itRunsAndIsOver() {
        Optional<MessageId> id = tell(Occasion.State.PLANNED, Optional.empty());
        tell(Occasion.State.RUNNING, id);
        assertThat(event().status()).isEqualTo(GuildEvent.Status.ACTIVE);
        tell(Occasion.State.RUNNING, id);
        tell(Occasion.State.OVER, id);
        assertThat(event().status()).isEqualTo(GuildEvent.Status.COMPLETED);
        tell(Occasion.State.OVER, id);
        tell(Occasion.State.CANCELLED, id);
        assertThat(event().status()).isEqualTo(GuildEvent.Status.COMPLETED);
    }

    @Test
    void itIsCancelled() {
        Optional<MessageId> id = tell(Occasion.State.PLANNED, Optional.empty());
        tell(Occasion.State.CANCELLED, id);

        assertThat(community.guild.events())
                .allMatch(event -> event.isDeleted() || event.status() == GuildEvent.Status.CANCELED);
    }

    @Test
    void whatHasBegunWithoutAnEventGetsNone() {
        assertThat(community.platform.occasion(
                        occasion("Tuesday talk", Instant.now().minusSeconds(60), Occasion.State.RUNNING),
                        Optional.empty()))
                .isEmpty();
        assertThat(community.guild.events()).isEmpty();
    }

    @Test
    void whatWasCancelledAndIsPlannedAgainIsANewEvent() {
        Optional<MessageId> first = tell(Occasion.State.PLANNED, Optional.empty());
        tell(Occasion.State.CANCELLED, first);

        Optional<MessageId> second = tell(Occasion.State.PLANNED, first);

        assertThat(second).isPresent().isNotEqualTo(first);
        assertThat(tell(Occasion.State.PLANNED, second)).isEqualTo(second);
        assertThat(community.guild.events())
                .filteredOn(event -> event.status() == GuildEvent.Status.SCHEDULED)
                .hasSize(1);
    }

    @Test
    void twoRoomsOfOneServerHaveOneEvent() {
        Optional<MessageId> first = tell(Occasion.State.PLANNED, Optional.empty());
        Channel elsewhere = community.guild.channel("thursday-talk");
        RoomId other = new RoomId("discord", Long.toString(elsewhere.id()));
        Occasion same = new Occasion(
                other,
                "Tuesday talk",
                "About **asking**",
                start,
                start.plus(Duration.ofHours(1)),
                Occasion.State.PLANNED);

        Optional<MessageId> second = community.platform.occasion(same, Optional.empty());

        assertThat(second).contains(new MessageId(other, first.orElseThrow().id()));
        assertThat(community.platform.occasion(same, second)).isEqualTo(second);
        assertThat(event().location()).contains(community.room.id());
        community.platform.occasion(
                new Occasion(other, "Another", "", start, start.plus(Duration.ofHours(1)), Occasion.State.PLANNED),
                Optional.empty());
        assertThat(community.guild.events()).hasSize(2);
    }
}
