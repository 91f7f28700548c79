package dev.parley.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a database file. */
class H2StoreTest extends StoreContract {
    @TempDir
    Path folder;

    @Override
    Store fresh() {
        return Stores.open(Settings.inFolder(folder));
    }
}
