package dev.parley.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Many rows of one table at once, bound by position: what is done for each message is not looked up by name. */
final class Inserts {
    private Inserts() {}

    /** Says what a row holds. */
    @FunctionalInterface
    interface Binder<T> {
        void bind(PreparedStatement row, T one) throws SQLException;
    }

    /**
     * Inserts a row for each.
     *
     * @return how many rows each of them became
     */
    static <T> int[] execute(Handle handle, String sql, List<T> all, Binder<T> binder) {
        try (PreparedStatement insert = handle.getConnection().prepareStatement(sql)) {
            for (T one : all) {
                binder.bind(insert, one);
                insert.addBatch();
            }
            return insert.executeBatch();
        } catch (SQLException trouble) {
            throw new UnableToExecuteStatementException(trouble, null);
        }
    }
}
