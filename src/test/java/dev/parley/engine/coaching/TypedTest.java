package dev.parley.engine.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.coaching.Look;
import dev.parley.coaching.partnership.Partnership;
import dev.parley.coaching.partnership.PartnershipCommand;
import dev.parley.coaching.partnership.Seen;
import dev.parley.coaching.partnership.Shape;
import dev.parley.coaching.partnership.Source;
import dev.parley.conversation.PersonId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody typed is kept, or refused, so that it is given back; nobody is told that it is kept where it is not. */
class TypedTest {

    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

    @TempDir
    Path folder;

    private Village village;
    private PersonId ada;
    private PersonId ben;

    @BeforeEach
    void open() {
        village = new Village(dev.parley.store.Settings.inFolder(folder), new PrivateRooms(), NOW, "lead");
        ada = village.introduce("ada", "Ada");
        ben = village.introduce("ben", "Ben");
    }

    @AfterEach
    void close() {
        village.close();
    }

    @Test
    void howSomethingWentThatIsNotTriedAnyMoreIsRefused() {
        String told = village.fill("ada", Meanings.text(new Meaning.TellHow("c9")), Map.of("text", "It went well"));

        assertThat(told).startsWith("refused: ");
    }

    @Test
    void anAnswerOfSomebodyWhoHasLeftIsRefused() {
        String id = village.form("impact-cycle", Shape.PARTNERS, List.of(ada, ben));
        village.press("ada", Meanings.text(new Meaning.Agree(id)));
        village.press("ben", Meanings.text(new Meaning.Agree(id)));
        Shared shared = shared(id, ada).orElseThrow();
        Instant start = NOW.plus(Duration.ofHours(1));
        Instant end = start.plus(Duration.ofMinutes(45));
        village.ledger()
                .ask(
                        shared.story(),
                        new PartnershipCommand.SetMeeting(ada, Source.COMMAND, start, end, Optional.empty()))
                .join();
        village.until(end.plus(Duration.ofMinutes(30)));
        Seen.Meeting meeting = shared(id, ada).orElseThrow().seen().meetings().getFirst();
        String write = Meanings.text(new Meaning.WriteOne(id, meeting.id(), Look.BACK));
        assertThat(village.fill("ada", write, Map.of("back", "We listened"))).doesNotStartWith("refused: ");

        village.press("ada", Meanings.text(new Meaning.Leave(id)));

        assertThat(village.fill("ada", write, Map.of("back", "And more"))).startsWith("refused: ");
    }

    private Optional<Shared> shared(String id, PersonId person) {
        return village.ledger()
                .look(
                        new dev.parley.conversation.ConversationId(Village.COMMUNITY, Partnership.KIND + ":" + id),
                        one -> Shared.of((Partnership) one, person));
    }
}
