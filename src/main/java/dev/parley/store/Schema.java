package dev.parley.store;

import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Brings the tables up to date. */
final class Schema {
    private Schema() {}

    /** Throws {@link StoreTrouble} where the tables are a newer version's, or are not as a version left them. */
    static void update(DataSource pool) {
        try {
            Flyway flyway = Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/migration")
                    .failOnMissingLocations(true)
                    .load();
            if (Arrays.stream(flyway.info().all()).map(MigrationInfo::getState).anyMatch(Schema::isNewer)) {
                throw new StoreTrouble(
                        "The database was written by a newer Parley: start that version or a later one.");
            }
            flyway.migrate();
        } catch (FlywayException trouble) {
            throw new StoreTrouble(
                    "The database's tables are not as Parley made them: restore a backup, or give Parley a database of its own. It said: "
                            + Troubles.line(String.valueOf(trouble.getMessage())),
                    trouble);
        }
    }

    private static boolean isNewer(MigrationState state) {
        return state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED;
    }
}
