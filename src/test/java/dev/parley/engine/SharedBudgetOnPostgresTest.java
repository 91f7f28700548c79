package dev.parley.engine;

import dev.parley.store.Postgres;
import dev.parley.store.Settings;

/** The same on a real PostgreSQL. */
class SharedBudgetOnPostgresTest extends SharedBudgetTest {

    @Override
    Settings database() throws Exception {
        return Postgres.database(folder);
    }
}
