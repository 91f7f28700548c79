package dev.parley.house.broken.engine;

import java.sql.Connection;
import java.sql.SQLException;

final class SpeaksSql {
    private SpeaksSql() {}

    static void close(Connection connection) throws SQLException {
        connection.close();
    }
}
