package dev.parley.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** One table of messages in H2, each on the disk before it counts: alone, or with those that have come meanwhile. */
final class GroupedRows {
    private final BlockingQueue<Row> waiting = new LinkedBlockingQueue<>();
    private final Connection connection;
    private final int mostTogether;

    private record Row(String ts, String channel, String author, String text, CompletableFuture<Void> kept) {}

    /** @param mostTogether how many share a commit at most; 1 for a commit each */
    GroupedRows(Path folder, int mostTogether) throws SQLException {
        this.mostTogether = mostTogether;
        connection =
                DriverManager.getConnection("jdbc:h2:" + folder.resolve("bare") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table message (ts varchar primary key, channel varchar not null, "
                    + "author varchar not null, content varchar not null)");
        }
        connection.setAutoCommit(false);
        Thread.ofPlatform().daemon().start(this::write);
    }

    /** Complete when it is on the disk. */
    CompletableFuture<Void> keep(String ts, String channel, String author, String text) {
        Row row = new Row(ts, channel, author, text, new CompletableFuture<>());
        waiting.add(row);
        return row.kept();
    }

    private void write() {
        List<Row> together = new ArrayList<>();
        try (PreparedStatement insert = connection.prepareStatement("insert into message values (?, ?, ?, ?)");
                Statement sync = connection.createStatement()) {
            while (true) {
                together.add(waiting.take());
                waiting.drainTo(together, mostTogether - 1);
                for (Row row : together) {
                    insert.setString(1, row.ts());
                    insert.setString(2, row.channel());
                    insert.setString(3, row.author());
                    insert.setString(4, row.text());
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
                sync.execute("checkpoint sync");
                together.forEach(row -> row.kept().complete(null));
                together.clear();
            }
        } catch (SQLException | InterruptedException trouble) {
            throw new IllegalStateException(trouble);
        }
    }
}
