package dev.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a user is told when a store cannot be opened. */
class OpeningTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    Path folder;

    @Test
    void theMasterKeyIsMadeForOurEyesOnly() throws Exception {
        Stores.open(Settings.inFolder(folder)).close();

        for (String file : List.of("parley.key", "parley.keys")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aFolderInUseIsRefused() {
        try (Store store = Stores.open(Settings.inFolder(folder))) {
            refuses(Settings.inFolder(folder))
                    .hasMessageContaining("already runs")
                    .hasMessageContaining("stop it first");
            assertThat(store.<List<Person>>read(reading -> reading.people("gardeners")))
                    .isEmpty();
        }
        Stores.open(Settings.inFolder(folder)).close();
    }

    @Test
    void aFolderInUseByAnotherProcessIsRefused() throws Exception {
        try (Killed other = Killed.start(folder)) {
            other.lines(1);
            refuses(Settings.inFolder(folder))
                    .hasMessageContaining("already runs")
                    .hasMessageContaining("stop it first");
        }
        Stores.open(Settings.inFolder(folder)).close();
    }

    @Test
    void aMissingKeyIsRefusedAndNoneIsMade() throws Exception {
        Stores.open(Settings.inFolder(folder)).close();
        Files.delete(folder.resolve("parley.key"));

        refuses(Settings.inFolder(folder)).hasMessageContaining("parley.key back from a backup");
        assertThat(folder.resolve("parley.key")).doesNotExist();
    }

    @Test
    void aWrongKeyIsRefused() throws Exception {
        Stores.open(Settings.inFolder(folder)).close();

        refuses(Settings.inFolder(folder).withKey(KEY)).hasMessageContaining("PARLEY_KEY is not the one");
        Files.writeString(folder.resolve("parley.key"), KEY);
        refuses(Settings.inFolder(folder)).hasMessageContaining("parley.key is not the one");
    }

    @Test
    void aKeyThatIsNoneIsRefusedWithoutShowingIt() {
        refuses(Settings.inFolder(folder).withKey("open sesame"))
                .hasMessageContaining("openssl rand -base64 32")
                .hasMessageNotContaining("sesame");
    }

    @Test
    void aGivenKeyIsNotWrittenDown() {
        Stores.open(Settings.inFolder(folder).withKey(KEY)).close();
        Stores.open(Settings.inFolder(folder).withKey(KEY)).close();

        assertThat(folder.resolve("parley.key")).doesNotExist();
        assertThat(Settings.inFolder(folder).withKey(KEY).toString()).doesNotContain(KEY);
    }

    @Test
    void missingAndDamagedKeysOfPeopleAreRefused() throws Exception {
        Stores.open(Settings.inFolder(folder)).close();
        Path keys = folder.resolve("parley.keys");
        Files.writeString(keys, "something else");
        refuses(Settings.inFolder(folder)).hasMessageContaining("damaged");
        Files.delete(keys);

        refuses(Settings.inFolder(folder)).hasMessageContaining("parley.keys back from a backup");
        assertThat(keys).doesNotExist();
    }

    @Test
    void aFileInTheFoldersPlaceIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        refuses(Settings.inFolder(file)).hasMessageContaining(file.toString());
    }

    @Test
    void aReadOnlyFolderIsRefused() throws Exception {
        Path readOnly = Files.createDirectory(
                folder.resolve("read-only"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        assumeFalse(Files.isWritable(readOnly), "whoever runs this test may write everywhere");

        refuses(Settings.inFolder(readOnly)).hasMessageContaining("writable");
    }

    @Test
    void aDamagedDatabaseIsRefused() throws Exception {
        Files.writeString(folder.resolve("parley.mv.db"), "no database at all".repeat(1000));

        refuses(Settings.inFolder(folder)).hasMessageContaining("damaged");
    }

    @Test
    void aDatabaseOfANewerParleyIsRefused() throws Exception {
        Stores.open(Settings.inFolder(folder)).close();
        pretendNewer("jdbc:h2:file:" + folder.resolve("parley") + Opening.H2, "sa", "");
        refuses(Settings.inFolder(folder)).hasMessageContaining("newer Parley");
    }

    @Test
    void aServersDatabaseOfANewerParleyIsRefused() throws Exception {
        Settings settings = Postgres.database(folder);
        Settings.Server server = settings.server().orElseThrow();
        Stores.open(settings).close();
        pretendNewer(server.url(), server.user(), server.password());
        refuses(settings).hasMessageContaining("newer Parley");
    }

    private static void pretendNewer(String url, String user, String password) throws Exception {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            connection.createStatement().execute("""
                            insert into "flyway_schema_history"
                            (installed_rank, version, description, type, script, installed_by, execution_time, success)
                            values (999, '999', 'of tomorrow', 'SQL', 'V999__of_tomorrow.sql', 'us', 1, true)
                            """);
        }
    }

    @Test
    void anotherFoldersKeyIsRefusedByTheServersDatabase() throws Exception {
        Settings settings = Postgres.database(folder.resolve("one"));
        Settings.Server server = settings.server().orElseThrow();
        Stores.open(settings).close();

        Path elsewhere = folder.resolve("two");
        refuses(Settings.onServer(server.url(), server.user(), server.password(), elsewhere))
                .hasMessageContaining("parley.key back from a backup");
        assertThat(elsewhere.resolve("parley.key")).doesNotExist();
    }

    @Test
    void aServersDatabaseThatIsNotThereIsRefused() throws Exception {
        Settings.Server server = Postgres.database(folder).server().orElseThrow();

        refuses(Settings.onServer(server.url() + "x", server.user(), server.password(), folder))
                .hasMessageContaining("no such database");
    }

    @Test
    void aWrongPasswordIsRefusedAndNotShown() throws Exception {
        Settings.Server server = Postgres.database(folder).server().orElseThrow();

        refuses(Settings.onServer(server.url(), "nobody", "open sesame", folder))
                .hasMessageContaining("user's name and password")
                .hasMessageNotContaining("sesame");
    }

    @Test
    @Timeout(30)
    void aServerThatIsNotThereIsRefused() {
        refuses(Settings.onServer("jdbc:postgresql://127.0.0.1:1/parley", "parley", "open sesame", folder))
                .hasMessageContaining("does not answer")
                .hasMessageNotContaining("sesame");
    }

    private static AbstractThrowableAssert<?, ?> refuses(Settings settings) {
        return assertThatThrownBy(() -> Stores.open(settings).close())
                .isInstanceOf(StoreTrouble.class)
                .satisfies(trouble -> assertThat(trouble.getMessage()).doesNotContain("\n"));
    }
}
