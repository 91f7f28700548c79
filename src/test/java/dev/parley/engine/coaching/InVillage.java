package dev.parley.engine.coaching;

import dev.parley.coaching.partnership.Partnership;
import dev.parley.coaching.partnership.Shape;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.PersonId;
import dev.parley.store.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A village in which Ada and Ben are known. */
abstract class InVillage {

    /** A Wednesday, ten in the morning in Berlin. */
    static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

    @TempDir
    Path folder;

    PrivateRooms rooms = new PrivateRooms();
    Village village;
    PersonId ada;
    PersonId ben;

    @BeforeEach
    void open() {
        village = new Village(Settings.inFolder(folder), rooms, NOW, "lead");
        ada = village.introduce("ada", "Ada");
        ben = village.introduce("ben", "Ben");
    }

    @AfterEach
    void close() {
        village.close();
    }

    /** A partnership that has begun. */
    String together(PersonId... people) {
        String id = village.form("impact-cycle", Shape.PARTNERS, List.of(people));
        for (PersonId person : people) {
            String account = village.ledger().accounts(person).getFirst().id();
            village.press(account, Meanings.text(new Meaning.Agree(id)));
        }
        return id;
    }

    Optional<Shared> shared(String partnership, PersonId person) {
        return village.ledger()
                .look(
                        new ConversationId(Village.COMMUNITY, Partnership.KIND + ":" + partnership),
                        story -> Shared.of((Partnership) story, person));
    }
}
