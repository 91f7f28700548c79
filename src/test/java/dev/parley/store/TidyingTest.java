package dev.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TidyingTest {

    @TempDir
    Path folder;

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("parley") + Opening.H2;
    }

    @Test
    void aLargeFileIsSmallAgainAndHoldsWhatItHeld() throws Exception {
        Path file = folder.resolve("parley.mv.db");
        try (Connection connection = DriverManager.getConnection(url(), "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create table matter (n integer primary key, body varchar)");
            statement.execute(
                    "insert into matter select \"X\", repeat(cast(random_uuid() as varchar), 30) from system_range(1, 20000)");
            for (int round = 0; round < 4; round++) {
                statement.execute("update matter set body = repeat(cast(random_uuid() as varchar), 30)");
                statement.execute("checkpoint sync");
            }
            statement.execute("delete from matter where n > 10");
            statement.execute("shutdown immediately");
        }
        long before = Files.size(file);
        assertThat(before).isGreaterThan(64L * 1024 * 1024);

        new Tidying(file).tidy();

        assertThat(Files.size(file)).isLessThan(before / 10);
        try (Connection connection = DriverManager.getConnection(url(), "sa", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from matter")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(10);
        }
    }

    @Test
    void aFileThatIsInUseIsLeftAlone() throws Exception {
        try (Connection connection = DriverManager.getConnection(url(), "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create table matter (n integer primary key)");
            new Tidying(folder.resolve("parley.mv.db")).tidy();
            statement.execute("insert into matter values (1)");
        }
    }
}
