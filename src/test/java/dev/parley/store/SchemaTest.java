package dev.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.Set;
import java.util.TreeSet;
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
                .contains("event", "words", "speaker", "heard", "person", "person_key", "account", "host", "outbox");
        assertThat(names("""
                                select table_name from information_schema.tables t where table_schema = 'public'
                                and not exists (
                                    select 1 from information_schema.columns c
                                    where c.table_name = t.table_name and c.column_name = 'community'
                                    and c.is_nullable = 'NO')
                                """)).containsExactlyInAnyOrderElementsOf(OF_NO_COMMUNITY);
    }

    private Set<String> names(String sql) throws Exception {
        Set<String> names = new TreeSet<>();
        String url = "jdbc:h2:file:" + folder.resolve("parley") + Opening.H2;
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
