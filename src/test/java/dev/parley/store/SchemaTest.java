package dev.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.RoomId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every table has. */
class SchemaTest {
    private static final Set<String> OF_NO_COMMUNITY =
            Set.of("turn", "keeper", "budget_share", "flyway_schema_history");

    @TempDir
    Path folder;

    @Test
    void everyTableCarriesItsCommunity() throws Exception {
        Stores.open(Settings.inFolder(folder)).close();

        assertThat(names("select table_name from information_schema.tables where table_schema = 'public'"))
                .containsAll(OF_NO_COMMUNITY)
                .contains(
                        "event",
                        "words",
                        "speaker",
                        "heard",
                        "member",
                        "person",
                        "person_key",
                        "account",
                        "host",
                        "outbox",
                        "installation");
        assertThat(names("""
                                select table_name from information_schema.tables t where table_schema = 'public'
                                and not exists (
                                    select 1 from information_schema.columns c
                                    where c.table_name = t.table_name and c.column_name = 'community'
                                    and c.is_nullable = 'NO')
                                """)).containsExactlyInAnyOrderElementsOf(OF_NO_COMMUNITY);
    }

    @Test
    void whatAnEarlierVersionKeptIsStillFound() throws Exception {
        Flyway.configure()
                .dataSource(url(), "sa", "")
                .locations("classpath:db/migration")
                .target("2")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url(), "sa", "");
                Statement insert = connection.createStatement()) {
            insert.execute("insert into person (community, id, name) values ('gardeners', 'ada', X'00')");
            insert.execute("insert into stream (community, name, version, begun, active)"
                    + " values ('gardeners', 'soil', 1, '2026-11-23 12:00:00Z', true)");
            insert.execute("insert into words (community, stream, room, message, revision, person, sealed)"
                    + " values ('gardeners', 'soil', 'web:shed', '1', 1, 'ada', X'00')");
        }

        ConversationId soil = new ConversationId("gardeners", "soil");
        MessageId message = new MessageId(new RoomId("web", "shed"), "1");
        try (Store store = Stores.open(Settings.inFolder(folder))) {
            assertThat(store.<Optional<ConversationId>>read(reading -> reading.home("gardeners", message)))
                    .contains(soil);
            assertThat(store.<List<ConversationId>>read(reading -> reading.heardIn("gardeners", new PersonId("ada"))))
                    .containsExactly(soil);
            assertThat(store.<List<ConversationId>>read(reading -> reading.openStreams("gardeners")))
                    .containsExactly(soil);
            assertThat(store.<Set<PersonId>>read(reading -> reading.speakers(List.of(soil))))
                    .containsExactly(new PersonId("ada"));
        }
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("parley") + Opening.H2;
    }

    private Set<String> names(String sql) throws Exception {
        Set<String> names = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection(url(), "sa", "");
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
